"""Metadata named by its URL: fetched into `metadata/`, pinned, and that is said."""

import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from unit.cli.cli_run import GOOD_CSDL, edmund


@pytest.fixture
def url() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(GOOD_CSDL.encode())

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v4/Shop/$metadata"
    server.shutdown()
    server.server_close()


def test_init_fetches_pins_and_describes_the_source(url: str, tmp_path: Path) -> None:
    run = edmund(tmp_path, "init", url)
    assert run.code == 0, run.err
    assert "fetched metadata/shop.csdl" in run.err
    written = tomllib.loads((tmp_path / "edmund.toml").read_text())
    assert written["sources"]["shop"] == {"url": url, "path": "metadata/shop.csdl"}
    assert written["clients"]["shop"]["metadata"] == ["metadata/shop.csdl"]
    assert written["clients"]["shop"]["base_url"] == url.removesuffix("/$metadata")
    assert url in (tmp_path / "edmund.lock").read_text()


def test_inspect_and_review_take_a_url(url: str, tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", "-m", url, "Thing")
    assert run.code == 0 and "shop.Thing" in run.out
    (tmp_path / "metadata/shop.csdl").write_text(GOOD_CSDL.replace("Things", "Others"))
    run = edmund(tmp_path, "review", "metadata/shop.csdl", url)
    assert run.code == 1, run.err
    assert (tmp_path / "metadata/shop-new.csdl").read_text() == GOOD_CSDL


def test_a_file_of_somebody_else_is_not_replaced(url: str, tmp_path: Path) -> None:
    (tmp_path / "metadata").mkdir()
    (tmp_path / "metadata/shop.csdl").write_text("mine")
    run = edmund(tmp_path, "inspect", "-m", url)
    assert run.code == 2 and "EDM633" in run.err
    assert (tmp_path / "metadata/shop.csdl").read_text() == "mine"
    (tmp_path / "metadata/shop.csdl").unlink()
    assert edmund(tmp_path, "inspect", "-m", url).code == 0
    (tmp_path / "metadata/shop.csdl").write_text("edited since")
    assert edmund(tmp_path, "inspect", "-m", url).code == 2
