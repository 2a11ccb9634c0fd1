"""Frames for the terminal: carets under the match, at most as wide as it is."""

from textrepair.reports.formats.full import _frame
from textrepair.reports.style import Style
from textrepair.reports.visible import columns, escaped_json, fitting, harmless, shortened, visible, wrapped


def row(head, match, tail, replacement="new", cut=(False, False)):
    fix = {"applicability": "safe", "replacement": replacement, "alternatives": []}
    return {
        "code": "JOI901", "name": "n", "severity": "error", "message": "wrong", "path": "a.txt", "line": 7, "match": match, "fix": fix, "applied": False,
        "record": {"index": 0, "id": None, "field": None}, "span": [0, 1], "place": {"head": head, "tail": tail, "cut": cut, "column": len(head) + 1},
    }  # fmt: skip


def test_carets_stand_under_the_match():
    lines = _frame(row("漢字 e\u0301 ", "wrong", " tail"), Style())
    line, carets = lines[3], lines[4]
    at = columns(line[: line.index("wrong")])
    assert columns(carets[: carets.index("^")]) == at
    assert carets.count("^") == 5


def test_frames_fit_the_width():
    for head in ("", "x" * 72, "漢" * 72):
        for match in ("", "m", "m" * 500, "字" * 100, "\u200b" * 9):
            for line in _frame(row(head, match, "y" * 72, "r" * 500, (True, True)), Style(width=80)):
                assert columns(line) <= 80, line


def test_messages_are_broken_by_columns():
    """Letters of two columns stand in scripts without blanks."""
    for width in (20, 40, 80):
        lines = _frame(
            {**row("a", "b", "c"), "message": "left? " + "漢字" * 40 + " in another script"}, Style(width=width)
        )
        assert max(map(columns, lines)) <= width
    assert wrapped("ab cd efghij k", 5) == ["ab cd", "efghi", "j k"]
    assert wrapped("", 5) == []


def test_an_insertion_has_one_caret():
    assert _frame(row("ab", "", "cd"), Style())[4].endswith("|   ^")


def test_invisible_characters_are_named():
    assert visible("a\u200bb") == "a<U+200B ZERO WIDTH SPACE>b"
    assert (
        visible("\x1b\u202e\udc80\ue000\n")
        == "<U+001B ESCAPE><U+202E RIGHT-TO-LEFT OVERRIDE><byte 80><U+E000 PRIVATE USE><U+000A LINE FEED>"
    )
    assert visible("漢 é 😀 قال") == "漢 é 😀 قال"
    assert (
        harmless("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )
    assert harmless("\u202e\x9b") == "<U+202E RIGHT-TO-LEFT OVERRIDE><U+009B CONTROL>"


def test_cutting_by_columns():
    assert fitting("漢字漢", 5) == "漢字"
    assert fitting("漢字漢", 5, end=True) == "字漢"
    assert shortened("abcdefghij", 7) == "abc…hij"


def test_json_is_escaped_without_changing_it():
    import json

    text = json.dumps("a\u202e\u200b\x7f\U000e0041é", ensure_ascii=False)
    assert json.loads(escaped_json(text)) == json.loads(text)
    assert escaped_json(text).encode("ascii", "replace").decode().count("?") == 1
