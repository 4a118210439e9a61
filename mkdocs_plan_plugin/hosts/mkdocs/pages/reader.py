"""Reads the pages of a build from their files, and again if other plugins change them."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.hosts.mkdocs.cache import digest
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning import Memo
from mkdocs_plan_plugin.planning.pages import SourceMap
from mkdocs_plan_plugin.reading import ReadingRules, decode, read_body, read_document


class PageReader:
    """Reads pages; unchanged pages come from the cache of earlier builds.

    Args:
        rules: How pages are read.
        repository: Maps pages to their files in the repository.
        memo: Caches pages for the next build.

    Attributes:
        changed: The pages whose text other plugins have changed, by their path.
    """

    def __init__(
        self,
        rules: ReadingRules,
        repository: SourceMap,
        memo: Memo,
    ) -> None:
        self.changed: dict[str, Document] = {}
        self._rules = rules
        self._repository = repository
        self._memo = memo

    def read(self, path: str, content: bytes) -> Document:
        """Read a page from the content of its file.

        Raises:
            UnicodeDecodeError: The content is not text.
        """

        def read() -> Document:
            return read_document(
                path,
                decode(content),
                self._rules,
                source=self._source(path),
            )

        source = digest(content), self._rules, self._source(path)
        return self._memo(("page", path), source, read)

    def reread(
        self, path: str, meta: Mapping[str, object], body: str, key_lines: Mapping[str, int]
    ) -> Document:
        """Read a page again, whose text macros or the like have changed."""
        self.changed[path] = read_body(
            path,
            meta,
            body,
            self._rules,
            source=self._source(path),
            key_lines=key_lines,
        )
        return self.changed[path]

    def _source(self, path: str) -> str:
        """Return the path of a mounted page in the repository; empty for other pages."""
        is_mounted = self._repository.is_mounted(path)
        return self._repository.source_of(path) if is_mounted else ""
