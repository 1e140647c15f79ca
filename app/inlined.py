"""The page's files inside one document: style sheets as text, modules as `data:` addresses in an import map.

A module inside a `data:` address has no folder that a relative address could start from. So the relative addresses of
what it imports are written as names, and the import map says where each is.
"""

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote

from .resources import place

#: As the page writes an import or a re-export: `… from './dom.js';`, at the end of a line, on one line or several.
IMPORT = re.compile(r"^(?P<what>(?:import|export)\b[^;']*?) from '(?P<address>\.{1,2}/[^']+)';", re.MULTILINE)
#: What may stand in an address as it is; line breaks may not: a reader of addresses drops them.
PLAIN = " !\"$&'()*+,-./0123456789:;<=>?@[]^_`{|}~"


def _name(path: str) -> str:
    return f"gatewalk/{path}"


def _by_name(paths: Mapping[str, str], match: re.Match[str]) -> str:
    return f"{match['what']} from '{_name(paths[match['address']])}';"


def modules(entry: str) -> dict[str, str]:
    """The modules that `entry` needs, itself among them: {path below `static/js`: source, its imports as names}."""
    folder = place("static") / "js"
    found: dict[str, str] = {}
    wanted = [entry]
    while wanted:
        path = wanted.pop()
        if path in found:
            continue
        source = (folder / path).read_text(encoding="utf-8")
        needed = {one: normpath(join(dirname(path), one)) for _, one in IMPORT.findall(source)}
        found[path] = IMPORT.sub(partial(_by_name, needed), source)
        wanted.extend(needed.values())
    return found


def import_map(entry: str) -> str:
    """The import map of `entry` and all that it needs, safe inside a script element."""
    addresses = {
        _name(path): f"data:text/javascript;charset=utf-8,{quote(source, safe=PLAIN)}"
        for path, source in sorted(modules(entry).items())
    }
    return escaped(json.dumps({"imports": addresses}, ensure_ascii=False, separators=(",", ":")))


def run(entry: str) -> str:
    """The source of a module that does nothing but run `entry`."""
    return f"import '{_name(entry)}';"


def styles(names: tuple[str, ...]) -> str:
    """The style sheets of these names, one after another."""
    folder: Path = place("static") / "css"
    return "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def escaped(text: str) -> str:
    """JSON that cannot end or begin an element."""
    return text.replace("<", "\\u003c")
