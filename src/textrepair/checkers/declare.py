"""How a checker is declared and found by its name."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .. import plugins
from ..document import Document
from ..errors import PluginError
from ..model import Match, Span

if TYPE_CHECKING:
    from ..lexicon import Lexicon

Scope = Literal["line", "record", "word"]
#: Whether a word may matter to a checker of scope "word", whatever stands around it.
WordTest = Callable[["Lexicon", str], bool]
#: Whether a run without blanks, or two or three pieces of a word, may matter to a checker; the document says language
#: and vocabulary only. Keyword-only parameters are the rule's options.
RunTest = Callable[..., bool]
#: The same of a dash: the two words before it, the dash with its blanks, the two words behind it, and whether the words
#: beside it are in the text elsewhere with nothing but a hyphen between them. A mere blank: one that lost its hyphen.
DashTest = Callable[[Document, str, str, str, bool], bool]
#: Whether a place may matter to a checker of scope "word", whatever the word: a first look at what stands around it.
PlaceTest = Callable[[Document, Span], bool]
#: What may stand before the text of a line for a trigger `=option`: blanks, bullets, pointers and brackets.
LEADING = "[ \\t\u00a0\u200b\u3000•·●■▪►▶»›→–—|*_【】\\[\\]-]*"
FEATURES = (
    "@unknown-word", "@torn-word", "@broken-word", "@repeat", "@doubled-word", "@repeated-phrase", "@repeated-item",
    "@repeated-characters", "@repeated-line", "@repeated-ending", "@repeat-across-lines", "@letter-run",
    "@rare-piece", "@foreign-word", "@english-word", "@open-end", "@open-sentence", "@unbalanced-quotes",
    "@mixed-quotes", "@open-bracket", "@capital-inside",
    "@figure-beside", "@stop-inside", "@comma-inside", "@loose-dash",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checker:
    """A declared checker: the generator, the options it takes with their defaults, and how it may be called."""

    function: Callable[..., Iterator[Match]]
    scope: Scope
    trigger: str
    when: WordTest | None = None
    wants: RunTest | DashTest | None = None
    local: bool = False
    longest: str = ""
    beside: PlaceTest | None = None

    @property
    def options(self) -> dict[str, inspect.Parameter]:
        """The options by the names used in rules (`min-length` for the parameter `min_length`)."""
        return dict(_options(self.function))


@lru_cache(maxsize=512)
def _options(function: Callable[..., Iterator[Match]]) -> dict[str, inspect.Parameter]:
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    return {p.name.replace("_", "-"): p for p in parameters if p.kind is p.KEYWORD_ONLY}


def checker(
    *,
    scope: Scope = "line",
    trigger: str = "",
    when: WordTest | None = None,
    wants: RunTest | DashTest | None = None,
    local: bool = False,
    longest: str = "",
    beside: PlaceTest | None = None,
) -> Callable[[Callable[..., Iterator[Match]]], Checker]:
    """Declare a generator `(doc, span, *, options...) -> Iterator[Match]` as a checker.

    `when`: what can be said of a word (scope "word") or a broken word ("@broken-word") without its text; `wants`: the
    same of a run without blanks ("@capital-inside", "@figure-beside", "@stop-inside", "@comma-inside"), of pieces with
    a blank between ("@torn-word", "@rare-piece") or of a dash ("@loose-dash"). `beside`: a quick look around a word
    (scope "word"); where it says no the checker finds nothing. `local`: of a line it says the same in every text of a
    language and a vocabulary, technical texts aside (see `joined.place.technical`): where a repair has not changed a
    line, it need not be asked again. `longest`: the name of the option that says how many characters the lines have
    that it looks at, at most.
    """
    if trigger.startswith("@") and trigger not in FEATURES:
        raise ValueError(f"unknown trigger {trigger}")
    if scope == "word" and trigger != "@unknown-word":
        raise ValueError("a checker of words is called for unknown words")
    if beside and scope != "word":
        raise ValueError("only around words is there anything beside")
    if local and scope != "line":
        raise ValueError("only a checker of lines can be local")

    def declare(function: Callable[..., Iterator[Match]]) -> Checker:
        return Checker(function, scope, trigger, when, wants, local, longest, beside)

    return declare


@lru_cache(maxsize=512)
def find(name: str) -> Checker:
    """The checker of a name such as `encoding.mojibake`. Raises `PluginError` if there is none or it does not load."""
    found = [p for p in plugins.points(plugins.CHECKERS) if p.name == name]
    if not found:
        return _builtin(name)
    if len(found) > 1 or is_builtin(name):
        owners = " and ".join([str(p) for p in found] + ["textrepair itself"] * is_builtin(name))
        raise PluginError(f"the checker {name} is brought by {owners}", "uninstall one, or give it another name")
    checker = found[0].load()
    if not isinstance(checker, Checker):
        raise PluginError(f"plugin {found[0]} is no checker", "declare it with @textrepair.checkers.checker")
    return checker


def builtin_names() -> list[str]:
    """Names of all built-in checkers, without importing them."""
    home = Path(__file__).parent
    files = (f.relative_to(home) for f in home.glob("*/*.py") if not f.name.startswith("_"))
    names = (f.with_suffix("").as_posix().replace("/", ".").replace("_", "-") for f in files)
    return sorted(n for n in names if _declares(n))


@lru_cache(maxsize=512)
def is_builtin(name: str) -> bool:
    """Whether the package itself brings the checker."""
    return _path(name).is_file()


def _path(name: str) -> Path:
    family, _, file = name.replace("-", "_").partition(".")
    return Path(__file__).parent / family / f"{file}.py"


def _declares(name: str) -> bool:
    """Whether the file is a checker: some are only help for others."""
    return "@checker" in _path(name).read_text(encoding="utf-8")


def _builtin(name: str) -> Checker:
    module = f"textrepair.checkers.{name.replace('-', '_')}"
    try:
        found = importlib.import_module(module).check
    except (ModuleNotFoundError, AttributeError, ValueError) as error:
        if isinstance(error, ModuleNotFoundError) and error.name and not error.name.startswith("textrepair"):
            raise PluginError(f"checker {name} needs the package {error.name}", f"pip install {error.name}") from error
        names = [*builtin_names(), *(p.name for p in plugins.points(plugins.CHECKERS))]
        import difflib

        close = difflib.get_close_matches(name, names, 1, 0.6)
        hint = f"did you mean {close[0]}?" if close else "docs/rules/checkers.md lists the built-in ones"
        raise PluginError(f"there is no checker {name}", hint) from error
    if not isinstance(found, Checker):
        raise PluginError(f"{module}.check is no Checker", "declare it with @checker")
    return found
