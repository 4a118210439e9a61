"""Serve a folder locally: `python -m scripts.serve FOLDER [PORT]`, or from Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

DEFAULT_PORT = 8000


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Do not log requests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore browsers that close a connection early."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


def _server(folder: Path, port: int) -> _Server:
    return _Server(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port while the block runs, and yield its address."""
    with _server(folder, 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.address
        finally:
            server.shutdown()


def main(arguments: list[str]) -> int:
    """Serve a folder until interrupted, on the given port, or on 8000 or a free one."""
    folder = Path(arguments[0])
    try:
        server = _server(folder, int(arguments[1]) if arguments[1:] else DEFAULT_PORT)
    except OSError as error:
        if arguments[1:]:
            print(f"Cannot use port {arguments[1]}: {error.strerror}", file=sys.stderr)
            return 1
        server = _server(folder, 0)
    with server:
        print(f"Serving at {server.address}/ (press Ctrl+C to stop)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
