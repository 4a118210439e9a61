"""Finished HTML to findings: whether a built site keeps what the widgets promise."""

from mkdocs_plan_plugin.checking.site import Finding, check_site

__all__ = ["Finding", "check_site"]
