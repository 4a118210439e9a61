"""`python -m mkdocs_plan_plugin` is the command line."""

import sys

from mkdocs_plan_plugin.cli import main

sys.exit(main())
