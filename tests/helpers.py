"""Small helpers of these tests."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from textrepair.lexicon.writer import Writer


def put(path: str, content: str | bytes) -> Path:
    """Write a file below the current folder."""
    file = Path(os.getcwd(), path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def writer_of(zipfs: Mapping[str, float]) -> Writer:
    """What makes the tables of some words, the most frequent first."""
    made = Writer()
    for word, zipf in zipfs.items():
        made.add(zipf, [word])
    return made


def shell(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
