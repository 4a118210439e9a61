"""Build a site from pages, twice, and check it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzz.shape import hides_the_rest, is_comparable, shape_of, shape_on_github
from mkdocs_plan_plugin.verify.site import read_site, report_on
from tests.hosts.markdown.shapes import SITE
from tests.support.sites import build_site, write_site

_TEMPLATE = "<!doctype html><html><body><main>{{ page.content }}</main></body></html>"
_START, _END = "<main>", "</main>"
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\d+")


@dataclass(frozen=True)
class Finding:
    """A problem with a page."""

    problem: str
    page: str

    @property
    def kind(self) -> str:
        """The problem without what is quoted: that of the same fault on a shorter page."""
        return self.problem.partition(": item")[2][4:] or _QUOTED.sub("", self.problem)


def check_pages(pages: Sequence[str]) -> Iterator[Finding]:
    """Yield what is wrong with pages, built as one site."""
    try:
        yield from _check(pages)
    except Exception as error:
        if len(pages) == 1:
            yield Finding(f"{type(error).__name__}: {error}", pages[0])
        else:
            middle = len(pages) // 2
            yield from check_pages(pages[:middle])
            yield from check_pages(pages[middle:])


def _check(pages: Sequence[str]) -> list[Finding]:
    paths = {f"p{number}/plan": page for number, page in enumerate(pages)}
    found: list[Finding] = []
    with tempfile.TemporaryDirectory() as folder:
        settings = _write(Path(folder), paths)
        first, second = (build_site(settings, name).root for name in ("first", "second"))
        for path, page in paths.items():
            name = f"{path}/index.html"
            html = (first / name).read_text(encoding="utf-8")
            if html != (second / name).read_text(encoding="utf-8"):
                found.append(Finding("a second build differs", page))
            if problem := _difference(page, html):
                found.append(Finding(problem, page))
        for finding in report_on(read_site(first)).findings:
            page = paths.get(finding.page.removesuffix("/index.html"), "")
            found.append(Finding(f"verify: {finding.problem}", page))
    return found


def _write(folder: Path, paths: dict[str, str]) -> Path:
    (folder / "plain").mkdir()
    (folder / "plain/main.html").write_text(_TEMPLATE, encoding="utf-8")
    files = {f"{path}.md": page.encode(errors="replace") for path, page in paths.items()}
    config = {
        "theme": {"name": None, "custom_dir": "plain"},
        "plugins": [{"plan": {"actual": False}}],
        "markdown_extensions": [*SITE, "pymdownx.blocks.admonition"],
    }
    return write_site(folder, files, config)


def _difference(page: str, html: str) -> str:
    """Compare the blocks of a page with those on GitHub."""
    text = page.replace("\r\n", "\n").replace("\r", "\n")
    if not is_comparable(text):
        return ""
    content = html.partition(_START)[2].rpartition(_END)[0]
    ours, theirs = shape_of(content), shape_on_github(text)
    if hides_the_rest(text):
        ours = ours[: len(theirs)]
    if ours == theirs:
        return ""
    at = next(
        (at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    return f"blocks differ from GitHub's: item {at}: {ours[at : at + 1]}, not {theirs[at : at + 1]}"
