"""A training gives from its seed the weights that it gave before, to the bit."""

from __future__ import annotations

import json

from tests.fixtures import make_digests, make_training_digests


def test_short_trainings_end_where_they_ended() -> None:
    found = make_training_digests.computed()
    if make_digests.exact():
        assert found == json.loads(make_training_digests.FILE.read_text(encoding="utf-8"))
    else:  # other processors round otherwise, but not from one time to the next
        assert found == make_training_digests.computed()
