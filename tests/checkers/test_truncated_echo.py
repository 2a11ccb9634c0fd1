"""Fragments that echo the sentence before them."""

from textrepair.checkers import find
from textrepair.document import Document

CHECK = find("truncated.echo").function


def found(text):
    """The fragments."""
    return [text[m.start : m.end] for m in CHECK(Document(text, "en"), (0, len(text)))]


def test_a_verbless_echo_is_found():
    """It ends in the same words and has no verb."""
    text = "The port will send ten new fishing boats. Northern ports with new fishing boats. That was all."
    assert found(text) == ["Northern ports with new fishing boats."]


def test_sentences_stay():
    """What has a verb is a sentence, whatever it repeats."""
    assert found("He sells main battle tanks. She has never sold main battle tanks. It was over.") == []
    assert found("It rained all day. It rained all day. It rained all day.") == []
