"""Finished HTML to findings: whether a built site keeps what the widgets promise."""

from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.site import Report, report_on

__all__ = ["Finding", "Report", "report_on"]
