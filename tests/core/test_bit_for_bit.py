"""Every shipped model computes what it computed when it was shipped, to the bit."""

from __future__ import annotations

import json

import pytest

from lstm_core import zoo
from tests.fixtures import make_digests

COMMITTED = json.loads(make_digests.FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def computed() -> dict[str, dict[str, object]]:
    return make_digests.computed()


@pytest.mark.parametrize("name", zoo.manifest())
def test_twenty_texts_give_the_committed_traces_and_streams(name: str, computed: dict[str, dict[str, object]]) -> None:
    found, kept = computed[name], COMMITTED[name]
    assert found["total"] == pytest.approx(kept["total"], rel=1e-5)
    if make_digests.exact():  # other processors round otherwise
        assert found == kept
