"""The words for a dependency on what is named next."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.lexicon.words import listed

WAITS_FOR = listed(
    "depend on|depends on|depend upon|depends upon|dependency|dependencies|blocked by|requires"
    "|wait for|waits for|wait on|waits on|after|depende de|dépend de|hängt ab von|abhängig von"
    "|зависит от|依赖|依存|의존"
)
