"""Where small networks learn while somebody watches: bounded in number, in time, and gone when nobody looks any more.

A training is done frame by frame, each frame a piece of work for a thread of their own. Between two of them the
event loop has its turn, and trainings take theirs by turns; one whose reader has left is not gone on with: there is no
thread to be ended. One that cannot take its place in time is refused.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic as seconds

from lstm_core.errors import GatewalkError
from lstm_core.live import Frame, Setup, Trainer, frames
from lstm_core.models import Model

from .errors import BusyError
from .settings import Settings
from .work import Workroom

THREADS = 1  # Python runs one at a time: a second would finish nothing sooner, and stand in the way of all else
UNSEEN = 5  # updates at a time of a training that nobody watches
PAUSE = 0.002  # seconds between two frames of one training, in which others are served


class Classroom:
    """The trainings that are at work."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Whoever has a place gets its turns: what waits for them is bounded by the places.
        self._room = Workroom("learning", THREADS, settings.trainings, settings.train_seconds)
        self._places = asyncio.Semaphore(settings.trainings)
        self.at_work = 0  # trainings that have a place; changed on the event loop alone

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._settings.patience if self._places.locked() else None):
                await self._places.acquire()
        except TimeoutError:
            raise BusyError(self._settings.patience) from None
        self.at_work += 1
        try:
            yield
        finally:
            self.at_work -= 1
            self._places.release()

    async def watch(self, setup: Setup, after: int = -1) -> AsyncIterator["Trainer | Frame | Outcome"]:
        """The training as it begins, its frames but for those up to update `after`, its outcome.

        Raises `BusyError` where there is no place, `GatewalkError` (code `training_too_long`) where it takes too long.
        """
        async with self._place():
            trainer = await self._room.do(lambda: Trainer(setup))
            yield trainer
            coming, spent, learned = frames(trainer), 0.0, None

            def work() -> tuple[Frame | None, float]:
                began = seconds()
                return next(coming, None), seconds() - began

            while True:
                frame, took = await self._room.do(work)
                spent += took
                if frame is None:
                    break
                last = frame
                if learned is None and frame.accuracy == 1:
                    learned = frame.update
                if frame.update > after:
                    yield frame
                if spent > self._settings.train_seconds:
                    raise too_long(self._settings.train_seconds, frame.update)
                await asyncio.sleep(PAUSE)
            yield Outcome(last, learned, spent, trainer.model())

    async def train(self, setup: Setup) -> Model:
        """The network that comes out of a training, which nobody watches. Raises as `watch` does."""
        async with self._place():
            trainer, spent = await self._room.do(lambda: Trainer(setup)), 0.0

            def work() -> float:
                began = seconds()
                for _ in range(min(UNSEEN, setup.steps - trainer.updates)):
                    trainer.update()
                return seconds() - began

            while trainer.updates < setup.steps:
                spent += await self._room.do(work)
                if spent > self._settings.train_seconds:
                    raise too_long(self._settings.train_seconds, trainer.updates)
                await asyncio.sleep(PAUSE)
            return trainer.model()


class Outcome:
    """What a training came to: its last frame, the first update at which all was right, what it took, the network."""

    def __init__(self, last: Frame, learned: int | None, seconds: float, model: Model) -> None:
        self.last, self.learned, self.seconds, self.model = last, learned, seconds, model


def too_long(seconds: float, update: int) -> GatewalkError:
    """A training took more time than it may."""
    return GatewalkError(
        code="training_too_long",
        message=f"The training had computed for {seconds:g} seconds after {update:,} updates.",
        expected=f"A training takes {seconds:g} seconds of computing at most.",
        action="Ask for fewer updates or units, or try again when the server has less to do.",
        field="steps",
    )
