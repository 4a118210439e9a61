"""A contract for import-linter: a package is used only through its `__init__`.

Only packages with modules are concerned. A module next to a package, in the same parent package,
is shared by all packages there and may be imported by them.
"""

from __future__ import annotations

import importlib

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class PublicInterfacesContract(Contract):
    """No module is imported from outside its package, except for those listed as open.

    Options:
        package: The root package.
        open: Modules, or packages of data, that may be imported from anywhere.
    """

    package = fields.StringField()
    open = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Check every import of a module."""
        root, exempt = str(self.package), {str(name) for name in self.open}  # type: ignore[attr-defined]
        own = {name for name in graph.modules if name.startswith(f"{root}.")}
        packages = {name for name in own if graph.find_children(name)}
        wrong = sorted(
            (importer, imported)
            for imported in own - packages
            if (package := imported.rpartition(".")[0]).startswith(f"{root}.")
            and not {imported, package} & exempt
            for importer in graph.find_modules_that_directly_import(imported)
            if importer != package
            and not importer.startswith(f"{package}.")
            and not _is_exported(graph, importer, imported)
        )
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that bypasses an `__init__`."""
        for importer, imported in check.metadata["wrong"]:
            package, _, name = imported.rpartition(".")
            output.print_error(f"{importer} imports {package}.{name}, not from {package}")


def _is_exported(graph: ImportGraph, importer: str, imported: str) -> bool:
    """Return whether the import is of an exported function with the same name as its module."""
    package, _, name = imported.rpartition(".")
    interface = importlib.import_module(package)
    lines = (
        each["line_contents"]
        for each in graph.get_import_details(importer=importer, imported=imported)
    )
    return name in interface.__all__ and all(f"from {package} import" in line for line in lines)
