"""A server that has a model of each kind beside the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.page.random_models import MODELS, write


@pytest.fixture(scope="session")
def kinds(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Its address."""
    folder = tmp_path_factory.mktemp("kinds")
    return serve(GATEWALK_MODELS=os.pathsep.join(str(write(folder, model)) for model in MODELS.values()))
