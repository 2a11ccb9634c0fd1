"""The whole family on one text: clean text stays, damage is repaired once and for all, nothing ever raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Record, Repairer
from textrepair.settings import Settings

SAFE = Repairer(Settings(select=("ENC",)))
ALL = Repairer(Settings(select=("ENC",), unsafe_fixes=True))

STAYS = [
    ("“Curly quotes” stay, and so does l’apostrophe…", "en"),
    ("« Bonjour\u202f! »", "fr"),
    ("全角ＡＢＣ１２３，在中文里。", "zh"),
    ("می\u200cخواهم", "fa"),
    ("👨\u200d👩\u200d👧 and 🏳️\u200d🌈", "en"),
    ("العدد \u200f(12)\u200f هنا", "ar"),
    ("Влади\u0301мир, А\u0301нна", "ru"),
    ("C:\\new\\table and \\nabla f", "en"),
    ("x = re.compile(r'[\\u4e00-\\u9fff]')", "en"),
    ("see https://example.org/Z%C3%BCrich?a=1&amp;b=2 there", "en"),
    ("`&nbsp;` is an entity of HTML", "en"),
    ("<td>&nbsp;</td> stays", "en"),
    ("one\r\ntwo\r\n", "en"),
    ("5 μm, kΩ, TNFα, SMSка, VIPы", "en"),
    ("├── src\n└── tests", "en"),
    ("Jäääär, þægilegt, Çağ, ñandú", None),
    ("a 100%AB mix, x=20, y=3D", "en"),
    ("What?Yes. Is it a caf?", "en"),
    ("сРГБ, АдобеРГБ и ПроФотоРГБ представљени помоћу троуглова", "sr"),
    ('"M?ller" findet Müller und Miller', "de"),
    ("die Muster .*/\\.git und (.+)\\.tar\\.gz", "de"),
    ("права root'а и Debian'у", "ru"),
    ("παράμετρος ΔεδομέναX και ΔεδομέναY", "el"),
    ("жалкой %8$sатаки народа", "ru"),
]
BECOMES = [
    ("La Ni&ntilde;a &amp;amp; don&amp;#39;t", "La Niña & don't", "en"),
    ("\ufeffGood \u200bday", "Good day", "en"),
    ("He\x07 slept\x00", "He slept", "en"),
    ("10Î&frac14;s", "10μs", "en"),
    ("\x93Yes\x94 \x96 it\x92s", "“Yes” – it’s", "en"),
    ("a \ud83d\ude00 b \ude00c", "a 😀 b c", "en"),
    ("caf\\u00e9 and na\\xc3\\xafve", "café and naïve", "en"),
    ("Êàê äåëà, Ìîñêâà?", "Как дела, Москва?", "ru"),
    ('Ðóññêèé "ÿçûê": Â òî âðåìÿ', 'Русский "язык": В то время', "ru"),
]


@pytest.mark.parametrize(("text", "language"), STAYS)
def test_stays(text, language):
    """Right text has no defect, not even one for show."""
    assert ALL.run(Record(text, language=language)).defects == ()


UNSURE = [
    ("ersetzt durch „Ã©“, „Ã¨“ oder „Ã§“ im Text", "de"),  # a manual tells what mojibake looks like
    ("wird als &#1234; geschrieben", "de"),  # an example: no other letter of its script
    ('gibt den Text "ＬＩＢＲＯ" zurück', "de"),
    ("для Комунsтичного уряду", "uk"),  # Ukrainian has no ѕ
    ("параметр ШИРИНАxВЫСОТА задаёт размер", "ru"),  # a sign of multiplication
    ("co rozumiesz przez to \\n ??", "pl"),
]


@pytest.mark.parametrize(("text", "language"), UNSURE)
def test_unsure(text, language):
    """What may be spoken of, or meant, is found and not repaired without being told to."""
    result = SAFE.run(Record(text, language=language))
    assert any(d.fix is not None and d.fix.applicability == "unsafe" for d in result.defects)
    assert result.text == text


@pytest.mark.parametrize(("bad", "good", "language"), BECOMES)
def test_becomes(bad, good, language):
    """Several defects of one text settle together, by safe repairs alone."""
    assert SAFE.run(Record(bad, language=language)).text == good


PIECES = st.sampled_from(
    ["Ã©", "â€™", "&amp;", "quot;", "\\n", "\\u00e9", "\ufffd", "\u200b", "\xad", "\r", "\n", "\ud83d", "\ude00", "\x92",
     "caf", "don", "t", " ", "ﬁ", "１２", "а", "Ð", "%C3%A9", "=C3", "鈥", "檛", "縺", "▁", "@@ ", "<0xE2>", "`", "<p>", "?", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_settles(text):
    """A second run changes nothing more, and no text makes a checker raise."""
    once = ALL.run(Record(text, language="en"))
    if any(d.code == "FIX001" for d in once.defects):
        assert once.text == text
        return
    assert ALL.run(Record(once.text, language="en")).text == once.text


@pytest.mark.parametrize("piece", ["ê", "\ufffd", "&", "\\", "a\xad", "\u200b", "Ã©", "a?", "\ud83d", " "])
def test_long_lines(piece):
    """A long line of anything costs no more than its length."""
    SAFE.run(Record(piece * 20_000, language="en"))
