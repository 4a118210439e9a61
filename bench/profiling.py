"""The profile run: the plugin's functions in which a build spends its time."""

import cProfile
from importlib.util import find_spec
from pathlib import Path
from types import CodeType

from bench.build import BuildError
from bench.config import Theme
from bench.site import generate

PACKAGE = "mkdocs_plan_plugin"
_SHOWN = 40


def run_profile(folder: Path, plans: int, theme: Theme) -> None:
    root = _package_folder()
    site = generate(folder, plans, theme, automatic_nav=True)
    print(f"\nprofile of one build of {plans} plans, {site.pages} pages, theme {theme}")
    profile = cProfile.Profile()
    profile.runcall(_build, site.with_plugin, folder / "site")
    rows: list[tuple[float, float, int, str]] = []
    total_time = import_time = 0.0
    for entry in profile.getstats():
        total_time += entry.inlinetime
        code = entry.code
        if isinstance(code, CodeType) and Path(code.co_filename).is_relative_to(root):
            where = Path(code.co_filename).relative_to(root).as_posix()
            name = f"{where}:{code.co_firstlineno} {code.co_qualname}"
            if code.co_name == "<module>":
                # Modules import one another: the time of the outermost includes the others.
                import_time = max(import_time, entry.totaltime)
            else:
                rows.append((entry.totaltime, entry.inlinetime, entry.callcount, name))
    own = sum(row[1] for row in rows)
    print("(the profiler slows down small functions most: compare the order, not the seconds)")
    print(f"\nwhole build {total_time:.2f} s, in the plugin's own code {own:.2f} s")
    print(f"importing the plugin {import_time:.2f} s, once per process\n")
    print("cumulative s      own s      calls  function")
    for total, inline, calls, name in sorted(rows, reverse=True)[:_SHOWN]:
        print(f"{total:12.3f} {inline:10.3f} {calls:10d}  {name}")


def _package_folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise BuildError(f"{PACKAGE} cannot be imported")
    return Path(spec.origin).parent


def _build(config_file: Path, site_dir: Path) -> None:
    """Do in this process what `mkdocs build` does."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(config_file), site_dir=str(site_dir))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
