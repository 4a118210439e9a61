"""Writes the MkDocs configurations of a generated site, which differ only in their plugins."""

from enum import StrEnum
from pathlib import Path

_HEAD = """\
site_name: Benchmark of the plan plugin
site_url: https://example.org/
"""

_EXTENSIONS = """\
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc:
      permalink: true
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.inlinehilite
  - pymdownx.tasklist
"""

# Only the index: with an automatic navigation, every page would list all pages.
_INDEX_ONLY_NAV = """\
nav:
  - index.md
not_in_nav: "*"
"""

_BARE_TEMPLATE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ page.title }}</title>
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path|url }}">{% endfor %}
</head>
<body>
{{ page.content }}
{% for script in config.extra_javascript %}{{ script|script_tag }}{% endfor %}
</body>
</html>
"""


class Theme(StrEnum):
    """The themes of generated sites."""

    MATERIAL = "material"
    MKDOCS = "mkdocs"
    BARE = "bare"


_THEMES = {
    # Without pruning, a Material build would spend most of its time on navigation.
    Theme.MATERIAL: "theme:\n  name: material\n  font: false\n"
    "  features:\n    - navigation.prune\n",
    Theme.MKDOCS: "theme:\n  name: mkdocs\n",
    Theme.BARE: "theme:\n  name: null\n  custom_dir: bare_theme\n",
}


def write_config(path: Path, theme: Theme, plugins: list[str], *, automatic_nav: bool) -> None:
    """Write a configuration next to the folder `docs`, and the bare theme if it is used."""
    if theme is Theme.BARE:
        template = path.parent / "bare_theme" / "main.html"
        template.parent.mkdir(exist_ok=True)
        template.write_text(_BARE_TEMPLATE, encoding="utf-8")
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    nav = "" if automatic_nav else _INDEX_ONLY_NAV
    text = f"{_HEAD}{_THEMES[theme]}{_EXTENSIONS}plugins:\n{listed}{nav}"
    path.write_text(text, encoding="utf-8")
