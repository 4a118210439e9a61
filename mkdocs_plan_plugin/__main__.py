"""The entry point of `python -m mkdocs_plan_plugin`."""

import sys

from mkdocs_plan_plugin.cli import main

sys.exit(main())
