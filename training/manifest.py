"""Writes the cards of the shipped models: what a model is, and what it scored."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from lstm_core.models import ModelSpec, shapes_of
from training.config import Config

SOURCES = {
    "common-voice": {
        "name": "Mozilla Common Voice, English sentences",
        "licence": "CC0-1.0",
        "source": "https://github.com/common-voice/common-voice, server/data/en",
    },
    "books": {
        "name": "27 novels, most for children, from Project Gutenberg",
        "licence": "public domain in the United States",
        "source": "https://www.gutenberg.org",
    },
    "children-stories": {
        "name": "Children's stories of Pratham Books and the African Storybook, see docs/story-credits.tsv",
        "licence": "CC BY 4.0",
        "source": "https://storyweaver.org.in, https://www.africanstorybook.org",
    },
    "tiny-stories": {
        "name": "TinyStories, Eldan & Li 2023, a part",
        "licence": "CDLA-Sharing-1.0",
        "source": "https://huggingface.co/datasets/roneneldan/TinyStories",
    },
    "generated": {
        "name": "Gatewalk's generated corpus",
        "licence": "MIT",
        "source": "training/corpus in this repository",
    },
    "tasks": {"name": "Gatewalk's own task", "licence": "MIT", "source": "training/tasks in this repository"},
    "polarity": {
        "name": "Sentence polarity, Pang & Lee 2005",
        "licence": "CC BY 4.0",
        "source": "https://www.cs.cornell.edu/people/pabo/movie-review-data",
    },
    "pros-cons": {
        "name": "Pros and cons of products, Ganapathibhotla & Liu 2008",
        "licence": "CC BY 4.0",
        "source": "https://www.cs.uic.edu/~liub/FBS/pros-cons.rar",
    },
    "shakespeare": {
        "name": "Shakespeare, 1.1 MB",
        "licence": "public domain; the file MIT",
        "source": "https://github.com/karpathy/char-rnn, data/tinyshakespeare",
    },
    "series": {
        "name": "Sunspots, CO₂ at Mauna Loa, El Niño sea temperature, Nile",
        "licence": "public domain",
        "source": "https://www.statsmodels.org/stable/datasets",
    },
}


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _write(path: Path, cards: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(cards, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def put(path: Path, config: Config, spec: ModelSpec, sha256: str) -> None:
    """Writes the card of a new checkpoint, in the place of the old one; its scores are empty until it is scored."""
    card = {
        "name": config.name,
        "title": config.title,
        "description": config.description,
        "group": config.group,
        "task": spec.task,
        "cell": spec.cell,
        "units": spec.units,
        "parameters": sum(math.prod(shape) for shape in shapes_of(spec).values()),
        "sha256": sha256,
        "data": [SOURCES[name] for name in config.sources],
        "seed": config.seed,
        "scores": {},
        "examples": config.examples,
    } | ({"wording": config.wording} if config.wording else {})
    old = _read(path)
    new = [card if other["name"] == config.name else other for other in old]
    _write(path, new if card in new else [*new, card])


def put_scores(path: Path, name: str, scores: dict[str, Any]) -> None:
    """Writes what a checkpoint scored into its card."""
    _write(path, [card | {"scores": scores} if card["name"] == name else card for card in _read(path)])
