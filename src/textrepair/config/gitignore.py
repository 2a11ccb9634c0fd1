"""What `.gitignore` files leave out: those of the folders walked and of those above, up to the repository's top."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

from .globs import encodable, spec_of


class GitIgnore:
    """Answers for any path; reads each `.gitignore` once."""

    def __init__(self) -> None:
        self._spec = lru_cache(maxsize=4096)(_read)
        self._top = lru_cache(maxsize=4096)(_repository)

    def ignored(self, path: Path, *, folder: bool = False) -> bool:
        """Whether git would leave out this file or folder, itself taken for not ignored by way of a folder above."""
        whole = path.absolute()
        top = self._top(whole.parent)
        for above in whole.parents:
            spec = self._spec(above)
            if spec is not None:
                name = encodable(whole.relative_to(above).as_posix())
                said = spec.check_file(name + "/" if folder else name).include
                if said is not None:
                    return said
            if above == top or top is None:
                break
        return False


def _read(folder: Path) -> GitIgnoreSpec | None:
    file = folder / ".gitignore"
    if not file.is_file():
        return None
    return spec_of(line.removesuffix("\r") for line in file.read_text("utf-8", "surrogateescape").split("\n"))


def _repository(folder: Path) -> Path | None:
    """The top of the repository that holds the folder."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)
