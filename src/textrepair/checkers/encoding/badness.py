"""ftfy's badness pattern for RE2: the gate before its encoding repair.

`ftfy.fix_encoding` changes a line only if its badness pattern is found in it (ftfy 6.3, `is_bad`), so a line without
a hit may be skipped: the result is that of running ftfy on every line.
"""

from __future__ import annotations

from .fixer import BADNESS_RE, is_bad

_WORD = r"[\pL\pN_]"
_SPACE = r"[ \t\x0b-\r\x1c-\x1f\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"


def _terse(pattern: str) -> str:
    """A verbose pattern without its comments and insignificant blanks."""
    out: list[str] = []
    at, inside = 0, False
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            out.append(pattern[at : at + 2])
            at += 2
            continue
        if not inside and char == "#":
            at = pattern.find("\n", at)
            at = len(pattern) if at < 0 else at
            continue
        if inside or not char.isspace():
            out.append(char)
        inside = char != "]" if inside else char == "["
        at += 1
    return "".join(out)


def _quoted(pattern: str) -> str:
    """Every character beyond ASCII, and every control character, as RE2 writes it."""
    return "".join(c if " " <= c <= "~" else f"\\x{{{ord(c):x}}}" for c in pattern)


#: RE2 form of the pattern. ftfy sees one line at a time: `^` is the start of a line, and nothing matches its end.
BADNESS = (
    _quoted(_terse(BADNESS_RE.pattern))
    .replace(r"\w", _WORD)
    .replace(r"\s", _SPACE)
    .replace("|^[", "|(?m:^)[")
    .replace("[^A-Za-z]", r"[^A-Za-z\n]")
)

__all__ = ["BADNESS", "is_bad"]
