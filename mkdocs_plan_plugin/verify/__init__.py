"""Verify the widgets of a built site: numbers match the tasks, and links resolve."""

from mkdocs_plan_plugin.verify.finding import Finding
from mkdocs_plan_plugin.verify.site import Report, verify_site

__all__ = ["Finding", "Report", "verify_site"]
