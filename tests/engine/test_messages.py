"""A defect's message."""

from textrepair import Record, Repairer, Settings


def test_a_message_has_no_arrow_that_points_nowhere():
    """Where nothing is proposed, ` -> {fix}` would read as a deletion."""
    found = Repairer(Settings(select=("ENC201",))).run(Record("the sign \ufffd alone", language="en")).defects
    assert [(d.fix, d.message) for d in found] == [(None, "letters lost to U+FFFD: \ufffd")]
