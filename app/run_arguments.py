"""The run that a command is given: its arguments, and the request that they make."""

import argparse

from . import limits
from .catalog import Catalog
from .run_request import RunRequest
from .settings import Settings
from .writing import PARAMETERS


def add_to(command: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    command.add_argument("text", help="the sentence")
    command.add_argument("--model", help="the model's name (default: the default model)")
    command.add_argument("--clamp", action="append", default=[], help="a valve held, e.g. layer0.f[11]@3-5=0")
    command.add_argument(
        "--scale", action="append", default=[], help="weights scaled, e.g. layer0.U=1.5 or layer0.W_f=0"
    )
    command.add_argument("--write", metavar="N", help="let the model write on: N words, letters or numbers")
    freely = "from 0 (default), always the most probable, to 2, anything goes"
    command.add_argument("--temperature", metavar="T", help=freely)
    command.add_argument("--top-k", metavar="K", help="choose among the K most probable (default: all)")
    command.add_argument("--seed", metavar="S", help="the same seed writes the same (default: 0)")


def request(settings: Settings, catalog: Catalog, arguments: argparse.Namespace) -> RunRequest:
    """The run that is asked for. Raises what `limits.request` raises."""
    given = vars(arguments)
    writing = {name: given[name] for name in PARAMETERS if given[name] is not None}
    return limits.request(settings, catalog, arguments.text, arguments.model, arguments.clamp, writing, arguments.scale)
