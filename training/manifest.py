"""Writes the cards of the shipped models: what a model is, and what it scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.config import Config

DATA = [
    {
        "name": "Mozilla Common Voice, English sentences",
        "licence": "CC0-1.0",
        "source": "https://github.com/common-voice/common-voice, server/data/en",
    },
    {"name": "Gatewalk's generated corpus", "licence": "MIT", "source": "training/corpus in this repository"},
]


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _write(path: Path, cards: list[dict[str, Any]]) -> None:
    cards.sort(key=lambda card: int(card["units"]))  # the smallest first: it is the default
    path.write_text(json.dumps(cards, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def put(path: Path, config: Config, sha256: str, parameters: int) -> None:
    """Writes the card of a new checkpoint; its scores are empty until it is scored."""
    card = {
        "name": config.name,
        "title": config.title,
        "description": config.description,
        "group": config.group,
        "task": "next-word",
        "cell": config.cell,
        "units": config.units,
        "parameters": parameters,
        "sha256": sha256,
        "data": DATA,
        "seed": config.seed,
        "scores": {},
        "examples": config.examples,
    }
    _write(path, [*(old for old in _read(path) if old["name"] != config.name), card])


def put_scores(path: Path, name: str, scores: dict[str, Any]) -> None:
    """Writes what a checkpoint scored into its card."""
    _write(path, [card | {"scores": scores} if card["name"] == name else card for card in _read(path)])
