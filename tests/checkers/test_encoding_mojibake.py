"""UTF-8 read in the wrong code page: repaired as ftfy does on each line, and nothing else changes."""

import re

import pytest
from ftfy import TextFixerConfig, fix_encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.checkers.encoding.badness import BADNESS, is_bad
from textrepair.checkers.encoding.layers import _damage, _is_lone_controls, damage, page, repaired

BECOMES = [
    ("la rÃ©gion", "la région"),
    ("isnâ€™t it", "isn’t it"),
    ("Ã€ tous mes frÃ¨res, l’humanitÃ©", "À tous mes frères, l’humanité"),
    ("la SÃ©rie, Classificação", "la Série, Classificação"),
    ("voilÃ le travail", "voilà le travail"),
    ("atÃ© Ã s 19h", "até às 19h"),
    ("doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "doesn’t"),
    ("the â€œendâ€ of it", "the “end” of it"),
    ("crazy?Ã¢â‚¬Â He", "crazy?” He"),
    ("РџСЂРёРІРµС‚ РјРёСЂ", "Привет мир"),
    ("à¸ à¸²à¸©à¸²à¹„à¸—à¸¢", "ภาษาไทย"),
]
STAYS = [
    "Größe, Über, naïve café",
    "higher (“+” and “×” curves)",
    "RETWEET SE VOCÊ…",
    "NESTLÉ® requiere personal",
    "(-1/2)! = √π",
    "MISUTÂ\xa0AJIKKO",
    "We define { if€çb otherwise",
    "4288×…",
]


def applied(line: str) -> str:
    """The line with all its damage repaired."""
    out, at = [], 0
    for d in damage(line):
        out += (line[at : d.start], d.text)
        at = d.end
    return "".join(out) + line[at:]


@pytest.mark.parametrize(("bad", "good"), BECOMES)
def test_becomes(bad, good):
    """Damaged tokens become what they were."""
    assert applied(bad) == good


@pytest.mark.parametrize("line", STAYS)
def test_stays(line):
    """What only looks like damage stays."""
    assert damage(line) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("cafÃ©", "windows-1252"), ("caf√©", "macroman"), ("love\xe2\x80\x94my", "latin-1"), ("nÃƒÂ©", "layers")],
)
def test_page(text, name):
    """The rule is chosen by the code page that explains the token."""
    assert page(text) == name


MOJIBAKE = st.text(alphabet="abc éüñ’“”–—…€ñžПри\xa0中文😀", min_size=1, max_size=30).map(
    lambda t: t.encode().decode("sloppy-windows-1252", "replace")
)


@given(MOJIBAKE | st.text(max_size=40))
def test_spans_are_sound(line):
    """Spans are in order, inside the line, and each says something new."""
    line = line.replace("\n", " ")
    at = 0
    for d in damage(line):
        assert at <= d.start < d.end <= len(line)
        assert line[d.start : d.end] != d.text
        at = d.end


@given(MOJIBAKE)
def test_repair_is_that_of_ftfy(line):
    """Nothing but ftfy's encoding repair is used."""
    line = line.replace("\n", " ").replace("\r", " ")
    config = TextFixerConfig(
        fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False, normalization=None
    )
    assert repaired(line) == fix_encoding(line, config)


@given(MOJIBAKE | st.text(max_size=40))
def test_gate_never_misses(line):
    """Wherever ftfy's badness is found, its RE2 form is found too."""
    re2 = pytest.importorskip("re2")
    line = re.sub("[\n\ud800-\udfff]", "", line)
    if is_bad(line):
        options = re2.Options()
        options.max_mem = 64 << 20
        assert re2.compile(BADNESS.encode(), options).search(line.encode())


CONTROLS = st.sampled_from([chr(code) for code in range(0x80, 0xA0)])
PARTS = st.tuples(CONTROLS, st.text(alphabet="abeAN ?.,'&-\"\t", min_size=1, max_size=6))


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="abe ?.", max_size=6), st.lists(PARTS, max_size=7))
def test_single_controls_are_no_mojibake(first, parts):
    """ftfy has nothing to say of such a line, so it is not asked."""
    line = first + "".join(control + text for control, text in parts)
    assert _is_lone_controls(line)
    assert not list(_damage(line))
