"""The pages of a build: reads, prepares, links and finishes them."""

from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses, SourceAddresses
from mkdocs_plan_plugin.hosts.mkdocs.pages.finisher import FinishOptions, PageFinisher
from mkdocs_plan_plugin.hosts.mkdocs.pages.history import history_of_pages
from mkdocs_plan_plugin.hosts.mkdocs.pages.missions import Missions
from mkdocs_plan_plugin.hosts.mkdocs.pages.preparer import PagePreparer
from mkdocs_plan_plugin.hosts.mkdocs.pages.reader import PageReader
from mkdocs_plan_plugin.hosts.mkdocs.pages.unsupported_meta import drop_unsupported_meta

__all__ = [
    "Addresses",
    "FinishOptions",
    "Missions",
    "PageFinisher",
    "PagePreparer",
    "PageReader",
    "SourceAddresses",
    "drop_unsupported_meta",
    "history_of_pages",
]
