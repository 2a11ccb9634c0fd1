"""A widened pattern hits wherever the pattern itself matches, and a pattern that is run by lines loses nothing by it."""

import pytest
import re2
import regex
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from textrepair.patterns import compile_pattern, widen
from textrepair.patterns.gate import utf8
from textrepair.rules import load_catalogue

CHARS = "abikKsSIxZ019_ \t\n\r.,-*!'\"()[]|&\\éßſK\u0130\u0131\u0301\xa0\u200b\u2028\u4e2d\u0416\u03a3ა🙂\U0001e943\ufffd\ud800\x00\x1c\x85"
LITERALS = [regex.escape(c, special_only=True) if ord(c) < 0xD800 or ord(c) > 0xDFFF else "\\ud800" for c in CHARS]
ATOMS = [".", r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", r"\h", r"\n", r"\x41", r"\u00e9", r"\0", r"\p{L}", r"\P{L}", r"\p{Lu}", r"\pL",
         r"\p{Han}", r"\p{^Latin}", r"\p{Cc}", r"\p{Common}", "[a-k]", "[^a-k]", r"[^\W\d_]", r"[^\S\n]", r"[^\s,]", r"[\w.-]", r"[\n-\r]",
         r"[^\p{L}]", r"[\P{L}x]", r"[]a]", r"[^]a]", "[ -~]", r"[\u0000-\u00ff]", r"[^\ufffd]", r"[\ud7ff-\ue000]", "[iK]", "[^\n]"]  # fmt: skip
EDGES = [
    r"\b",
    r"\B",
    "^",
    "$",
    r"\A",
    r"\Z",
    r"\z",
    r"(?<!\S)",
    r"(?!\w)",
    r"(?<=[^a])",
    r"(?=\n)",
    r"(?!.)",
    r"(?<=a)",
    r"(?=b)",
]
QUANTIFIERS = ["*", "+", "?", "{2}", "{1,3}", "{,2}", "{2,}", "{,}", "*?", "+?", "++", "{0}", "{0,400}"]

atoms = st.sampled_from(LITERALS + ATOMS)


def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of smaller ones."""
    groups = st.sampled_from(
        [
            "(?:{})",
            "({})",
            "(?i:{})",
            "(?s:{})",
            "(?>{})",
            "(?={})",
            "(?!{})",
            "(?<={})",
            "(?<!{})",
            "(?P<n>{})",
            "(?-i:{})",
        ]
    )
    return st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(groups, inner).map(lambda p: p[0].format(p[1])),
        st.tuples(inner, st.sampled_from(QUANTIFIERS)).map("".join),
        st.tuples(st.sampled_from(EDGES), inner).map("".join),
        st.tuples(inner, st.sampled_from(EDGES)).map("".join),
        inner.map(lambda p: f"({p})\\1"),
    )


patterns = st.recursive(atoms, larger, max_leaves=8)
texts = st.text(CHARS, max_size=24)


def holds(pattern: str, fold: bool, text: str) -> None:
    """Assert both promises for one pattern and one text."""
    wide = widen(pattern, fold)
    compiled = compile_pattern(pattern, fold)
    matches = [m.span() for m in compiled.finditer(text, timeout=2) if m.end() > m.start()]
    lines = line_spans(text)
    if not wide.multiline:
        by_line = [m.span() for a, b in lines for m in compiled.finditer(text, a, b, timeout=2) if m.end() > m.start()]
        assert by_line == matches, "a pattern run by lines finds something else"
    if wide.re2 is None:
        return
    options = re2.Options()
    options.log_errors = False
    gate = re2.compile(wide.re2.encode(), options)
    for start, end in matches:
        where = text if wide.multiline else next(text[a:b] for a, b in lines if a <= start and end <= b)
        assert gate.search(utf8(where)), (wide.re2, text[start:end])


def line_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of a text."""
    ends = [i for i, c in enumerate(text) if c == "\n"] + [len(text)]
    return list(zip([0, *(e + 1 for e in ends)], ends, strict=False))


@settings(max_examples=1500, deadline=None)
@given(patterns, st.booleans(), texts)
@example(r"(?s:a.b)", False, "a\nb")
@example(r"\P{L}b", False, "a\nb")
@example(r"a\Z", False, "a\na")
@example(r"(a)(b)\2", False, "abb")
@example("(?i)i", False, "\u0130")
@example(r"\bk", True, " \u212a")
@example("[^a]", False, "\ufffd")
def test_every_match_is_a_hit_of_the_widened_pattern(pattern, fold, text):
    """A gate must never miss."""
    try:
        compile_pattern(pattern, fold)
    except Exception:
        assume(False)
    try:
        holds(pattern, fold, text)
    except TimeoutError:
        assume(False)


RULES = load_catalogue()
OWN = sorted({(p, r.ignore_case) for r in RULES for p in (r.pattern, *(s for s, _ in r.swap), *r.protect) if p})
TEXTS = [t for r in RULES for e in r.examples for t in (e.text, e.good) if t]


@pytest.mark.parametrize(("pattern", "fold"), OWN)
def test_the_patterns_of_the_catalogue_widen(pattern, fold):
    """On all examples of the catalogue, and on what hypothesis makes of them."""
    for text in TEXTS:
        holds(pattern, fold, text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(OWN), st.lists(st.one_of(st.sampled_from(TEXTS), texts), max_size=4).map("\n".join))
def test_the_patterns_of_the_catalogue_widen_on_random_text(own, text):
    """As above, with mixed text."""
    holds(*own, text)


@pytest.mark.parametrize(
    "pattern",
    ["(?:a){e<=1}", r"\X", r"(?V1)[a--b]", "[[:alpha:]]", r"(?|a|b)", r"\L<words>", "(a)?(?(1)b|c)", r"\012", "x(?i)y"],
)
def test_what_is_not_understood_has_no_gate(pattern):
    """Rather slow than wrong."""
    assert widen(pattern).re2 is None
    assert widen(pattern).multiline


@pytest.mark.parametrize(
    "pattern", ["(?:(?:a{100}){100}){100}b", "(?:a{1,1000}){1,1000}b", "a{5000}", "(" * 900 + "a" + ")" * 900]
)
def test_huge_counts_stay_small(pattern):
    """The gate of a pattern fits into RE2, however often it repeats."""
    found = widen(pattern).re2
    assert found is None or re2.compile(found)


@pytest.mark.parametrize(
    ("pattern", "re2_form"),
    [
        (r"\bfoo\b", r"\bfoo\b"),
        (r"(?<=\p{Ll})\.(?=\p{Lu})", None),
        (r"a[ \t]+b", "a(?:[\\x{20}\\x{9}])+b"),
        (r"(?<!x)foo(?!y)", "foo"),
    ],
)
def test_widened_forms(pattern, re2_form):
    """What is written out is kept; conditions on the surroundings go."""
    found = widen(pattern)
    assert not found.multiline
    assert re2_form is None or found.re2 == re2_form
