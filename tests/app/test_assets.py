"""Static files: addresses that follow the content, caching, types; plotly.js out of its package."""

from __future__ import annotations

import gzip
import hashlib
from importlib import metadata, resources
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.assets import StaticFiles
from app.service import Service
from lstm_core.errors import NotFoundError

IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.fixture
def tree(tmp_path: Path) -> StaticFiles:
    (tmp_path / "js/views").mkdir(parents=True)
    (tmp_path / "css").mkdir()
    (tmp_path / "js/main.js").write_text("export const one = 1;\n")
    (tmp_path / "js/views/belt.js").write_text("export const two = 2;\n")
    (tmp_path / "js/.hidden.js").write_text("no")
    (tmp_path / "css/page.css").write_text("body {}\n")
    (tmp_path / "dot.png").write_bytes(b"\x89PNG")
    static = StaticFiles(tmp_path)
    static.refresh()
    return static


def test_version_follows_the_content_and_nothing_else(tree: StaticFiles) -> None:
    before = tree.refresh()
    file = tree.root / "css/page.css"
    written = file.read_bytes()
    file.write_bytes(b"body { margin: 0 }\n")
    after = tree.refresh()
    assert after != before
    with pytest.raises(NotFoundError):
        tree.get(before, "css/page.css")
    assert tree.get(after, "css/page.css").content == b"body { margin: 0 }\n"
    file.write_bytes(written)
    assert tree.refresh() == before


def test_a_renamed_file_is_another_version(tree: StaticFiles) -> None:
    before = tree.refresh()
    (tree.root / "css/page.css").rename(tree.root / "css/sheet.css")
    assert tree.refresh() != before


def test_what_is_read(tree: StaticFiles) -> None:
    version = tree.refresh()
    module = tree.get(version, "js/main.js")
    assert module.media_type == "text/javascript"
    assert module.packed is not None
    assert gzip.decompress(module.packed) == module.content == b"export const one = 1;\n"
    assert tree.get(version, "css/page.css").media_type == "text/css"
    picture = tree.get(version, "dot.png")
    assert (picture.media_type, picture.packed) == ("image/png", None)


@pytest.mark.parametrize("path", ["js/none.js", "js/.hidden.js", "../pyproject.toml", "", "js"])
def test_a_path_that_is_no_file(tree: StaticFiles, path: str) -> None:
    with pytest.raises(NotFoundError, match="There is no file"):
        tree.get(tree.refresh(), path)
    with pytest.raises(NotFoundError, match="There is no file"):
        tree.url(path)


def test_a_file_changed_after_start_is_found_without_a_page(tree: StaticFiles) -> None:
    fresh = StaticFiles(tree.root)
    assert fresh.get(tree.refresh(), "js/main.js").content == b"export const one = 1;\n"


@pytest.mark.parametrize("packed", [True, False])
def test_every_file_of_the_page_is_served(client: TestClient, service: Service, packed: bool) -> None:
    service.static.refresh()
    paths = [path.relative_to(service.static.root) for path in service.static.root.rglob("*") if path.is_file()]
    assert len(paths) > 5
    for path in paths:
        url = service.static.url(path.as_posix())
        answer = client.get(url, headers={"Accept-Encoding": "gzip" if packed else "identity"})
        assert answer.status_code == 200
        assert answer.content == (service.static.root / path).read_bytes()
        assert answer.headers["cache-control"] == IMMUTABLE
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert ("content-encoding" in answer.headers) == packed
        if path.suffix == ".js":
            assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_plotly_comes_out_of_its_package_compressed_once(client: TestClient, service: Service) -> None:
    version = metadata.version("plotly")
    url = f"/static/plotly/{version}/plotly.min.js"
    assert service.plotly.url == url
    original = resources.files("plotly").joinpath("package_data/plotly.min.js").read_bytes()
    answer = client.get(url, headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(original) / 2
    assert answer.headers["cache-control"] == IMMUTABLE
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert hashlib.sha256(answer.content).digest() == hashlib.sha256(original).digest()
    assert service.plotly.get(version) is service.plotly.get(version)
    plain = client.get(url, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == original
