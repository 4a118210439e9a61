"""Finished HTML to findings: whether a built site keeps what the widgets promise."""

from mkdocs_plan_plugin.checking.finding import Finding
from mkdocs_plan_plugin.checking.site import Report, check_site, report_on

__all__ = ["Finding", "Report", "check_site", "report_on"]
