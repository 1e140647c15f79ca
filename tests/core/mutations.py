"""Weights files gone wrong in every way that a seed finds: bytes, lengths, headers, specifications."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from safetensors.numpy import load as load_tensors

Odd = object
#: What may stand where something else should.
ODD: tuple[Odd, ...] = (
    *(None, True, False, 0, 1, -1, 2, 3, 65_536, 65_537, 2**31, 2**63, 2**64, 10**400, -(2**70)),
    *(0.5, 1e308, float("nan"), float("inf"), float("-inf")),
    *("", " ", "0", "3", "lstm", "nan", "\0", "\ud800", "é", "x" * 10_000, "words", "stacked", "float64", "float16"),
    *([], {}, [[]], [None], {"": None}, [0], ["a"], ["a", "a"], {"spec": "{}"}, [1, 2, 3], [-1, 5], [5, -1]),
    json.loads("[" * 400 + "]" * 400),
)


def split(data: bytes) -> tuple[str, bytes]:
    """A file's header and what follows it."""
    size = int.from_bytes(data[:8], "little")
    return data[8 : 8 + size].decode(), data[8 + size :]


def join(header: str, tensors: bytes) -> bytes:
    """The file with that header, its length told truly."""
    raw = header.encode("utf-8", "surrogatepass")
    return len(raw).to_bytes(8, "little") + raw + tensors


def digest(data: bytes, described: dict[str, Any]) -> str:
    """What a file's own digest must be: of its specification and of every tensor, in the order of their names."""
    found = hashlib.sha256(json.dumps(described, sort_keys=True).encode())
    for name, tensor in sorted(load_tensors(data).items()):
        found.update(f"{name} {tensor.dtype.name} {tensor.shape}".encode() + tensor.tobytes())
    return found.hexdigest()


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) in a JSON document."""
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from places(node[key])


def disturb(document: Any, chance: random.Random) -> None:
    """Changes a JSON document at one place."""
    container, key = chance.choice(list(places(document)))
    match chance.randrange(6):
        case 0:
            del container[key]
        case 1 if isinstance(container, dict):
            container[chance.choice(["", "digest", "__metadata__", "nan", "layer0.W_f", "\ud800"])] = container.pop(key)
        case 2:
            other, place = chance.choice(list(places(document)))
            container[key] = copy.deepcopy(other[place])
        case 3 if isinstance(container[key], int):
            container[key] += chance.choice([-1, 1, 4, -4, 2**32])
        case _:
            container[key] = chance.choice(ODD)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, those of the header more often."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        end = chance.choice([9, 8 + int.from_bytes(data[:8], "little"), len(data)])
        changed[chance.randrange(end)] ^= chance.randrange(1, 256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """A piece left out, doubled, put elsewhere or blanked, or the end cut off."""
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    piece = data[first:last]
    return chance.choice(
        [
            data[:first],
            data[:first] + data[last:],
            data[:last] + piece + data[last:],
            piece + data[:first] + data[last:],
            data[:first] + bytes(len(piece)) + data[last:],
        ]
    )


def reheaded(data: bytes, chance: random.Random) -> bytes:
    """The header's own entries changed: types, shapes, places, metadata."""
    header, tensors = split(data)
    document = json.loads(header)
    for _ in range(chance.choice([1, 1, 2])):
        disturb(document, chance)
    return join(json.dumps(document), tensors)


def rewritten(data: bytes, chance: random.Random) -> bytes:
    """The header's text changed: keys twice, brackets without end, numbers without end, spaces, a wrong length."""
    header, tensors = split(data)
    entry = chance.choice(list(json.loads(header)))
    many = chance.choice([10, 400, 100_000])
    document = json.loads(header)
    texts = [
        header.replace("{", '{"' + entry + '": ' + json.dumps(chance.choice(ODD)) + ",", 1),
        header[:-1] + f", {json.dumps(entry)}: {json.dumps(document[entry])}" + "}",
        header[:-1] + ', "deep": ' + "[" * many + "]" * many + "}",
        header[:-1] + ', "deep": ' + '{"a":' * many + "1" + "}" * many + "}",
        header.replace("[0,", "[" + "9" * many + ",", 1),
        re.sub(r"\d+\]\}", "9" * min(many, 4300) + "]}", header, count=1),
        header.replace(",", " , ", chance.randrange(5)) + " " * chance.randrange(9),
        header.replace('"spec":"{', '"spec":"' + "[" * many + "{", 1),
        header.replace('"spec":"{', '"more":"","spec":"{', 1),
    ]
    return join(chance.choice(texts), tensors)


def respecified(data: bytes, chance: random.Random) -> bytes:
    """The specification changed, its digest made anew: as a program that writes wrong files would."""
    header, tensors = split(data)
    document = json.loads(header)
    described = json.loads(document["__metadata__"]["spec"])
    del described["digest"]
    for _ in range(chance.choice([1, 1, 1, 2])):
        disturb(described, chance)
    described["digest"] = digest(data, described)
    document["__metadata__"]["spec"] = json.dumps(described)
    return join(json.dumps(document), tensors)


#: Changes that the file's digest must find, and the one that it cannot.
MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, reheaded, rewritten, respecified)
