"""Write random Markdown pages: headings, lists of tasks, tables, code, quotes and HTML."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fuzz.shape import DIALECT

_TITLES = (
    *("Phase 1: Frame", "Phase 2: Sail ✅", "Phase 3 (2026-03-02 to 2026-03-13)", "Tasks"),
    *(
        "Acceptance Criteria",
        "Timeline",
        "1. Setup",
        "T001: Cut",
        "[x] Step: Sew",
        "Notes & <b>more",
    ),
    *("Milestone 2 – Fly :white_check_mark:", "Status: Done", "~~Old~~ part", "`code` in it", ""),
)
_WORDS = (
    *("cut", "**join** it", "`sew()` the *hem*", "T014 paint", "2.1 saw", "FR-003", "~~drop~~ it"),
    *("see [spec](spec.md)", "a | b", "<b>bold", "</div>", "&amp; more", "任务", "due 2026-03-01"),
    *("https://example.org", "\\[ ] no", "~2h", "a_b_c", "1. no item", "# no title"),
    *(
        "trailing  ",
        "back\\",
        "<!-- c -->",
        "![i](i.png)",
        "[ref]",
        "*a",
        "☐ box",
        "✅ done",
        "$x$",
    ),
    *(
        "~~[ ] gone~~",
        "<del>not this</del>",
        "note[^1]",
        "[^1]",
        "مهمة **اليوم**",
        "🚀 👩‍💻 ⛵",
        "שלום",
    ),
    *('<input type="checkbox" checked> by hand', "<br>", "<kbd>F5", "</task>", "{ #own .wide }"),
    *(
        "H~2~O",
        "==hot==",
        "++ctrl++",
        ":material-check:",
        "@someone #12",
        "<a@b.org>",
        "&#91; &copy;",
    ),
    *("[link](spec.md#part 'a title')", "[a][ref]", "`` ` ``", "\\*no\\*", "**a*b**c*", "x\u00a0y"),
)
_MARKERS = ("- ", "- ", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "-   ", "-\t")
_BOXES = (
    "",
    "",
    "[ ] ",
    "[ ] ",
    "[x] ",
    "[X] ",
    "[~] ",
    "[-] ",
    "[ ]* ",
    "☐ ",
    "✅ ",
    "[] ",
)
_CELLS = (
    "cut",
    "Done",
    "`a|b`",
    "a\\|b",
    "[x]",
    "",
    "2 weeks",
    "✅",
    "<br>",
    "**b**",
    "In progress",
    "2026-03-02",
    "[ ] cut",
    "☐",
    "~~cut~~",
    '<input type="checkbox">',
    "`a",
)
_RULES = ("---", "---", ":-:", "--", "--:")
_HEADS = ("Task", "Status", "Phase", "Duration", "Start", "#", "Notes")
_HTML = (
    *("<details>\n<summary>More</summary>\n\n", "</details>\n\n", "<div>text</div>\n", "<hr/>\n\n"),
    *(
        "<!-- a\nb -->\n",
        "<!-- plan:progress -->\n\n",
        "<p>text\n\n",
        "<script>\n1 < 2\n</script>\n",
    ),
    *(
        "<!-- a\n",
        "<br>\n",
        '<a id="x">\n',
        "</task>\n",
        "<img src='i.png'>\n",
        "<pre>\n- [ ] no\n\n</pre>\n",
    ),
    *(
        "<details markdown>\n\n- [ ] cut\n\n</details>\n",
        '<div markdown="1">\n',
        "<ul><li>[ ] x</li></ul>\n",
    ),
    *("<!-- plan:timeline -->\n", "<!-- plan:issues -->\n", "<!-- plan:gone -->\n", "<textarea>\n"),
)
_ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "OTHER")
_HEADERS = (
    '!!! note "Kite"\n',
    "??? tip\n",
    "???+ danger\n",
    '=== "A"\n',
    ": ",
    "[^1]: ",
    "/// note\n",
)


def write_page(source: Random) -> str:
    """Return a random page."""
    text = _front_matter(source) + source.choice(
        ("# Plan: Kite\n\n", "# Kite\n", "", "Kite\n===\n")
    )
    text += _blocks(source, source.randint(1, 7), depth=0)
    if source.random() < 0.6:  # GitHub can be the judge of what is left
        lines = text.splitlines(keepends=True)
        text = "".join(line for line in lines if not DIALECT.search(line))
    if source.random() < 0.05:
        text = text.replace("    ", "\t")
    if source.random() < 0.05:
        text = text.replace("\n", source.choice(("\r\n", "\r")))
    return text.rstrip("\n") if source.random() < 0.1 else text


def _front_matter(source: Random) -> str:
    if source.random() > 0.1:
        return ""
    return source.choice(("---\ntitle: Kite\n---\n", "---\nplan: {start: 2026-03-02}\n---\n"))


def _blocks(source: Random, count: int, depth: int) -> str:
    return "".join(source.choice(_WRITERS)(source, depth) for _ in range(count))


def _line(source: Random) -> str:
    return " ".join(source.choice(_WORDS) for _ in range(source.randint(1, 3)))


def _end(source: Random) -> str:
    return source.choice(("\n", "\n", "\n\n", "\n\n", "\n\n\n"))


def _heading(source: Random, depth: int) -> str:
    del depth
    title = source.choice(_TITLES)
    if title and source.random() < 0.1:
        return f"{title}\n---{_end(source)}"
    return f"{'#' * source.randint(1, 4)} {title}{_end(source)}"


def _paragraph(source: Random, depth: int) -> str:
    del depth
    return "\n".join(_line(source) for _ in range(source.randint(1, 3))) + _end(source)


def _list(source: Random, depth: int) -> str:
    marker = source.choice(_MARKERS)
    loose = source.random() < 0.3
    items = []
    for _ in range(source.randint(1, 4)):
        if source.random() < 0.1:
            marker = source.choice(_MARKERS)
        text = f"{marker}{source.choice(_BOXES)}{_line(source) if source.random() < 0.95 else ''}\n"
        if depth < 3 and source.random() < 0.35:
            inner = _blocks(source, source.randint(1, 2), depth + 1)
            blank = "\n" if source.random() < 0.3 else ""
            text += blank + _indented(inner, source.choice((2, 2, 3, 4, 4, len(marker), 1)))
        items.append(text + ("\n" if loose else ""))
    return "".join(items) + source.choice(("", "\n", "\n"))


def _indented(text: str, columns: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"{' ' * columns}{line}" if line.strip() else line for line in lines)


def _table(source: Random, depth: int) -> str:
    del depth
    columns = source.randint(1, 4)
    heads = source.sample(_HEADS, columns)
    rows = [
        [source.choice(_CELLS) for _ in range(columns + source.choice((0, 0, 0, 1, -1)))]
        for _ in range(source.randint(0, 3))
    ]
    lines = [heads, [source.choice(_RULES)] * columns, *rows]
    begin, end = source.choice((("| ", " |"), ("| ", " |"), ("| ", " |"), ("", ""), ("|", "")))
    table = "".join(f"{begin}{' | '.join(cells)}{end}\n" for cells in lines)
    return table + source.choice(("", "\n"))


def _code(source: Random, depth: int) -> str:
    del depth
    fence = source.choice(("```", "~~~", "````"))
    kind = source.choice(("", "py", "markdown", "mermaid"))
    close = source.choice((fence, fence, fence + fence[0], ""))
    body = source.choice(("- [ ] no task\n", "gantt\n    Cut :a, 2026-03-02, 3d\n", "# no\n", "\n"))
    return f"{fence}{kind}\n{body}{close}{_end(source)}"


def _quote(source: Random, depth: int) -> str:
    inner = _blocks(source, 1, depth + 2)
    head = source.choice(("", "", f"[!{source.choice(_ALERTS)}]\n"))
    return "".join(f"> {line}\n" for line in (head + inner).splitlines()) + source.choice(
        ("", "\n")
    )


def _mkdocs(source: Random, depth: int) -> str:
    """Write what MkDocs' extensions process: an admonition, a tab, a definition, a footnote."""
    if depth > 2:
        return ""
    inner = _blocks(source, source.randint(1, 2), depth + 1)
    head = source.choice(_HEADERS)
    if head.endswith(" "):
        term = "Term\n" if head == ": " else ""
        return f"{term}{head}{_indented(inner, 4).lstrip()}{_end(source)}"
    held = inner if head.startswith("/") else _indented(inner, source.choice((4, 4, 4, 2)))
    blank = source.choice(("", "\n"))
    return f"{head}{blank}{held}" + ("///\n" if head.startswith("/") else _end(source))


def _html(source: Random, depth: int) -> str:
    del depth
    return source.choice(_HTML)


def _odd(source: Random, depth: int) -> str:
    del depth
    return source.choice(
        (
            "***\n\n",
            "    indented\n\n",
            "[ref]: spec.md\n\n",
            "\t- [ ] tabbed\n",
            "\\\n",
            "===\n",
            "\n",
            '--8<-- "gone.md"\n',
            "[ref]:\n  spec.md\n  'a title'\n",
            "- [ ]\n",
            "-\n",
            "1.\n",
            "---\n",
            "*[HTML]: Hyper\n",
            "Status: complete\n",
            "**Due**: 2026-05-01\n",
            "~~- [ ] cut~~\n",
        )
    )


_WRITERS: tuple[Callable[[Random, int], str], ...] = (
    *(_list, _list, _list, _list, _heading, _heading, _paragraph, _paragraph),
    *(_table, _table, _code, _quote, _html, _odd, _mkdocs),
)
