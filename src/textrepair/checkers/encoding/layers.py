"""A line through ftfy's encoding repair, token by token: what each damaged token was and what it becomes.

Only ftfy's repair of encodings is used, none of its taste: no quotes, widths, ligatures, line ends, entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...patterns.gate import hits
from .badness import BADNESS, is_bad
from .fixer import CHARMAP_ENCODINGS, UTF8_DETECTOR_RE, TextFixerConfig, fix_encoding_and_explain, ftfy

_CONFIG = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
_TOKEN = re.compile(r"[^ \t]+")
_SKELETON = re.compile(r"[^!-~]|\?")
#: A closing quotation mark is E2 80 9D, and 9D is no character of windows-1252: it got lost, once or in two layers.
_LOST = re.compile(r"(Ã¢â‚¬Â|Ã¢â‚¬|â€)(?=[ \t.,;:!)\]\"'-]|$)")
_C1 = re.compile("[\x80-\x9f]")
_BEYOND, _RUN = re.compile("[^\x00-\x7f]"), re.compile("[^\x00-\x7f]+")
#: What they are in windows-1252: to put these in their place is all that ftfy does to many a line.
_OF_C1 = {code: bytes((code,)).decode("cp1252", "ignore") or code for code in range(0x80, 0xA0)}
_LONGEST = 100_000
#: One of the steps that ftfy repeats until nothing is bad. It is none of its public names, so it may be missing.
_step_of_ftfy = getattr(ftfy, "_fix_encoding_one_step_and_explain", None)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Part of a line that was misread: `line[start:end]` should be `text`; it was read in the code page `page`."""

    start: int
    end: int
    text: str
    page: str


@lru_cache(maxsize=12)
def damage(line: str) -> tuple[Damaged, ...]:
    """The damaged tokens of a line as ftfy repairs them, with what it leaves over tried token by token."""
    if len(line) > _LONGEST:
        return tuple(_in_pieces(line))
    return () if _is_lone_controls(line) else tuple(_damage(line))


def _is_lone_controls(line: str) -> bool:
    """Whether all beyond ASCII is single controls, as U+0096 for a dash: no two bytes of UTF-8 that were misread.

    Nor are there when ftfy has made characters of windows-1252 of them; what they are is another defect.
    """
    return all(len(run) == 1 and run <= "\x9f" for run in _RUN.findall(line))


def _in_pieces(line: str) -> Iterator[Damaged]:
    """Very long lines are cut at blanks: the repair costs more than linear time."""
    at = 0
    while at < len(line):
        cut = line.rfind(" ", at, at + _LONGEST) + 1 if at + _LONGEST < len(line) else len(line)
        cut = cut if cut > at else min(at + _LONGEST, len(line))
        for d in _damage(line[at:cut]):
            yield Damaged(d.start + at, d.end + at, d.text, d.page)
        at = cut


def _damage(line: str) -> Iterator[Damaged]:
    whole = _LOST.sub(_with_last_byte, line)
    both = list(zip(_TOKEN.finditer(line), _TOKEN.finditer(whole), strict=True)) if whole != line else []
    starts, ends = {m.start(): at.start() for at, m in both}, {m.end(): at.end() for at, m in both}
    text = repaired(whole)
    controls = text == whole.translate(_OF_C1)
    for start, end, new in _unchanged(whole, text) if controls or text == whole else _pairs(whole, text):
        old = whole[start:end]
        start, end = starts.get(start, start), ends.get(end, end)
        if new == old:
            if old.isascii() or not UTF8_DETECTOR_RE.search(old):
                continue
            new = repaired(old)  # right characters elsewhere in the line kept the whole of it from being decoded
        if _is_stray(old, new):
            continue
        if new != old and not _same_but_controls(old, new) and not _is_title(old, new):
            yield Damaged(start, end, new, "lost-quote" if _LOST.search(line[start:end]) else page(old))


def _with_last_byte(m: re.Match[str]) -> str:
    return {"Ã¢â‚¬": "Ã¢â‚¬Â\x9d"}.get(m[1], m[1] + "\x9d")


def repaired(text: str) -> str:
    """ftfy's repair of the encoding, and nothing else. Whether more is bad RE2 says a hundred times as fast as ftfy."""
    if _step_of_ftfy is None:
        return fix_encoding_and_explain(text, _CONFIG).text
    while hits(BADNESS, text):
        before, text = text, _step_of_ftfy(text, _CONFIG).text
        if text == before:
            break
    return text


def page(text: str) -> str:
    """The code page in which UTF-8 was read; "layers" if more than once, "mixed" if no single one explains `text`."""
    for name in CHARMAP_ENCODINGS:
        try:
            once = text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
        if is_bad(once) and repaired(once) != once:
            return "layers"
        return "windows-1252" if name == "latin-1" and not _C1.search(text) else name.removeprefix("sloppy-")
    return (
        "layers"
        if UTF8_DETECTOR_RE.search(repaired(text)) or re.search("Ã[ƒ‚¢]|Ð [\u0400-\u04ff]|‚Ä|вЂ.в", text)
        else "mixed"
    )


def _same_but_controls(old: str, new: str) -> bool:
    """Whether only C1 controls were replaced: that is another defect."""
    return len(old) == len(new) and all(a == b or "\x80" <= a <= "\x9f" for a, b in zip(old, new, strict=True))


def _is_stray(old: str, new: str) -> bool:
    """Whether all that comes out is one letter of a script that never stands in a Latin word (`if€çb`)."""
    if re.search('[a-z][ÂÃ](?=["”’.,;:!?)]|$)', new) and not re.search("[^\x00-\x7f\x80-\x9fÂÃ]", old):
        return True  # decoding leaves a lone lead: more than this is lost
    strange = [c for c in new if c not in old]
    return len(strange) == 1 and "\u0590" <= strange[0] <= "\u1dff" and re.search("[A-Za-z]", new) is not None


def _is_title(old: str, new: str) -> bool:
    """Capitals may carry a circumflex before a no-break space: MISUTÂ AJIKKO."""
    return new == old.replace("Â\xa0", "\xa0") and bool(re.search("[A-Z]{2}Â\xa0(?![a-z])", old))


def _unchanged(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The same of a text in which the repair changes controls only: tokens that might hold something after all."""
    at = 0
    while hit := _BEYOND.search(old, at):
        start = max(old.rfind(" ", at, hit.start()), old.rfind("\t", at, hit.start()), at - 1) + 1
        token = _TOKEN.match(old, start)
        assert token is not None
        at = token.end()
        if token.group() == new[start:at]:
            yield start, at, token.group()


def _pairs(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Tokens of `old` with their repaired forms. A token may have swallowed the blank after it (`Ã s` is `às`).

    Those in ASCII that stay as they are, nearly all, are left out.
    """
    before, after = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    words, others = _TOKEN.findall(old), _TOKEN.findall(new)
    i = j = 0
    while i < len(before) and j < len(after):
        if len(words) - i >= len(others) - j and words[i] == others[j] and words[i].isascii():
            i, j = i + 1, j + 1
            continue
        wide, long = _step(old, before, after, i, j)
        if not wide:  # out of step: the rest is one piece
            yield before[i].start(), before[-1].end(), new[after[j].start() : after[-1].end()]
            return
        yield before[i].start(), before[i + wide - 1].end(), new[after[j].start() : after[j + long - 1].end()]
        i, j = i + wide, j + long
    if i < len(before):
        yield before[i].start(), len(old), new[after[j].start() if j < len(after) else len(new) :]


def _step(old: str, before: list[re.Match[str]], after: list[re.Match[str]], i: int, j: int) -> tuple[int, int]:
    """How many tokens on either side belong together, or (0, 0)."""
    surplus = (len(before) - i) - (len(after) - j)
    if surplus >= 0 and before[i].group() == after[j].group():
        return 1, 1
    choices = [(1, 1), (2, 1), (1, 2), (3, 1), (2, 2)]
    if surplus > 0:
        both = old[before[i].start() : before[i + 1].end()]
        if j + 1 == len(after) and surplus > 1:
            choices.insert(0, (len(before) - i, 1))
        if j + 1 == len(after) or repaired(both) == after[j].group():
            choices.insert(0, (2, 1))
    if surplus < 0 and j + 1 < len(after):
        choices.insert(0, (1, 2))
    for wide, long in choices:
        if i + wide > len(before) or j + long > len(after):
            continue
        if _bare(before[i : i + wide]) == _bare(after[j : j + long]):
            return wide, long
    return 0, 0


def _bare(tokens: list[re.Match[str]]) -> str:
    """What decoding leaves as it is: the visible ASCII characters, but not `?`, which may stand for a lost byte."""
    return "".join(_SKELETON.sub("", t.group()) for t in tokens)
