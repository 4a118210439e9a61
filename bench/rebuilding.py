"""Rebuild a site in one process, as `mkdocs serve` does, and measure the cost of each rebuild.

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

_IN_PLACE = frozenset(("IdleProcessor", "PlainText", "Released"))
"""Processors that call or replace those of Python-Markdown."""
_OPEN, _DONE = "- [ ] ", "- [x] "
_PAGE = 4096


@dataclass(frozen=True)
class Rebuild:
    """Seconds of CPU time, in total and in the plugin's code, and KB of memory.

    `events` is the time in the plugin's event handlers, `processors` the time that the plugin adds
    to the rendering of Markdown, without processors that replace those of Python-Markdown.
    """

    cpu: float
    events: float
    processors: float
    memory: int


class _Timers:
    """Sums up the time in functions, by a name."""

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
        """Time the plugin's event handlers, which every configuration creates again."""
        for handlers in plugins.events.values():
            for at, handler in enumerate(handlers):
                owner = handler.args[0] if isinstance(handler, partial) else handler.__self__
                if type(owner).__module__.startswith(PACKAGE):
                    handlers[at] = self.timed("events", handler)

    def time_processors(self) -> None:
        """Time the plugin's Markdown processors."""
        from markdown.preprocessors import Preprocessor
        from markdown.treeprocessors import Treeprocessor

        kinds: list[Any] = [*Preprocessor.__subclasses__(), *Treeprocessor.__subclasses__()]
        for kind in kinds:
            if kind.__module__.startswith(PACKAGE) and kind.__name__ not in _IN_PLACE:
                kind.run = self.timed("processors", kind.run)


def rebuild(settings: str, site_dir: str, count: int) -> None:
    """Complete one more task before each build."""
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
        seconds = time.process_time() - start
        if not turn:  # the first build has loaded everything
            timers.time_processors()
            continue
        parts = timers.seconds
        one = Rebuild(seconds, parts["events"], parts["processors"], _memory())
        print(json.dumps(asdict(one)), flush=True)
    page.write_text(text, encoding="utf-8")


def _memory() -> int:
    """Return the resident memory of the process in KB; 0 if the system does not report it."""
    statistics = Path("/proc/self/statm")
    return int(statistics.read_text().split()[1]) * _PAGE // 1024 if statistics.exists() else 0


if __name__ == "__main__":
    rebuild(sys.argv[1], sys.argv[2], int(sys.argv[3]))
