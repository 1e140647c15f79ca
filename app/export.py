"""One HTML file that holds a walk: page, trace, the model's weights. It opens from a disk, without a network."""

import base64
import hashlib
from html import escape
from pathlib import Path

from lstm_core import Trace, zoo
from lstm_core.arithmetic import layer_weights
from lstm_core.errors import InputError
from lstm_core.models import Model
from lstm_core.models.logit import carried

from . import inlined
from .assets import Plotly
from .entries import describe
from .json_text import compact
from .sheets import SHEETS

ENTRY = "standalone.js"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{styles}</style>
<script type="importmap">{import_map}</script>
<script type="application/json" id="document">{document}</script>
{plotly}<script type="module">{run}</script>
</head>
<body>
<div id="gatewalk"></div>
</body>
</html>
"""


def _policy(*scripts: str) -> str:
    """Nothing from anywhere: only these inline scripts, and the modules' `data:` addresses."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{one}'" for one in hashes)
    return (
        f"default-src 'none'; script-src data: {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def document(model: Model, trace: Trace) -> str:
    """What the page reads in place of a server, as JSON: `{"models", "trace", "weights", "head"}`."""
    model = model.scaled(trace.scales)
    card = zoo.manifest().get(model.name)
    known = card if card is not None and card.sha256 == model.sha256 else None
    limits = {"characters": len(trace.text), "steps": len(trace)}  # it asks for no other text
    models = {"models": [describe(model.spec, model.sha256, known)], "default": model.name, "limits": limits}
    written = compact(models)
    weights = compact(layer_weights(model))
    head = compact(carried(model, trace))
    return f'{{"models":{written},"trace":{trace.to_json()},"weights":{weights},"head":{head}}}'


def _plotly() -> tuple[str, str]:
    """(plotly.js compressed in an element, plotly.js itself): it is unpacked when the page is at rest."""
    library = Plotly()
    asset = library.get(library.version)
    assert asset.packed is not None
    packed = base64.b64encode(asset.packed).decode()
    return f'<script type="application/gzip" id="plotly">{packed}</script>\n', asset.content.decode()


def html(model: Model, trace: Trace, charts: bool = False) -> str:
    """The file's text: `trace`, which must be of `model`, walked. `charts` puts plotly.js inside, some 2 MB more."""
    import_map, run = inlined.import_map(ENTRY), inlined.run(ENTRY)
    element, library = _plotly() if charts else ("", "")
    return PAGE.format(
        policy=_policy(import_map, run, *([library] if charts else [])),
        title=escape(f"{' '.join(trace.text.split())[:60]} · Gatewalk"),
        styles=inlined.styles(SHEETS),
        import_map=import_map,
        document=inlined.escaped(document(model, trace)),
        plotly=element,
        run=run,
    )


def write_html(model: Model, trace: Trace, path: str | Path, charts: bool = False) -> int:
    """Writes the file; returns its size in bytes. Raises `InputError` where it cannot be written."""
    content = html(model, trace, charts).encode()
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError) as error:  # a null character in a path is a ValueError
        raise InputError(
            code="unwritable_file",
            message=f"{path} cannot be written: {getattr(error, 'strerror', None) or error}.",
            expected="A path in a folder that is there and may be written to.",
            action="Name another file with -o.",
            field="output",
        ) from error
    return len(content)
