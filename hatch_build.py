"""What is made when textrepair is installed or its wheel is built: the kernel in C, and the catalogue read.

Without a compiler the package is built all the same: Python does the kernel's work then, slower, with the same result.
Of the catalogue see `rules/shipped.py`: what was made of it counts until it is changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.tags import sys_tags

SOURCES = Path("src/textrepair/kernel")
FOLDER = "textrepair/kernel"
#: The sources come first by hand: of PYTHONPATH pip's environments drop what is installed outside, editable or not.
_READY = """
import runpy, sys
sys.path.insert(0, sys.argv.pop(1))
runpy.run_module("textrepair.ready", run_name="__main__")
"""


class Build(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What it takes to read the rules, and the checkers that they name."""
        return ["ftfy>=6.3", "orjson>=3.10", "platformdirs>=4", "PyYAML>=6.0", "regex>=2024.4.16"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put what is made into the wheel; of an editable installation, beside its sources."""
        self._folders: list[Path] = []
        if self.target_name != "wheel":
            return
        if _has_limited_api():
            self._with_kernel(version, build_data)
        self._with_catalogue(version, build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what is in the wheel now."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _folder(self) -> Path:
        """A new folder that is there until the wheel is made."""
        self._folders.append(Path(tempfile.mkdtemp(prefix="textrepair-build-")))
        return self._folders[-1]

    def _with_kernel(self, version: str, build_data: dict[str, Any]) -> None:
        made = self._compiled(self._folder())
        if made is None:
            return
        if version == "editable":
            _lay(made, Path(self.root, "src", FOLDER))
            return
        build_data["pure_python"] = False
        build_data["tag"] = f"cp311-abi3-{_platform()}"
        build_data["force_include"][str(made)] = f"{FOLDER}/{made.name}"

    def _with_catalogue(self, version: str, build_data: dict[str, Any]) -> None:
        folder = self._folder()
        made = folder / "ready-made"
        environment = {**os.environ, "TEXTREPAIR_CACHE": str(folder)}
        command = [sys.executable, "-c", _READY, str(Path(self.root, "src")), str(made)]
        try:
            subprocess.run(command, env=environment, check=True)
        except subprocess.CalledProcessError:
            self.app.display_warning("the catalogue was not made ready: the first start of the wheel reads it")
            return
        if version == "editable":
            _lay(made, Path(self.root, "src/textrepair"))
            return
        build_data["force_include"][str(made)] = "textrepair/catalogue/ready-made"

    def _compiled(self, folder: Path) -> Path | None:
        """The compiled module, or None with a warning."""
        from setuptools import Distribution, Extension
        from setuptools.command.build_ext import build_ext

        sources = sorted(str(p) for p in Path(self.root, SOURCES).glob("*.c"))
        extension = Extension("_kernel", sources, py_limited_api=True)
        command = build_ext(Distribution({"ext_modules": [extension]}))
        command.build_lib, command.build_temp = str(folder), str(folder / "temp")
        try:
            command.ensure_finalized()
            command.run()
        except (Exception, SystemExit) as error:  # whatever a compiler's absence or refusal raises
            self.app.display_warning(f"the kernel was not compiled ({error}): textrepair works without, slower")
            return None
        return Path(command.get_ext_fullpath("_kernel"))


def _lay(made: Path, folder: Path) -> None:
    """Put a file into the sources of an editable installation; a running process may have mapped the one before."""
    there = folder / made.name
    there.unlink(missing_ok=True)
    shutil.copyfile(made, there)


def _has_limited_api() -> bool:
    return sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")


def _platform() -> str:
    """The platform of this machine as wheels name it. `manylinux` is not ours to promise: auditwheel checks that."""
    return next(t.platform for t in sys_tags() if "manylinux" not in t.platform and "musllinux" not in t.platform)
