"""Writes the cards of the shipped models: what a model is, and what it scored.

``python -m training.manifest`` writes what the configs tell of each model (its words, not its weights) into the cards
anew, without training.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import fields
from pathlib import Path
from typing import Any

from lstm_core.models import ModelSpec, shapes_of
from training import config as configs
from training.config import Config
from training.tasks import dates_written

ZOO = Path(__file__).resolve().parent.parent / "lstm_core" / "zoo"
CONFIGS = Path(__file__).resolve().parent / "configs"
MEASURED = ("task", "cell", "units", "parameters", "sha256", "seed", "scores")  # what a card says of the weights

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
        "name": "710 stories of Pratham Books and African Storybook, each credited in docs/story-credits.tsv",
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

# What a notice's `unless` may name instead of writing it out.
PATTERNS = {"dates": dates_written.WRITTEN}


def _read(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _write(path: Path, cards: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(cards, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def card(config: Config, measured: dict[str, Any]) -> dict[str, Any]:
    """A card: what its config tells of a model, and the entries MEASURED of its weights."""
    notices = [
        {"unless": PATTERNS.get(notice["unless"], notice["unless"]), "unknown": False, "says": notice["says"]}
        if "unless" in notice
        else {"unless": None} | notice
        for notice in config.notices
    ]
    return (
        {"name": config.name, "title": config.title, "description": config.description, "group": config.group}
        | {name: measured[name] for name in MEASURED[:-2]}
        | {"data": [SOURCES[name] for name in config.sources]}
        | {name: measured[name] for name in MEASURED[-2:]}
        | {"examples": config.examples, "scope": config.scope}
        | ({"notices": notices} if notices else {})
        | ({"wording": config.wording} if config.wording else {})
    )


def put(path: Path, config: Config, spec: ModelSpec, sha256: str) -> None:
    """Writes the card of a new checkpoint, in the place of the old one; its scores are empty until it is scored."""
    parameters = sum(math.prod(shape) for shape in shapes_of(spec).values())
    measured = dict(zip(MEASURED, (spec.task, spec.cell, spec.units, parameters, sha256, config.seed, {}), strict=True))
    whole = card(config, measured)
    old = _read(path)
    new = [whole if other["name"] == config.name else other for other in old]
    _write(path, new if whole in new else [*new, whole])


def put_scores(path: Path, name: str, scores: dict[str, Any]) -> None:
    """Writes what a checkpoint scored into its card."""
    _write(path, [card | {"scores": scores} if card["name"] == name else card for card in _read(path)])


def retell(path: Path, folder: Path) -> list[str]:
    """Writes what the configs of ``folder`` tell into the cards of ``path``; the names of those without one."""
    found: dict[str, Config] = {}
    for file in sorted(folder.glob("*.toml")):
        entries = configs.read(file)
        if "name" in entries:  # else it is what others have in common
            own = {entry.name: entries[entry.name] for entry in fields(Config) if entry.name in entries}
            found[own["name"]] = Config(**own)
    cards = _read(path)
    _write(path, [card(found[old["name"]], old) if old["name"] in found else old for old in cards])
    return [old["name"] for old in cards if old["name"] not in found]


def main() -> None:
    """Rewrites the cards of the zoo, or those of --zoo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zoo", type=Path, default=ZOO)
    asked = parser.parse_args()
    if without := retell(asked.zoo / "manifest.json", CONFIGS):
        raise SystemExit(f"No config tells of {', '.join(without)}: their cards are as they were.")


if __name__ == "__main__":
    main()
