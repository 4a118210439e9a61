"""Find the heading that a fragment means, however a site or GitHub makes ids of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mkdocs_plan_plugin.reading.pages import plain

_NUMBERED = re.compile(r"(.+)[-_](\d+)")
_BETWEEN = re.compile(r"[\W_]+")


def heading_meant(fragment: str, titles: Sequence[str]) -> int | None:
    """Return the index of the heading that a fragment names, or of the only one that begins so.

    Args:
        fragment: The fragment as written: `über-uns`, `uber-uns`, `setup-1`.
        titles: The plain texts of the headings of a page, in order.
    """
    slugs = [_slug(title) for title in titles]
    wanted = _slug(fragment)
    if not wanted:
        return None
    joined = [slug.replace("-", "") for slug in slugs]
    if wanted.replace("-", "") in joined:
        return joined.index(wanted.replace("-", ""))
    if match := _NUMBERED.fullmatch(wanted):  # the second heading of this text, and so on
        same = [index for index, slug in enumerate(slugs) if slug == match[1]]
        if int(match[2]) < len(same):
            return same[int(match[2])]
    longer = [index for index, slug in enumerate(slugs) if slug.startswith(f"{wanted}-")]
    return longer[0] if len(longer) == 1 else None


@lru_cache(maxsize=8192)
def _slug(text: str) -> str:
    """Return the words of a text without accents, in any script."""
    return _BETWEEN.sub("-", plain(text)).strip("-")
