"""Small networks that learn while one watches: a task, a setup, and the frames of its training."""

from __future__ import annotations

from lstm_core.live.setup import Setup, keeper
from lstm_core.live.tasks import TASKS, Task
from lstm_core.live.trainer import Frame, Trainer, every, frames, trained

__all__ = ["TASKS", "Frame", "Setup", "Task", "Trainer", "every", "frames", "keeper", "trained"]
