"""The pages of a build: read, prepared, linked, finished."""

from mkdocs_plan_plugin.hosts.mkdocs.pages.addresses import Addresses, SourceAddresses
from mkdocs_plan_plugin.hosts.mkdocs.pages.finisher import Finish, PageFinisher
from mkdocs_plan_plugin.hosts.mkdocs.pages.foreign_meta import drop_unsupported_meta
from mkdocs_plan_plugin.hosts.mkdocs.pages.history import history_of_pages
from mkdocs_plan_plugin.hosts.mkdocs.pages.preparer import PagePreparer
from mkdocs_plan_plugin.hosts.mkdocs.pages.reader import PageReader

__all__ = [
    "Addresses",
    "Finish",
    "PageFinisher",
    "PagePreparer",
    "PageReader",
    "SourceAddresses",
    "drop_unsupported_meta",
    "history_of_pages",
]
