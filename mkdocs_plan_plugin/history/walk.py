"""Goes through the lines of a page and finds its boxes, as GitHub's reading of Markdown has them.

Much lighter than reading the page, and of one mind with that on nearly every page; what it takes
from `reading` is what a box is.
"""

from __future__ import annotations

from itertools import pairwise

from mkdocs_plan_plugin.history.lines import Kind, Line, read_item, read_line, title_of
from mkdocs_plan_plugin.history.scans import Outline
from mkdocs_plan_plugin.reading.states import StateRules

# So far in, what is no text that goes on is code.
_CODE = 4


class Walk:
    """One pass over the lines of a text.

    `_stack` holds where the content of each open item or island begins. `_text` is the depth in
    it of the text that goes on, or -1. `_begun` is an item whose text goes on.
    """

    def __init__(self, states: StateRules) -> None:
        self._states = states
        self._stack: list[int] = []
        self._text = -1
        self._said: list[str] = []
        self._begun: Line | None = None
        self._begun_at = 0
        self._bare_at = -1
        self._heading = ""
        self._fence = ""
        self._ends = ""  # what ends the HTML or comment that is open; a blank line: "\n"
        self._elements = 0
        self._inset = 0
        self._texts: list[str] = []
        self._headings: list[str] = []
        self._numbers: list[int] = []
        self._ticks: list[str] = []

    def run(self, lines: list[str], known: dict[str, Line], first: int) -> tuple[Outline, str]:
        """Go through the lines; those of `known` have been judged before."""
        for number, written in enumerate(lines, first + 1):
            line = known.get(written)
            if line is None:
                line = known[written] = read_line(written, self._states)
            if (self._fence or self._ends) and self._goes_on(written, line):
                continue
            kind = line[0]
            if kind is Kind.ITEM:
                self._item(line, number, written)
            elif kind is Kind.BLANK:
                if self._begun:
                    self._finish()
                elif self._bare_at == number - 1:
                    self._stack.pop()  # an item that begins with a blank line has no more of them
                self._text = -1
            elif kind is Kind.TEXT:
                self._paragraph(line)
            else:
                self._other(line, number, written)
        if self._begun:
            self._finish()
        outline = Outline(tuple(self._texts), tuple(self._headings), tuple(self._numbers))
        return outline, "".join(self._ticks)

    # What hides boxes

    def _goes_on(self, written: str, line: Line) -> bool:
        """Whether a line is part of the code, comment or HTML that is open."""
        if line.kind is not Kind.BLANK and line.indent < self._inset:
            self._fence = self._ends = ""  # the item that it stands in is at its end
            return False
        if self._fence:
            if line.kind is Kind.FENCE and not line.offset and line.text.startswith(self._fence):
                self._fence = ""
        elif self._ends == "\n":
            if line.kind is Kind.BLANK:
                self._ends = ""
        elif self._ends in written.lower():
            self._ends = ""
        return True

    def _hide(self, fence: str = "", ends: str = "") -> None:
        self._fence, self._ends = fence, ends
        self._inset = self._stack[-1] if self._stack else 0

    # Items and their text

    def _item(self, line: Line, number: int, written: str) -> None:
        stack, indent = self._stack, line.indent
        depth = len(stack)
        while depth and indent < stack[depth - 1]:
            depth -= 1
        base = stack[depth - 1] if depth else 0
        goes_on = self._text == depth
        if indent - base >= _CODE or (
            goes_on and not line.can_interrupt and not _is_table(self._said)
        ):
            said = written.strip()
            if self._text >= 0 and not (said == "-" and self._makes_heading(line)):
                self._said.append(said)
            return
        if self._begun:
            self._finish()
        del stack[depth:]
        stack.append(line.offset)
        if line.inner:
            self._text = -1
            self._block(line.inner, number, written)
        elif line.text:
            self._begun, self._begun_at = line, number
            self._text = len(stack)
            self._said = []
        else:
            self._text = -1
            if len(written.rstrip()) < line.offset:
                self._bare_at = number

    def _block(self, line: Line, number: int, written: str) -> None:
        """A block that an item begins with."""
        if line.kind is Kind.ITEM:
            self._item(line, number, written)
        else:
            self._other(line, number, written)

    def _paragraph(self, line: Line) -> None:
        if self._text >= 0:
            self._said.append(line.text)
        elif self._enter(line):
            self._text, self._said = len(self._stack), [line.text]

    def _enter(self, line: Line) -> bool:
        """Leave the items that a line is not in; False: the line is code."""
        stack = self._stack
        while stack and line.indent < stack[-1]:
            stack.pop()
        return line.indent - (stack[-1] if stack else 0) < _CODE

    def _finish(self) -> None:
        """Keep the box of the item whose text is at its end, if it has one."""
        line, self._begun = self._begun, None
        if line is None:
            return
        box = line.box
        if self._said and ("[" in line.text or box):
            box = read_item("\n".join([line.text, *self._said]), self._states)
        if box:
            self._keep(box.text, box.is_ticked, self._begun_at)

    def _keep(self, text: str, is_ticked: bool, number: int) -> None:
        self._texts.append(text)
        self._headings.append(self._heading)
        self._numbers.append(number)
        self._ticks.append("x" if is_ticked else " ")

    # Everything else

    def _other(self, line: Line, number: int, written: str) -> None:
        kind = line.kind
        goes_on = self._text >= 0
        if goes_on and (kind is Kind.TAG or self._is_deep(line)):
            self._said.append(written.strip())
            return
        if kind is Kind.UNDERLINE and self._underlines(line):
            return
        if self._begun:
            self._finish()
        self._text = -1
        if not self._enter(line):
            return
        if kind is Kind.HEADING:
            self._heading = line.text
            if line.box:
                self._keep(line.box.text, line.box.is_ticked, number)
        elif kind is Kind.QUOTE and line.text:
            self._text, self._said = len(self._stack) + 1, []
        elif kind is Kind.FENCE:
            self._hide(fence=line.text)
        elif kind is Kind.COMMENT:
            self._hide(ends="-->")
        elif kind is Kind.RAW:
            self._hide(ends=line.text)
        elif kind is Kind.ISLAND:
            self._stack.append(line.offset)
        elif kind is Kind.OPENS:
            self._elements += 1
        elif kind in (Kind.HTML, Kind.TAG):
            self._html(line)

    def _html(self, line: Line) -> None:
        if self._elements and line.text.startswith("</"):
            self._elements -= 1
        else:
            self._hide(ends="\n")

    def _is_deep(self, line: Line) -> bool:
        """Whether a line is indented so far that it can be nothing but text that goes on."""
        inner = next((at for at in reversed(self._stack) if at <= line.indent), 0)
        return line.indent - inner >= _CODE

    def _underlines(self, line: Line) -> bool:
        """Whether a line makes a heading of the text above it, or is text itself."""
        if self._makes_heading(line):
            return True
        if line.text[0] != "=":
            return False
        self._paragraph(line)
        return True

    def _makes_heading(self, line: Line) -> bool:
        depth = len(self._stack)
        inset = self._stack[-1] if depth else 0
        if self._text != depth or self._begun or not inset <= line.indent < inset + _CODE:
            return False
        is_table = _is_table(self._said)
        if is_table and line.text[0] == "=":  # one more row
            self._said.append(line.text)
            return True
        if not is_table:
            self._heading = title_of(" ".join(self._said))
        self._text = -1
        return True


def _is_table(lines: list[str]) -> bool:
    """Whether lines of text end with a table: a line of hyphens stands below its header."""
    return any(
        "|" in head and not rule.strip("|:- ") and head.count("|") == rule.count("|")
        for head, rule in pairwise(lines)
    )
