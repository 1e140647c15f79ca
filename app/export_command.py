"""`gatewalk export`: a sentence's walk as one HTML file."""

import argparse
from typing import Any

from . import run_arguments
from .catalog import Catalog
from .export import write_html
from .output import output
from .runs import begin
from .settings import Settings


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Adds the command's arguments."""
    export = commands.add_parser("export", help="write a sentence's walk as one HTML file that needs no server")
    run_arguments.add_to(export)
    export.add_argument("-o", "--output", default="walk.html", help="the file (default: %(default)s)")
    export.add_argument(
        "--charts", action="store_true", help="put plotly.js inside, for charts that answer the pointer"
    )


def export(settings: Settings, arguments: argparse.Namespace) -> None:
    """Writes the file and tells its size."""
    catalog = Catalog.load(settings)
    asked = run_arguments.request(settings, catalog, arguments)
    trace = begin(settings, catalog, asked).trace()
    size = write_html(catalog.get(asked.model), trace, arguments.output, arguments.charts)
    with output():
        print(f"{arguments.output}: {size / 1000:,.0f} kB")
