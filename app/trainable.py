"""What can be trained live, for the page that offers it: the tasks, and every cell with the gate that keeps."""

from lstm_core import cells
from lstm_core.live import TASKS, keeper

from .json_text import compact

TRAINABLE = compact(
    {
        "tasks": [{"name": task.name, "title": task.title, "says": task.says} for task in TASKS.values()],
        "cells": [
            {"name": cell.name, "short": cell.short, "keeps": keeper(cell)} for cell in map(cells.get, cells.names())
        ],
    }
)
