"""How a report for the terminal looks: colours or none, and how wide."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2"}


@dataclass(frozen=True, slots=True)
class Style:
    """`width` counts columns."""

    color: bool = False
    width: int = 80

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours, if there are any."""
        if not self.color or not text or not names:
            return text
        return f"\x1b[{';'.join(_CODES[n] for n in names)}m{text}\x1b[0m"


SEVERITY_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}
