"""Reads the pages of a build, from their files and again where other plugins change them."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.hosts.mkdocs.cache import digest
from mkdocs_plan_plugin.model import Document
from mkdocs_plan_plugin.planning import Memo
from mkdocs_plan_plugin.planning.pages import SourceMap
from mkdocs_plan_plugin.reading import ReadingRules, decode, read_body, read_document


class PageReader:
    """Reads pages; what the last builds have read and has not changed is not read again.

    Args:
        rules: The user's options on how pages are read.
        repository: Where the pages are in the repository.
        remember: Keeps what is read for the next build.

    Attributes:
        changed: The pages whose final text is not that of their file, by their path.
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
        self._remember = memo

    def read(self, path: str, content: bytes) -> Document:
        """Read a page from what its file holds.

        Raises:
            UnicodeDecodeError: It is no text.
        """

        def read() -> Document:
            return read_document(
                path,
                decode(content),
                self._rules,
                source=self._source(path),
            )

        source = digest(content), self._rules, self._source(path)
        return self._remember(("page", path), source, read)

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
        """Where a page from outside the docs folder is in the repository."""
        is_mounted = self._repository.is_mounted(path)
        return self._repository.source_of(path) if is_mounted else ""
