"""Repeated phrases, sentences and lines: what stays and what becomes what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code.startswith("REP") or r.kind == "protect"]
SAFE, UNSAFE = Engine(RULES, Settings()), Engine(RULES, Settings(unsafe_fixes=True))


@pytest.mark.parametrize(
    "text",
    [
        "It went on and on and on, again and again and again.",
        "Day after day after day, step by step by step.",
        "more and more and more people",
        "He is here. He is here because of you.",
        "When you close the editor, the editor writes a file.",
        "“Go on, go on,” he said.",
        "1 0 1 0 1 0, A B A B, 17:21, 17:21",
        "Good morning. Good morning. It is. It is.",
        "}\n}\nend\nend\n| a | b |\n| a | b |",
        "Row, row, row your boat\ngently down the stream",
        "AAのAAの, as they wrote",
    ],
)
def test_stays(text):
    """Rhetoric, greetings, numbers, code."""
    assert UNSAFE.run(Record(text, language="en")).text == text


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("They were immediately were immediately told.", "They were immediately told."),
        ("It has been so been so been so been so bad.", "It has been so bad."),
        ("a garden of the of the of the of the town", "a garden of the town"),
        ("The gate opens at nine today. The gate opens at nine today. Come!", "The gate opens at nine today. Come!"),
        (
            "The river rose and took the bridge.\nThe river rose and took the bridge.\nEnd.",
            "The river rose and took the bridge.\nEnd.",
        ),
        (
            "The river rose and took the bridge.\n\nThe river rose and took the bridge.\n\nEnd.",
            "The river rose and took the bridge.\n\nEnd.",
        ),
    ],
)
def test_becomes_by_default(text, want):
    """Loops of machine translation, sentences and lines taken twice."""
    assert SAFE.run(Record(text, language="en")).text == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("See [Genuine Books] [Genuine Books] here", "See [Genuine Books] here"),
        ("There is a lot to do and there is a lot to do, and I go.", "There is a lot to do and I go."),
        ("All the more, it was late, it was late, and we left.", "All the more, it was late, and we left."),
    ],
)
def test_becomes_on_demand(text, want):
    """Repetitions that may be meant wait for --unsafe-fixes."""
    assert SAFE.run(Record(text, language="en")).text == text
    assert UNSAFE.run(Record(text, language="en")).text == want


@pytest.mark.parametrize(
    "text",
    [
        "They travel from town to town to perform, rocked side to side to look moving.",
        "Let us call a spade a spade, for that makes an oak an oak.",
        "It is as black as black gets and as well as well made.",
        "As young as he was he was already there, and what is told is told badly.",
        "If he dies before my father my father shall have it, whatever we are we are still here.",
        "She used the creme of the creme of the town and plans to travel to face to face meetings.",
        "The city grows along with the film The film is about love.",
        "I saw my Lady and my Lady Ashton, the fat of animals, of animals and of men.",
        "Press the switch to switch to the next one.",
        "again and again and again and again and again he came",
        "Go over here over here, they said of people like you like you.",
    ],
)
def test_stays_by_default(text):
    """A clause may end where the next one begins with the same words."""
    assert SAFE.run(Record(text, language="en")).text == text


@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("en", "It was closed in 1993 in 1993.", "It was closed in 1993."),
        ("en", "They sold it but they but they kept the garden.", "They sold it but they kept the garden."),
        ("en", "They were at the scene at the scene of the crash.", "They were at the scene of the crash."),
        ("en", "It distracts you from the from the story.", "It distracts you from the story."),
        ("en", "If not five stars would have been in it five stars would have been in it.", None),
        ("de", "Er ging durch den durch den Wald.", "Er ging durch den Wald."),
        ("de", "Was ist das ist das?", "Was ist das ist das?"),
        ("fr", "Il est dans la maison dans la maison.", "Il est dans la maison."),
        ("ru", "Он жил в этом городе в этом городе.", "Он жил в этом городе."),
    ],
)
def test_certain_by_grammar(language, text, want):
    """Articles without a noun, a phrase of place or time, and long stretches can't be meant twice."""
    want = want or "If not five stars would have been in it."
    assert SAFE.run(Record(text, language=language)).text == want


def test_verses_lose_each_copy_after_the_first():
    """A block of lines that follows itself is one repetition."""
    verse = "The river rose in the night.\nThe bridge fell into the flood.\n"
    assert UNSAFE.run(Record(verse * 3 + "End.", language="en")).text == verse + "End."


@given(st.text(alphabet="ab .,\n-“”(", max_size=60))
def test_repairs_settle(text):
    """A second run finds nothing more to do."""
    once = UNSAFE.run(Record(text, language="en")).text
    assert UNSAFE.run(Record(once, language="en")).text == once


@given(st.text(alphabet="abAB а的の .,\n", max_size=60), st.sampled_from(["en", "de", "zh", None]))
def test_the_scan_misses_nothing(text, language):
    """With and without the gate the findings are the same."""
    plain = Engine(RULES, Settings(unsafe_fixes=True, plain=True))
    assert UNSAFE.run(Record(text, language=language)) == plain.run(Record(text, language=language))
