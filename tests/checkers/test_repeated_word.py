"""Doubled words: what stays and what becomes what."""

import pytest

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code.startswith("REP1") or r.kind == "protect"]
ENGINES = {unsafe: Engine(RULES, Settings(unsafe_fixes=unsafe)) for unsafe in (False, True)}


def fixed(text, language="en", unsafe=False):
    """The text as the rules for doubled words repair it."""
    return ENGINES[unsafe].run(Record(text, language=language)).text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I think that that is all he had had.", "en"),
        ("Bora Bora, Duran Duran, Pago Pago, Yo-Yo Ma and Zsa Zsa", "en"),
        ("It was a very very long long night.", "en"),
        ("ha ha ha, no no no, bye bye", "en"),
        ("call 55 55 12 12 12 now", "en"),
        ("two two-hour talks", "en"),
        ("see src/the the/book", "en"),
        ("the The Hague tribunal", "en"),
        ("nous nous levons, vous vous levez", "fr"),
        ("Männer, die die Arbeit tun, und wie sie sie tun", "de"),
        ("myslím, že se se mnou sejde", "cs"),
        ("慢慢走, 高高兴兴", "zh"),
        ("Dia berjalan pelan pelan.", "id"),
        ("the ’and and the ’eart", "en"),
        ("a.a and a/a and x x + y y", "en"),
        ("access public   exact     all  none none", "en"),
    ],
)
def test_stays(text, language):
    """Right doublings, names, numbers, parts of something."""
    assert fixed(text, language, unsafe=True) == text


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("We saw the the house.", "en", "We saw the house."),
        ("The the house fell.", "en", "The house fell."),
        ("We saw the  the house.", "en", "We saw the house."),
        ("A flood of visitors visitors came.", "en", "A flood of visitors came."),
        ("une taxe sur les les ventes", "fr", "une taxe sur les ventes"),
        ("das Haus und und der Garten", "de", "das Haus und der Garten"),
        ("живём в в городе", "ru", "живём в городе"),
        ("la casa de de mi tío", "es", "la casa de mi tío"),
    ],
)
def test_becomes_by_default(text, language, want):
    """Words that are never doubled on purpose."""
    assert fixed(text, language) == want


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("It was in in the church.", "en", "It was in the church."),
        ("We like this this this year.", "en", "We like this year."),
        ("It met in the United United States.", "en", "It met in the United States."),
        ("vor dem Rathaus Rathaus der Stadt", "de", "vor dem Rathaus der Stadt"),
        ("It met Russia, Spain, Spain, and the rest.", "en", "It met Russia, Spain, and the rest."),
    ],
)
def test_becomes_on_demand(text, language, want):
    """Likely slips wait for --unsafe-fixes."""
    assert fixed(text, language) == text
    assert fixed(text, language, unsafe=True) == want
