"""What a comment that asks for a widget looks like: `<!-- plan:tasks specs/001-alerts open -->`."""

from __future__ import annotations

DIRECTIVE = r"<!--[ \t]*plan:(?P<name>[\w-]+)(?:[ \t]+(?P<argument>[^<>\n]*?))?[ \t]*-->"
"""A part of a pattern."""
