"""Small texts are scanned without numpy and without most automata: nothing may be missed by that."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair import Record, Repairer, Settings
from textrepair.document import Document
from textrepair.patterns.gate import gate
from textrepair.patterns.needs import BEYOND, folded, met, needs
from textrepair.rules.catalogue import load_catalogue
from textrepair.scan.batch import PAD, Batch
from textrepair.scan.features import Features
from textrepair.scan.gates import Gates
from textrepair.scan.scanner import Scanner
from textrepair.scan.scanners import Scanners
from textrepair.scan.single import strange
from textrepair.scan.small import SmallScanner
from textrepair.scan.stored import known_words
from textrepair.scan.tokens import tokenize
from textrepair.scan.torn import DECIDING


@pytest.mark.parametrize(
    ("trigger", "wanted"),
    [
        ("abc", {"abc"}),
        ("[Rr]ead(?:more|ing)", {"read"}),
        ("a|bc", {"a", "bc"}),
        ("x*ab?c", {"a"}),
        ("(?:Source|Editor)\\x{3a}", {"source", "editor"}),
        ("(?i:t[Ii\\x{130}\\x{131}]p)", {"tip"}),
        ("[\\x{400}-\\x{52f}]{3}", {BEYOND}),
        ("[\\x{a1}-\\x{f7}][\\x{a1}-\\x{fe}]", {BEYOND}),
        ("a{2,3}|(?m:^)b", {"a", "b"}),
        ("[^a]", None),
        ("[a-z]?", None),
        ("\\pL+", None),
        ("(?:abc)?", None),
        ("a|b*", None),
        ("a(?<b", None),
    ],
)
def test_needs(trigger, wanted):
    """One of these is in every text in which the trigger hits."""
    assert needs(trigger) == (None if wanted is None else frozenset(wanted))


def _examples():
    return [(e.text, e.lang) for rule in load_catalogue() for e in rule.examples]


def test_what_hits_has_what_it_needs():
    """For each trigger of the catalogue and each example."""
    rules = [r for r in Repairer(Settings())._ready()._rules if (r.trigger or "@")[0] != "@"]
    triggers = {r.trigger: r.needs for r in rules if r.needs is not None}
    assert len(triggers) > 100
    texts = [(t.encode("utf-8", "replace"), folded(t.encode("utf-8", "replace").decode())) for t, _ in _examples()[::3]]
    for trigger, wanted in triggers.items():
        compiled = gate(trigger)
        missed = [raw for raw, ready in texts if not met(wanted, ready) and compiled.search(raw)]
        assert not missed, trigger


def test_all_is_found_that_the_large_scanner_finds():
    """For each example of the catalogue: every rule with a match there is called."""
    engine = Repairer(Settings())._ready()
    by_language = {}
    for text, language in _examples():
        by_language.setdefault(language, []).append(text)
    for language, texts in by_language.items():
        small, large = SmallScanner(engine._rules, language), Scanner(engine._rules, language, Gates(engine._rules))
        docs = [engine._document(t, Record(t, language=language)) for t in texts]
        docs = [d for d in docs if d.language == language]
        found = {i: set(some) for i, some in small.scan(docs).items()}
        for i, some in large.scan(docs).items():
            rule = engine._rules[i]
            for n, span in some:
                if (n, span) not in found.get(i, ()):
                    assert not list(rule.find(docs[n], span)), (rule.rule.code, docs[n].text)


WORDS = (
    *("the", "re", "ports", "of", "ing", "famil", "iar", "a", "d", "T", "h", "e", "w", "i", "t", "s", "tud", "ents"),
    *("it's", "'s", "don\u2019", "le", "Whi", "中", "文", "é", "caf", "és", "n'", "o"),
)


@pytest.mark.parametrize("feature", ["@torn-word", "@rare-piece"])
@pytest.mark.parametrize("language", ["en", "de"])
@given(parts=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", "  ", "\n", ", ", "("]))))
def test_what_decides_is_the_same(feature, language, parts):
    """These two features let a rule look where it would find more elsewhere: so they have to be the same."""
    text = "".join(word + blank for word, blank in parts)
    doc, batch = Document(text, language), Batch([text])
    large = [batch.characters(record, span) for record, span in Features(batch, language, frozenset()).lines(feature)]
    assert list(DECIDING[feature](doc)) == large


def test_many_small_texts_get_the_large_scanner(monkeypatch):
    """After so many characters its making has paid."""
    monkeypatch.setattr("textrepair.scan.scanners.LARGEST", 100)
    engine = Repairer(Settings())._ready()
    scanners = Scanners(engine._rules)
    docs = [engine._document("a text of thirty characters", Record("")) for _ in range(4)]
    for doc in docs[:3]:
        scanners.scan([doc], {})
    assert not scanners._by_language
    scanners.scan(docs[3:], {})
    assert scanners._by_language


@given(st.text(alphabet=st.sampled_from("abcXYZ'’éßЖ中 -\u2014\xa0𝔸"), max_size=30))
def test_a_single_word_is_hashed_as_in_a_batch(word):
    """The two agree on what is strange, whatever it is made of."""
    table = known_words("en")
    assert strange("en", word) == bool(table.missing(tokenize(PAD + word.encode() + PAD).hashes).any())


def test_known_and_long_words_are_found():
    """Of words longer than eight letters the last eight and the length count too."""
    for word in ("the", "International", "responsibilities", "don't"):
        assert not strange("en-GB", word)
    assert strange("en", "internationel")


def test_a_small_file_loads_no_numpy(tmp_path):
    """To load it takes a quarter of the time to the first result."""
    text = "The end.Then the the fog came, and Mr Xyzzyq left fÃ¼r  good (of (course.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    code = (
        "import sys; from textrepair.cli.main import main; main(['check', 'a.txt', '--isolated', '--exit-zero']);"
        "sys.exit('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "JOI101" in done.stdout
    assert done.returncode == 0
