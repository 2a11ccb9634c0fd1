"""The built-in catalogue as a wheel brings it, read and planned when the wheel was built.

On a first start no YAML is read then, and no pattern is parsed. It counts only if every rule file, and every file of
the package that it was made with, has the content that it had: in an editable installation, until one is changed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from .. import __version__
from ..digest import blake2b
from . import own, stored
from .rule import Rule

#: Its name in the folder of the built-in rules.
NAME = "ready-made"
#: Where an editable installation has it: in the folder of the rules it would be taken for one of theirs.
BESIDE = Path(__file__).parents[1]


class Shipped(NamedTuple):
    """The rules of the built-in files, and what `plans` wants to know of them."""

    rules: list[Rule]
    plans: dict[str, Any]


@lru_cache(maxsize=2)
def shipped(folder: Path) -> Shipped | None:
    """What lies in the folder of the built-in rules; None if nothing does, or it was made from something else."""
    for place in (folder, BESIDE):
        try:
            digest, body = (place / NAME).read_bytes().split(b"\n", 1)
            if digest == _digest(folder, body):
                plans, rules = body.split(b"\n", 1)
                return Shipped(stored.read(rules), orjson.loads(plans))
        except (OSError, ValueError, TypeError, KeyError):
            continue
    return None


def made(folder: Path, rules: list[Rule], plans: dict[str, Any]) -> bytes:
    """What `shipped` finds in the folder, as bytes."""
    body = orjson.dumps(plans, default=sorted) + b"\n" + stored.written(rules)
    return _digest(folder, body) + b"\n" + body


def _digest(folder: Path, body: bytes) -> bytes:
    """Changes with the content of every file that it was made from, and of what was made."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.y*ml")}
    digest = blake2b(__version__.encode(), digest_size=32)
    for name, file in sorted([*files.items(), *((n, Path(p)) for n, p in own.names().items())]):
        content = file.read_bytes()
        digest.update(b"%b\0%d\0%b" % (name.encode(), len(content), content))
    digest.update(body)
    return digest.hexdigest().encode()
