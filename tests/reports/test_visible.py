"""Columns that need no counting are those that are counted."""

import sys

from textrepair.reports.visible import _UNEVEN, _width, columns, fitting


def test_even_characters_take_one_column():
    even = [chr(code) for code in range(sys.maxunicode + 1) if not _UNEVEN.search(chr(code))]
    assert len(even) > 1000 and all(_width(char) == 1 for char in even)


def test_what_fits_of_an_even_text():
    for text in ("Größe – “naïve”, Привет", "漢字 and words", ""):
        for width in (-1, 0, 1, 5, 40):
            for end in (False, True):
                some = fitting(text, width, end=end)
                assert (text.endswith(some) if end else text.startswith(some)) and columns(some) <= max(width, 0)
