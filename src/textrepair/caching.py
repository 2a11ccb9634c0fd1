"""The user's cache folder: what a run may remember for the next one, and could work out again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident

#: Folders of rules, and of installed packages, that are in use at a time.
_MOST = 24


def cache_folder() -> Path:
    """Where derived tables live: `TEXTREPAIR_CACHE`, or the platform's cache folder."""
    wanted = os.environ.get("TEXTREPAIR_CACHE")
    if not wanted:
        import platformdirs

        wanted = platformdirs.user_cache_dir("textrepair", False)
    return Path(wanted)


def store_one_of(path: Path, data: bytes) -> None:
    """As `store`, for one of the files that differ in what follows the hyphen of their names only: the oldest go."""
    store(path, data)
    with suppress(OSError):  # another process may be at it
        kin = sorted(path.parent.glob(f"{path.name.split('-')[0]}-*"), key=lambda file: file.stat().st_mtime_ns)
        for file in kin[:-_MOST]:
            file.unlink(missing_ok=True)


def store(path: Path, data: bytes) -> None:
    """Write a file at once or not at all, whoever else may be writing it."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:  # a read-only home: work on without a cache
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
