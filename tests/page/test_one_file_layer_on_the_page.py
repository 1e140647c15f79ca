"""A kind of layer that no file of the page knows is walked on it, by its declaration alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from lstm_core import Model, build
from lstm_core.models import shapes_of, uniform
from lstm_core.weights import native
from tests import one_file_layer
from tests.core.cell_checks import random_params

TEXT = "abcab"
T = 3


@pytest.fixture(scope="module")
def model() -> Model:
    name = one_file_layer.AVERAGED.name
    spec = uniform("one", "next-letter", name, "lstm", 6, 5, tuple("abc"), reads="letters")
    return build(spec, random_params(shapes_of(spec), 2, "float32"))


@pytest.fixture(scope="module")
def address(model: Model, serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("one") / "one.safetensors"
    native.save(path, dict(model.params), model.spec)
    return serve(module="tests.one_file_layer", GATEWALK_ZOO="0", GATEWALK_MODELS=str(path))


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_every_number_of_its_picture_is_the_traces(
    page: Page, address: str, model: Model, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    query = {"model": "one", "text": TEXT, "t": T, "phase": 9, "unit": 2, "layer": "average"}
    page.goto(f"{address}/?{urlencode(query)}")
    page.wait_for_selector("[data-part=belt] [data-strip=m]")
    trace = model.trace(TEXT)
    for strip, expected in (
        ("x", trace["average.x"][T]),
        ("gain", trace["average.gain"][T]),
        ("m", trace["average.m"][T]),
        ("m_prev", trace["average.m"][T - 1]),
    ):
        shown = page.locator(f"[data-part=belt] [data-symbol={strip}] rect[data-value]").evaluate_all(
            "all => all.map(one => Number(one.dataset.value))"
        )
        assert shown == expected.tolist(), strip
    line = page.locator("[data-part=arithmetic] [data-arith=m]")
    expect(line).to_be_visible()
    assert page.locator("[data-part=narration]").inner_text().strip()


def test_it_is_walked_phase_by_phase_and_the_walk_goes_on_above(page: Page, address: str) -> None:
    query = {"model": "one", "text": TEXT, "t": 0, "phase": 0, "layer": "average"}
    page.goto(f"{address}/?{urlencode(query)}")
    page.wait_for_selector("[data-part=belt] [data-strip=x] rect[data-value]")
    said = set()
    for _ in range(page.locator("[data-part=phases] li").count()):
        said.add(page.locator("[data-part=narration]").inner_text().strip())
        page.keyboard.press("ArrowDown")
    assert "" not in said
    assert len(said) > 1
    page.goto(f"{address}/?{urlencode(query | {'layer': 'layer0', 'phase': 5})}")
    page.wait_for_selector("[data-part=belt] [data-strip=c] rect[data-value]")
