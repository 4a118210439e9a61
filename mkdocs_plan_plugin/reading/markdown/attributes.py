"""Attribute lists of MkDocs, `{ .class #id key=value }`, and other text in braces."""

from __future__ import annotations

# The attributes that HTML has without a value and that are of use in Markdown.
_VALUELESS = (
    "allowfullscreen|autoplay|controls|download|hidden|inert|loop|muted|open|playsinline|reversed"
)
# One that is no number, range or equation: `{.5}`, `{...}`, `{i=1}` are text.
_ATTRIBUTE = (
    r"#[\w-]|\.-?[^\W\d]|[a-zA-Z_:@][\w:.@-]+=(?![=\s}])"
    rf"|(?:data|aria)-\w|(?:{_VALUELESS})(?=[\s}}])"
)

ATTRIBUTE_LIST = (
    rf"\{{(?=: +[^\s}}]|:? *(?:{_ATTRIBUTE})):? *"
    r"""((?:"[^"\n]*"|'[^'\n]*'|[^\n{}"'])+)\}"""
)
"""A regular expression; its group has the attributes.

To Python-Markdown all words in braces are attributes, as in `**primary**{true,false}`. Here the
first one decides; after a colon and a space it may be any.
"""
