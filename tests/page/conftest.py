"""A server that has a model of each kind beside the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.page.random_models import MODELS, write


@pytest.fixture(scope="session")
def kinds(share: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Its address. Every worker writes the same files; the server reads those of the first who asked."""
    folder = tmp_path_factory.mktemp("kinds")
    return share("kinds", GATEWALK_MODELS=os.pathsep.join(str(write(folder, model)) for model in MODELS.values()))
