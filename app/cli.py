"""The `gatewalk` command: serve the page and open it, or print one trace, or two side by side."""

import argparse
import sys
from collections.abc import Sequence

from lstm_core import compare
from lstm_core.errors import GatewalkError

from . import against, export_command, run_arguments
from .catalog import Catalog
from .json_text import compact
from .output import output
from .runs import begin
from .serve import serve
from .settings import Settings
from .version import VERSION


def parser(settings: Settings) -> argparse.ArgumentParser:
    """The command's arguments; `settings` gives their defaults."""
    top = argparse.ArgumentParser(
        prog="gatewalk",
        description="Walk a sentence through a trained LSTM. Without a command: serve the page and open it.",
    )
    top.add_argument("--version", action="version", version=f"gatewalk {VERSION}")
    top.add_argument("--host", default=settings.host, help="address to listen on (default: %(default)s)")
    top.add_argument("--port", type=int, default=settings.port, help="0 takes any free one (default: %(default)s)")
    top.add_argument("--no-browser", action="store_true", help="do not open a browser")
    commands = top.add_subparsers(dest="command")
    export_command.add_to(commands)
    trace = commands.add_parser("trace", help="print the trace of a sentence as JSON")
    run_arguments.add_to(trace)
    compared = commands.add_parser("compare", help="print two runs side by side as JSON")
    run_arguments.add_to(compared)
    told = "the other run as an address has it, e.g. 'model=compare-rnn&text=I+grew+up&clamp=layer0.f=0'"
    compared.add_argument("--against", metavar="RUN", required=True, help=told)
    return top


def _trace(settings: Settings, arguments: argparse.Namespace) -> None:
    catalog = Catalog.load(settings)
    asked = run_arguments.request(settings, catalog, arguments)
    with output():
        for piece in begin(settings, catalog, asked).trace().pieces():
            print(piece, end="")
        print()


def _compare(settings: Settings, arguments: argparse.Namespace) -> None:
    catalog = Catalog.load(settings)
    asked = run_arguments.request(settings, catalog, arguments)
    other = against.request(settings, catalog, arguments.against)
    a, b = (begin(settings, catalog, run).trace() for run in (asked, other))
    with output():
        print(compact(compare(a, b).to_dict()))


def _serve(settings: Settings, arguments: argparse.Namespace) -> None:
    chosen = settings.model_copy(update={"host": arguments.host, "port": arguments.port})
    serve(chosen, open_browser=not arguments.no_browser)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status: 1 where something given to it cannot be used, told on stderr."""
    try:
        settings = Settings.from_environment()
        with output():  # the help, the version
            asked = parser(settings).parse_args(arguments)
        {None: _serve, "trace": _trace, "compare": _compare, "export": export_command.export}[asked.command](
            settings, asked
        )
    except GatewalkError as error:
        print(f"gatewalk: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
