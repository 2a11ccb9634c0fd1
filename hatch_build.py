"""What is made when textrepair is installed or its wheel is built: the kernel in C, and the catalogue read.

Without a compiler the package is built all the same: Python does the kernel's work then, slower, with the same result.
The catalogue is made ready for wheels only, see `rules/shipped.py`: an editable installation is there to be changed.
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


class Build(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What it takes to read the rules, and the checkers that they name."""
        return ["ftfy>=6.3", "orjson>=3.10", "platformdirs>=4", "PyYAML>=6.0", "regex>=2024.4.16"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put what is made into the wheel; the kernel of an editable installation beside its sources."""
        if self.target_name != "wheel":
            return
        if _has_limited_api():
            self._with_kernel(version, build_data)
        if version != "editable":
            self._with_catalogue(build_data)

    def _with_kernel(self, version: str, build_data: dict[str, Any]) -> None:
        made = self._compiled(Path(tempfile.mkdtemp(prefix="textrepair-kernel-")))
        if made is None:
            return
        if version == "editable":
            there = Path(self.root, "src", FOLDER, made.name)
            there.unlink(missing_ok=True)  # a running process may have mapped it
            shutil.copyfile(made, there)
            return
        build_data["pure_python"] = False
        build_data["tag"] = f"cp311-abi3-{_platform()}"
        build_data["force_include"][str(made)] = f"{FOLDER}/{made.name}"

    def _with_catalogue(self, build_data: dict[str, Any]) -> None:
        folder = tempfile.mkdtemp(prefix="textrepair-catalogue-")
        made = Path(folder, "ready-made")
        environment = {**os.environ, "PYTHONPATH": str(Path(self.root, "src")), "TEXTREPAIR_CACHE": folder}
        try:
            subprocess.run([sys.executable, "-m", "textrepair.ready", str(made)], env=environment, check=True)
        except subprocess.CalledProcessError:
            self.app.display_warning("the catalogue was not made ready: the first start of the wheel reads it")
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


def _has_limited_api() -> bool:
    return sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")


def _platform() -> str:
    """The platform of this machine as wheels name it. `manylinux` is not ours to promise: auditwheel checks that."""
    return next(t.platform for t in sys_tags() if "manylinux" not in t.platform and "musllinux" not in t.platform)
