"""Cache files that a repository may contain: too large, cut, or of another program."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plan_plugin.history import store

SIGNED = "abc"


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new" / "cache.json.gz"
    store.save(file, SIGNED, {"ü": [1, None]})
    assert store.load(file, SIGNED) == {"ü": [1, None]}
    assert store.load(file, "other") is None
    assert store.load(tmp_path / "missing", SIGNED) is None


def bomb(head: bytes, megabytes: int) -> bytes:
    """A small file that unpacks to a large one, made without holding that."""
    packer = zlib.compressobj(9, wbits=31)
    parts = [packer.compress(head)]
    parts += [packer.compress(b" " * 2**20) for _ in range(megabytes)]
    return b"".join((*parts, packer.compress(b"1}"), packer.flush()))


@pytest.mark.parametrize("signature", [SIGNED, "other"])
def test_a_file_that_unpacks_to_too_much_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signature: str
) -> None:
    monkeypatch.setattr(store, "_MOST", 2**20)
    read: list[int] = []
    make = zlib.decompressobj

    class Spy:
        """Counts the unpacked bytes."""

        def __init__(self, *of: Any) -> None:
            self._packer = make(*of)

        def decompress(self, data: bytes, most: int) -> bytes:
            found = self._packer.decompress(data, most)
            read.append(len(found))
            return found

        def __getattr__(self, name: str) -> object:
            return getattr(self._packer, name)

    monkeypatch.setattr(zlib, "decompressobj", Spy)
    file = tmp_path / "cache.json.gz"
    head = f'{{"signature":"{signature}","content":'.encode()
    file.write_bytes(bomb(head, 3))
    assert store.load(file, SIGNED) is None
    assert sum(read) <= 2**20 + len(head)
    file.write_bytes(bomb(head, 0))
    assert store.load(file, SIGNED) == (1 if signature == SIGNED else None)


def test_content_that_would_not_be_loaded_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MOST", 100)
    file = tmp_path / "cache.json.gz"
    store.save(file, SIGNED, "x" * 200)
    assert not file.exists()
    store.save(file, SIGNED, "x")
    assert store.load(file, SIGNED) == "x"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b""),
        gzip.compress(b'{"signature":"abc","content":'),
        gzip.compress(b'{"signature":"abc","content":1}')[:-1],
        gzip.compress(b'{"signature":"abc","content":1}')[:-8] + b"\0" * 8,
        gzip.compress(b'{"signature":"abc","content":' + b"[" * 100_000),
        gzip.compress(b'["abc"]'),
    ],
)
def test_a_damaged_file_is_missing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "cache.json.gz"
    file.write_bytes(data)
    assert store.load(file, SIGNED) is None
