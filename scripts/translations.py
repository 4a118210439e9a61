"""Bring the translations in `locale/` in line with the catalogue: new texts in, unused ones out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mkdocs_plan_plugin.rendering import WORDS
from mkdocs_plan_plugin.rendering.localization.languages import CATALOGUES

_HEADER = """\
# {locale.english_name} translation of mkdocs-plan-plugin.
msgid ""
msgstr ""
"Language: {locale}\\n"
"Plural-Forms: {catalog.plural_forms}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
"""Babel's own has the time at which the file was written."""
_FORMATS = {"python-format", "python-brace-format"}
"""What Babel notes of placeholders, in some versions."""


def template() -> Catalog:
    """Return the English texts as an untranslated catalogue, with their keys as contexts."""
    catalog = Catalog()
    for key, text in WORDS.items():
        if not key.endswith(".one"):
            singular = WORDS.get(f"{key}.one")
            catalog.add((singular, text) if singular else text, context=key)
    return catalog


def updated(file: Path) -> Catalog:
    """Return a translation with the texts of the catalogue, and no others."""
    with file.open("rb") as source:
        catalog = read_po(source, locale=_language(file))
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def write(file: Path, catalog: Catalog) -> None:
    """Write a translation, always the same for the same texts."""
    header = _HEADER.format(locale=Locale.parse(_language(file)), catalog=catalog)
    for message in catalog:
        message.flags -= _FORMATS
    with file.open("wb") as written:
        written.write(header.encode())
        write_po(written, catalog, width=0, omit_header=True)


def _language(file: Path) -> str:
    return file.parent.parent.name


def _report(file: Path, catalog: Catalog) -> Iterable[str]:
    missing = [each.context for each in catalog if each.id and not _is_whole(each.string)]
    return (f"{_language(file)}: {key} is not translated" for key in missing)


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def main() -> None:
    """Update all translations, and list what is not translated."""
    for file in sorted(CATALOGUES.glob("*/LC_MESSAGES/plan.po")):
        catalog = updated(file)
        write(file, catalog)
        print(*_report(file, catalog), sep="\n", end="")


if __name__ == "__main__":
    main()
