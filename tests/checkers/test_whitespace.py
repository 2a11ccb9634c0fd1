"""Blanks, tabs, indentation and blank lines: what becomes of a text, and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code[:3] in ("PRT", "WSP")]
SAFE, ALL = Engine(RULES, Settings()), Engine(RULES, Settings(unsafe_fixes=True))

BECOMES = [
    ("en", "It was late. \nHe left.\t", "It was late.\nHe left."),
    ("en", "a letter in which  he explains\tit at length", "a letter in which he explains it at length"),
    ("en", "It rained.  Then it stopped.", "It rained. Then it stopped."),
    ("de", "wird \u00a0auch hier", "wird auch hier"),
    ("en", "bright brown\u00a0eyes", "bright brown eyes"),
    ("en", "the new\u3000plan and the\u2003old one", "the new plan and the old one"),
    ("en", "It began.\n\n  The minister said it.", "It began.\n\nThe minister said it."),
    ("de", "\u3000\u3000Der Minister sagte nichts.", "Der Minister sagte nichts."),
    ("en", "One.\n\n\n\n\nTwo.", "One.\n\nTwo."),
    ("en", "why we must change.  ”", "why we must change.”"),
]

STAYS = [
    ("en", "# Title\n\nA line  \nbroken here"),
    ("en", "One.  Two is.  Three is.  Four is.  Five is.  Six is."),
    ("en", "name    age\nAnn     33\nBob     41"),
    ("en", "a\tb\tc\nd\te\tf"),
    ("en", "Text:\n\n```\nx  =  1  \n\n\n\n\ny\n```"),
    ("en", "Roses are red,\n  violets are blue,\n  sugar is sweet,\nand so are you."),
    ("en", "1. one\n   continued here, as it was.\n* two\n  - three is a longer item."),
    ("en", "Mr.\u00a0Smith, J.\u00a0Doe, 10\u00a0km, §\u00a05, p.\u00a07"),
    ("fr", "Vraiment\u00a0? «\u00a0Oui\u00a0», 10\u00a0000 hab., à\u00a0Paris"),
    ("cs", "v\u00a0Praze, k\u00a0tomu, s\u00a0ním"),
    ("ru", "и\u00a0не\u00a0на, город\u00a0— это"),
    ("zh", "\u3000\u3000他说，很好。"),
    ("ja", "火星の石\u3000六十万年"),
    ("en", "OK??:(   `¬´    ):"),
    ("pt", "em todos os serviços diplom\u00a0ticos"),  # an á of DOS
    ("da", "se Afsnit\u00a0D.3 og Appendiks\u00a0E, eller Mac\u00a0OS"),
    ("fr", "les fichiers, les dossiers,\u00a0etc."),
    ("it", "ssh-keygen -R <nome\u00a0host> con -o\u00a0ServerAlive"),
    ("fr", "pour l’architecture Intel\u00a0x86 ou un live\u00a0CD, +$res|\u00a0contre\u00a0$type|"),
    (
        "de",
        "NAME\n\n    Das Werkzeug zeigt alle Dateien eines Ordners\n    und ihre Namen, einen in jeder Zeile.\n\n"
        "    Es gibt dafür keine Einstellung.\n\n    Die Namen werden so sortiert, wie es die Sprache\n"
        "    verlangt, die gerade eingestellt ist.\n\n    Wer das nicht will, kann es mit einer Option\n"
        "    ändern, die weiter unten steht.",
    ),
    ("zh", "│bsdutils  │来自  │"),
    ("de", "Wer zuletzt lacht, lacht am besten.\n\t\t-- Anna Berg, „Vom Lachen“"),
    ("fr", "Options :\n  Comprime le dessin."),
    ("da", "1. Find et sted.\n\n    Gå lidt omkring for at finde et."),
]

#: What may be layout or typography is left to those who ask for it.
UNSURE = [
    ("es", "  -S     Solamente compila, no enlaza."),
    ("cs", "ve městě  K o n s t a n c i  dne prvního"),
    ("de", "-fbounds-check=on\tGrenzprüfungen einschalten, nur auf Wunsch."),
    ("pl", "Wartości:\n    none   wyłącza wszystkie powyższe"),
    ("nl", "Regering: %s  Hoofdstad: %s en meer"),
    ("vi", "git add [<các tùy chọn>] [--]   <pathspec>…"),
    ("sv", "Virtuella paket\n Dessa paket finns inte i listan."),
]


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_unsure(language, text):
    """It is found, and stays by default."""
    result = SAFE.run(Record(text, language=language))
    assert result.text == text
    assert [d.fix.applicability for d in result.defects if d.fix]


@pytest.mark.parametrize(("language", "before", "after"), BECOMES)
def test_becomes(language, before, after):
    """A slip is repaired by default."""
    assert SAFE.run(Record(before, language=language)).text == after


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_stays(language, text):
    """Layout and typography are not even reported."""
    assert [(d.code, d.match) for d in ALL.run(Record(text, language=language)).defects] == []


PIECES = ["a", "Word", "b.", " ", "  ", "\t", "\u00a0", "\u3000", "\u2003", "\n", "\n\n", "|", "-", "中", "”", "\ud800"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["en", "fr", "cs", "zh", None]))
def test_only_blanks_change_and_they_settle(text, language):
    """Nothing but blanks and line ends goes, and fixing twice changes nothing more."""
    once = ALL.run(Record(text, language=language))
    assert not [d for d in once.defects if d.code.startswith("FIX")]
    assert "".join(once.text.split()) == "".join(text.split())
    assert ALL.run(Record(once.text, language=language)).text == once.text
