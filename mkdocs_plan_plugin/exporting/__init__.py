"""The numbers of a site's plans for others: JSON, CSV, badges, a feed, a calendar.

All are made of the same data, which is what `plans.json` holds.
"""

from mkdocs_plan_plugin.exporting.files import EXPORTS, export_files
from mkdocs_plan_plugin.exporting.site_data import SiteInfo, site_data

__all__ = ["EXPORTS", "SiteInfo", "export_files", "site_data"]
