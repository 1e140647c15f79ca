"""Cards are what the configs tell: written anew from them, the shipped manifest stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

from training.manifest import CONFIGS, ZOO, retell


def test_the_shipped_cards_tell_what_the_configs_tell(tmp_path: Path) -> None:
    shipped = (ZOO / "manifest.json").read_text(encoding="utf-8")
    copy = tmp_path / "manifest.json"
    copy.write_text(shipped, encoding="utf-8")
    assert retell(copy, CONFIGS) == []
    assert copy.read_text(encoding="utf-8") == shipped, "run python -m training.manifest"


def test_only_what_is_told_changes_and_a_card_without_a_config_stays(tmp_path: Path) -> None:
    first, *others = json.loads((ZOO / "manifest.json").read_text(encoding="utf-8"))
    stray = first | {"name": "stray"}
    copy = tmp_path / "manifest.json"
    copy.write_text(json.dumps([first | {"title": "another", "scores": {"a": 1}}, stray, *others]), encoding="utf-8")
    assert retell(copy, CONFIGS) == ["stray"]
    assert json.loads(copy.read_text(encoding="utf-8")) == [first | {"scores": {"a": 1}}, stray, *others]
