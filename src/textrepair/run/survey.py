"""The first pass over a corpus that `--profile` asks for: counts of lines, lengths and names, in bounded memory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..corpora import format_for
from ..corpora.streams import open_input
from ..errors import CorpusError, UsageError
from ..evidence import MEASURES, Evidence, measures, unfinished
from ..later import later_regex
from .source import Source

Progress = Callable[[int], object]

#: Lines and names of so many records are kept.
_RECORDS = 5
_LINE, _SHORTEST = 200, 3
#: What is counted in vain is dropped now and then: seen once so far, of so many.
_MOST = 2_000_000
#: A spike: so many unfinished records of one length, and so many times those of the lengths around it, on average.
_SPIKE, _TIMES, _AROUND, _LOWEST = 8, 10, 10, 20
_NAME = later_regex(r"(?<=[\p{Ll},;] )\p{Lu}\p{Ll}{2,}(?![\p{L}'’-])")


class Survey:
    """The counts so far."""

    def __init__(self) -> None:
        self.records = 0
        self.lines: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.lengths: dict[str, Counter[int]] = {m: Counter() for m in MEASURES}

    def add(self, text: str) -> None:
        """One record. A line or a name counts once in it."""
        self.records += 1
        lines = {line.strip() for line in text.split("\n")}
        self.lines.update(line for line in lines if _SHORTEST <= len(line) <= _LINE)
        self.names.update(set(_NAME.findall(text)))
        if unfinished(text):
            for measure, length in measures(text).items():
                self.lengths[measure][length] += 1
        for counter in (self.lines, self.names):
            if len(counter) > _MOST:
                _prune(counter)

    def evidence(self) -> Evidence:
        """What stands out."""
        return Evidence(
            self.records,
            {line: n for line, n in self.lines.items() if n >= _RECORDS},
            {measure: _spikes(lengths) for measure, lengths in self.lengths.items()},
            frozenset(name for name, n in self.names.items() if n >= _RECORDS),
        )


def _prune(counter: Counter[str]) -> None:
    """Drop the rarest half, roughly."""
    least = 1
    while len(counter) > _MOST // 2:
        for key in [k for k, n in counter.items() if n <= least]:
            del counter[key]
        least += 1


def _spikes(lengths: Counter[int]) -> dict[int, int]:
    found = {}
    for length, count in lengths.items():
        around = sum(lengths[length + d] for d in range(-_AROUND, _AROUND + 1) if d)
        if count >= _SPIKE and length >= _LOWEST and count * 2 * _AROUND >= _TIMES * around:
            found[length] = count
    for length, count in sorted(found.items(), reverse=True):
        # Where the limit fell behind a word, its blank is often gone: one less is the same limit.
        if lengths[length - 1]:
            found[length] = found[length - 1] = count + lengths[length - 1]
    return found


def survey(sources: Iterable[Source], progress: Progress | None = None) -> Evidence:
    """The evidence of some files. Raises `CorpusError` where one can't be read."""
    found = Survey()
    for source in sources:
        form = format_for(source.path, source.profile.input_format)
        with open_input(source.path) as stream:
            for piece in form.read(stream, source.shown, source.profile.options):
                for record in piece.records:
                    found.add(record.text)
                if progress:
                    progress(len(piece.raw))
    return found.evidence()


def gathered(sources: Sequence[Source], progress: Progress | None = None) -> list[tuple[str, Evidence]]:
    """Gather and write the profiles that the settings of the files name and that are not there yet."""
    wanted: dict[str, list[Source]] = {}
    for source in sources:
        file = source.profile.settings.profile
        if file and not os.path.exists(file):
            wanted.setdefault(file, []).append(source)
    done = []
    for file, some in wanted.items():
        if any(source.path is None for source in some):
            raise UsageError("a profile takes a pass of its own, and stdin can be read only once", "name files")
        evidence = survey(some, progress)
        _write(Path(file), evidence)
        done.append((file, evidence))
    return done


def _write(file: Path, evidence: Evidence) -> None:
    """The file appears when all of it is there."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(evidence.written(), encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CorpusError(f"{file}: the profile cannot be written: {error}", "check the folder") from error
