"""Rebuild a site in one process, as `mkdocs serve` does, and tell what each rebuild took.

Run as `python -m bench.rebuilding CONFIG SITE COUNT`; prints a line of JSON for each rebuild.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.profiling import PACKAGE

_IN_PLACE = frozenset(("CodeSearch", "IdleProcessor", "PlainText", "Released"))
"""Processors that call Python-Markdown's own, or do what these would do."""
_OPEN, _DONE = "- [ ] ", "- [x] "
_PAGE = 4096


@dataclass(frozen=True)
class Rebuild:
    """Seconds of the processor, of these those in the plugin's own code, and KB of memory.

    `events` are those that MkDocs tells the plugin of, `processors` what the plugin adds to the
    rendering of Markdown; not what it does there in the place of Python-Markdown or for it.
    """

    cpu: float
    events: float
    processors: float
    memory: int


class _Timers:
    """Adds up the time within functions, by a name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **named)
            finally:
                self.seconds[name] += time.process_time() - start

        return run

    def time_events(self, plugins: Any) -> None:
        """Time the plugin's events, which each configuration has anew."""
        for handlers in plugins.events.values():
            for at, handler in enumerate(handlers):
                owner = handler.args[0] if isinstance(handler, partial) else handler.__self__
                if type(owner).__module__.startswith(PACKAGE):
                    handlers[at] = self.timed("events", handler)

    def time_processors(self) -> None:
        """Time what the plugin does while Python-Markdown renders a page."""
        from markdown.preprocessors import Preprocessor
        from markdown.treeprocessors import Treeprocessor

        kinds: list[Any] = [*Preprocessor.__subclasses__(), *Treeprocessor.__subclasses__()]
        for kind in kinds:
            if kind.__module__.startswith(PACKAGE) and kind.__name__ not in _IN_PLACE:
                kind.run = self.timed("processors", kind.run)


def rebuild(settings: str, site_dir: str, count: int) -> None:
    """Tick one box more before each build."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    page = min(Path(settings).parent.rglob("tasks.md"))
    text = page.read_text(encoding="utf-8")
    timers = _Timers()
    for turn in range(count + 1):
        page.write_text(text.replace(_OPEN, _DONE, turn), encoding="utf-8")
        timers.seconds.clear()
        start = time.process_time()
        config = load_config(settings, site_dir=site_dir)
        timers.time_events(config.plugins)
        if not turn:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        took = time.process_time() - start
        if not turn:  # the first build has loaded everything
            timers.time_processors()
            continue
        seconds = timers.seconds
        one = Rebuild(took, seconds["events"], seconds["processors"], _cache())
        print(json.dumps(asdict(one)), flush=True)
    page.write_text(text, encoding="utf-8")


def _cache() -> int:
    """KB that the process has in memory now; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * _PAGE // 1024 if told.exists() else 0


if __name__ == "__main__":
    rebuild(sys.argv[1], sys.argv[2], int(sys.argv[3]))
