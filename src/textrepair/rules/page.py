"""One rule as a page, in Markdown: for the reference under docs/rules. `screen` shows the same on a terminal."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_args, get_origin

from ..families import FAMILIES
from .catalogue import builtin_folder
from .rule import Example, Rule
from .visible import visible

#: From how many findings a precision is stated.
FEW = 5

APPLIED = {"safe": "applied by default", "unsafe": "applied with `--unsafe-fixes`", "display": "never applied"}


def page(rule: Rule, level: int = 1) -> str:
    """The page. `level` is that of its heading."""
    parts = [f"{'#' * level} {rule.code} {rule.name}", markdown(rule.message), table(("", ""), facts(rule))]
    if rule.why:
        parts.append(" ".join(rule.why.split()))
    parts += _section("Looks for", looks_for(rule), level)
    parts += _section("Options", _options(rule), level)
    parts += _section("Examples", _examples(rule), level)
    if rule.url:
        parts.append(_source(rule))
    return "\n\n".join(parts) + "\n"


def _source(rule: Rule) -> str:
    """Where such a defect was seen, or what to read about it."""
    seen = rule.metadata.get("seen")
    return f"Seen in <{rule.url}>: {markdown(str(seen))}" if seen else f"See <{rule.url}>."


def _section(title: str, body: str, level: int) -> list[str]:
    return [f"{'#' * (level + 1)} {title}", body] if body else []


def facts(rule: Rule) -> list[tuple[str, str]]:
    """What is said of a rule in a word or two."""
    rows = [("family", rule.family), ("severity", rule.severity)]
    if rule.kind == "protect":
        rows = [("shields from", ", ".join(rule.applies_to) or "all families but ENC")]
    elif rule.fixes:
        rows.append(("repair", f"{rule.applicability}: {APPLIED[rule.applicability]}"))
    else:
        rows.append(("repair", "none, it is only reported"))
    rows.append(("languages", ", ".join(rule.languages) or "all"))
    if rule.except_languages:
        rows.append(("not in", ", ".join(rule.except_languages)))
    if rule.code in measured():
        rows.append(("measured precision", precision(rule.code)))
    if real(rule.code):
        rows.append(("right in real text", f"{real(rule.code):,}"))
    if rule.since:
        rows.append(("since", rule.since))
    return rows


def looks_for(rule: Rule, mark: Callable[[str], str] | None = None) -> str:
    """Its patterns or its checker. `mark` sets code apart from the words around it."""
    mark = mark or code
    if rule.kind == "checker":
        return f"The checker {mark(rule.checker)}: {_first_line(rule.checker)}"
    patterns = {"pattern": (rule.pattern,), "protect": rule.protect}.get(rule.kind, ())
    lines = [mark(p) for p in patterns] + [f"{mark(a)} → {mark(b)}" for a, b in rule.swap]
    if rule.fix is not None:
        lines[0] += f" → {mark(rule.fix)}" if rule.fix else ", and deletes it"
    lines += [f"but not where {mark(p)} overlaps" for p in rule.unless]
    return "\n".join(f"- {line}" for line in lines) + ("\n- in any case of letters" if rule.ignore_case else "")


def _first_line(checker: str) -> str:
    from ..checkers import find

    function = find(checker).function
    return (inspect.getdoc(function) or "").partition("\n")[0] or "(see its source)"


OPTION_HEADS = ("option", "type", "default", "here")


def _options(rule: Rule) -> str:
    rows = options(rule)
    return table(OPTION_HEADS, rows) if rows else ""


def options(rule: Rule) -> list[tuple[str, str, str, str]]:
    """The options of its checker, as code spans."""
    if rule.kind != "checker":
        return []
    from ..checkers import find

    known = find(rule.checker).options
    rows = [
        (f"`{n}`", type_name(p), value(p.default), value(rule.options[n]) if n in rule.options else "")
        for n, p in known.items()
    ]
    if rule.min_confidence:
        rows.append(("`min-confidence`", "float", "0", value(rule.min_confidence)))
    return rows


def type_name(parameter: inspect.Parameter) -> str:
    """How the type of an option is shown."""
    wanted = parameter.annotation
    if get_origin(wanted) is tuple:
        return "list"
    choices = get_args(wanted)
    return ", ".join(f"`{c}`" for c in choices) if choices else {"str": "text"}.get(wanted.__name__, wanted.__name__)


def value(found: Any) -> str:
    """An option's value as YAML would have it."""
    if isinstance(found, tuple):
        shown = json.dumps(list(found), ensure_ascii=False)
        return code(shown if len(shown) <= 60 else shown[:57] + "...")
    return code(json.dumps(found, ensure_ascii=False) if isinstance(found, (bool, str)) else f"{found}")


def _examples(rule: Rule) -> str:
    becomes = [(text(e.bad), _good(e), _note(e)) for e in rule.examples if e.bad is not None]
    stays = [(text(e.ok), _note(e)) for e in rule.examples if e.ok is not None]
    tables = []
    if becomes and any(e.good is not None for e in rule.examples):
        tables.append(table(("found", "becomes", ""), becomes))
    elif becomes:
        tables.append(table(("found", ""), [(a, c) for a, _, c in becomes]))
    if stays:
        tables.append(table(("stays", ""), stays))
    return "\n\n".join(tables)


def _good(example: Example) -> str:
    return "" if example.good is None else text(example.good)


def _note(example: Example) -> str:
    parts = [example.lang or "", example.note, f"not managed yet: {example.xfail}" if example.xfail else ""]
    return markdown("; ".join(filter(None, parts)))


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table, without its empty columns."""
    kept = [i for i, head in enumerate(heads) if any(r[i] for r in rows) or head]
    lines = [[heads[i] for i in kept], ["---"] * len(kept), *([r[i] for i in kept] for r in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def code(found: str) -> str:
    """A code span; it holds backticks too."""
    fence = "`" * (max((len(run) for run in _runs(found)), default=0) + 1)
    padded = f" {found} " if not found.strip() or found[:1] in "` " or found[-1:] in "` " else found
    return f"{fence}{padded}{fence}"


def _runs(found: str) -> Iterator[str]:
    run = ""
    for char in found + "x":
        if char == "`":
            run += char
        elif run:
            yield run
            run = ""


def text(found: str | None) -> str:
    """The text of an example as a code span, what can't be seen as escapes."""
    return code(visible(found)) if found else "(nothing)"


def markdown(found: str) -> str:
    """Plain text in Markdown: its marks lose their meaning."""
    return "".join("\\" + c if c in "\\`*_<>[]|" else c for c in visible(found))


@lru_cache(maxsize=1)
def measured() -> Mapping[str, Any]:
    """What the benchmarks found: code -> precision, number of findings, right ones in real text, set of texts."""
    path = builtin_folder() / "measured.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def precision(rule_code: str) -> str:
    """The measured precision of a rule, in words; empty where it is not known."""
    found = measured().get(rule_code)
    if not found:
        return ""
    if found["n"] < FEW:
        return f"{found['n']} {'finding' if found['n'] == 1 else 'findings'} on {found['set']}, too few to say"
    return f"{found['precision']:.1%} of {found['n']:,} findings on {found['set']}"


def real(rule_code: str) -> int:
    """How often the rule was right in text whose defects nobody had put there."""
    return int(measured().get(rule_code, {}).get("real", 0))


def family_title(prefix: str) -> str:
    """`JOI: joined`."""
    return f"{prefix}: {FAMILIES.get(prefix, 'protected spans')}"
