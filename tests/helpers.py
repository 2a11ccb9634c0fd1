"""Small helpers of these tests."""

import os
from pathlib import Path


def put(path: str, content: str | bytes) -> Path:
    """Write a file below the current folder."""
    file = Path(os.getcwd(), path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file
