"""Export a site's plans as JSON, CSV, badges, a feed and a calendar.

All are made from the same data, the content of `plans.json`.
"""

from mkdocs_plan_plugin.exporting.files import EXPORTS, export_files
from mkdocs_plan_plugin.exporting.site_data import SiteInfo, site_data

__all__ = ["EXPORTS", "SiteInfo", "export_files", "site_data"]
