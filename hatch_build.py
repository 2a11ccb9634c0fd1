"""Puts the built-in catalogue into the wheel ready-made: a first start then reads no YAML. See `rules/shipped.py`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyMade(BuildHookInterface):
    """For built wheels only: in an editable installation the rules are there to be changed."""

    def dependencies(self) -> list[str]:
        """What it takes to read the rules, and the checkers that they name."""
        return ["ftfy>=6.3", "orjson>=3.10", "platformdirs>=4", "PyYAML>=6.0", "regex>=2024.4.16"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it with the package that is being built."""
        if version == "editable":
            return
        self._work = tempfile.TemporaryDirectory()
        made = Path(self._work.name, "ready-made")
        source = str(Path(self.root, "src"))
        environment = {**os.environ, "PYTHONPATH": source, "TEXTREPAIR_CACHE": self._work.name}
        subprocess.run([sys.executable, "-m", "textrepair.ready", str(made)], env=environment, check=True)
        build_data["force_include"][str(made)] = "textrepair/catalogue/ready-made"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """It is in the wheel now."""
        if version != "editable":
            self._work.cleanup()
