"""A contract for import-linter: other rooms use a room through its `__init__`, which is its face.

A room is a package that holds modules. Modules beside a room, in the package around it, are
common to all rooms there and may be imported by them.
"""

from __future__ import annotations

import importlib

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FacesContract(Contract):
    """No module is imported from outside the package that it is in, but for those left open.

    Options:
        package: The package whose rooms are meant.
        open: Modules, or packages of data, that may be imported from anywhere.
    """

    package = fields.StringField()
    open = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Look at every import of a module in a room."""
        root, left_open = str(self.package), {str(name) for name in self.open}  # type: ignore[attr-defined]
        ours = {name for name in graph.modules if name.startswith(f"{root}.")}
        packages = {name for name in ours if graph.find_children(name)}
        wrong = sorted(
            (importer, imported)
            for imported in ours - packages
            if (room := imported.rpartition(".")[0]).startswith(f"{root}.")
            and not {imported, room} & left_open
            for importer in graph.find_modules_that_directly_import(imported)
            if importer != room
            and not importer.startswith(f"{room}.")
            and not _is_of_face(graph, importer, imported)
        )
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that goes past a face."""
        for importer, imported in check.metadata["wrong"]:
            room, _, name = imported.rpartition(".")
            output.print_error(f"{importer} imports {room}.{name}, not from {room}")


def _is_of_face(graph: ImportGraph, importer: str, imported: str) -> bool:
    """Whether a function is meant that has the name of its module: the face has both."""
    room, _, name = imported.rpartition(".")
    face = importlib.import_module(room)
    lines = (
        each["line_contents"]
        for each in graph.get_import_details(importer=importer, imported=imported)
    )
    return name in face.__all__ and all(f"from {room} import" in line for line in lines)
