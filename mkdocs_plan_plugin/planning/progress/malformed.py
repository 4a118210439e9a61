"""Report lines that look like check boxes but are none."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Diagnostic, Document

_LONGEST = 60


def malformed_diagnostics(page: Document) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each malformed check box on a page."""
    for box in page.malformed:
        text = repr(box.text[:_LONGEST]) if box.text else "the line"
        yield Diagnostic(
            page.path,
            box.line,
            f"{box.written!r} is not a check box, so {text} is not counted",
            "write '- [ ] text' or '- [x] text', with a space before and after the brackets",
        )
