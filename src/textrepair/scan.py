"""The candidate search: which rules must look at which lines. Everything else of the text is never read by Python.

All RE2 triggers form one alternation, which a DFA runs over the text once. Only the lines where it hits are asked
which of the triggers it was. A trigger never decides: with `plain` every rule looks at every line, and the defects
are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .active import ActiveRule
from .document import Document
from .model import Span
from .words import WORD

_MEMORY = 64 << 20


class Scanner:
    """Finds the candidates of a fixed list of rules. Holds compiled automata: one per process, built when first used."""

    def __init__(self, rules: Sequence[ActiveRule], *, plain: bool = False) -> None:
        self._rules = rules
        gated = [] if plain or not _available() else [i for i, r in enumerate(rules) if r.trigger and r.trigger[0] != "@"]
        self._always = [i for i, r in enumerate(rules) if i not in set(gated) and (plain or (r.trigger or "@")[0] != "@" or not r.trigger)]
        self._features = {} if plain else {n: [i for i, r in enumerate(rules) if r.trigger == n] for n in FEATURE_LINES}
        self._always = [i for i in self._always if not any(i in v for v in self._features.values())]
        self._line = _Gate([(i, rules[i]) for i in gated if rules[i].scope == "line"])
        self._record = _Gate([(i, rules[i]) for i in gated if rules[i].scope == "record"])

    def candidates(self, doc: Document) -> list[tuple[int, Span]]:
        """Pairs of rule number and span to look at, in the order of rules, then of the text."""
        whole = (0, len(doc.text))
        found: set[tuple[int, Span]] = set()
        for i in self._always:
            found.update((i, span) for span in (doc.lines() if self._rules[i].scope == "line" else (whole,)))
        buffer = _utf8(doc.text)
        found.update((i, whole) for i in self._record.of(buffer))
        found.update(self._line.by_line(buffer, doc))
        for name, numbers in self._features.items():
            if numbers:
                lines = FEATURE_LINES[name](doc)
                for i in numbers:
                    if lines:
                        found.update((i, doc.line(n)) for n in lines) if self._rules[i].scope == "line" else found.add((i, whole))
        return sorted(found)


class _Gate:
    """The triggers of one scope: one alternation to find a hit, one set to say whose it is."""

    def __init__(self, rules: list[tuple[int, ActiveRule]]) -> None:
        self._numbers = [i for i, _ in rules]
        self._any: Any = None
        if not rules:
            return
        import re2

        options = re2.Options()
        options.max_mem = _MEMORY
        options.never_capture = True
        options.log_errors = False
        self._set = re2.Set.SearchSet(options)
        for _, rule in rules:
            assert rule.trigger
            self._set.Add(rule.trigger.encode())
        self._set.Compile()
        self._any = re2.compile("|".join(f"(?:{r.trigger})" for _, r in rules).encode(), options)

    def of(self, buffer: bytes) -> list[int]:
        """Numbers of the rules whose triggers hit anywhere."""
        if self._any is None or not self._any.search(buffer):
            return []
        return [self._numbers[k] for k in self._set.Match(buffer)]

    def by_line(self, buffer: bytes, doc: Document) -> Iterator[tuple[int, Span]]:
        """Rule numbers with the lines where their triggers hit."""
        if self._any is None:
            return
        search = self._any.search
        byte, char = 0, 0  # the same place in the buffer and in the text
        m = search(buffer, 0)
        while m:
            start = buffer.rfind(b"\n", 0, m.start()) + 1 if m.start() else 0
            end = buffer.find(b"\n", max(m.start(), start))
            end = len(buffer) if end < 0 else end
            line = buffer[start:end]
            char += len(buffer[byte:start].decode())
            length = len(line.decode())
            for k in self._set.Match(line) or ():
                yield self._numbers[k], (char, char + length)
            byte, char = end, char + length
            m = search(buffer, end + 1) if end < len(buffer) else None


def _utf8(text: str) -> bytes:
    """UTF-8 with U+FFFD for lone surrogates: as long, and readable for RE2."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def _available() -> bool:
    try:
        import re2  # noqa: F401
    except ImportError:
        return False
    return True


def _unknown_word_lines(doc: Document) -> list[int]:
    unknown = doc.unknown_words
    if not unknown:
        return []
    return [n for n, (a, b) in enumerate(doc.lines()) if not unknown.isdisjoint(WORD.findall(doc.text, a, b))]


def _repeat_lines(doc: Document) -> list[int]:
    found = []
    for n, (a, b) in enumerate(doc.lines()):
        words = WORD.findall(doc.text.lower() if n == 0 and False else doc.text, a, b)
        if any(x == y or x.lower() == y.lower() for x, y in zip(words, words[1:], strict=False) if x[:1].lower() == y[:1].lower()):
            found.append(n)
    return found


FEATURE_LINES = {"@unknown-word": _unknown_word_lines, "@repeat": _repeat_lines}
