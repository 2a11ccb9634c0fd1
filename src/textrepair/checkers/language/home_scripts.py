"""Which scripts a language is written in. Latin is at home everywhere: names, units and acronyms stand in any text."""

from __future__ import annotations

from ...language.function_words import word_set

#: The scripts that are told apart, as members of a class of the module `regex`.
CLASSES: dict[str, str] = {
    "Cyrillic": r"\p{Cyrillic}",
    "Han": r"\p{Han}々〆ヶ",
    "Kana": r"\p{Hiragana}\p{Katakana}ー",
    "Hangul": r"\p{Hangul}",
    "Arabic": r"\p{Arabic}",
    "Hebrew": r"\p{Hebrew}",
    "Thai": r"\p{Thai}",
    "Devanagari": r"\p{Devanagari}",
    "Greek": r"\p{Greek}",
    "Armenian": r"\p{Armenian}",
    "Georgian": r"\p{Georgian}",
    "Bengali": r"\p{Bengali}",
    "Tamil": r"\p{Tamil}",
}
#: The blocks of Unicode where nearly all their letters stand, as members of a class of `re`.
BLOCKS: dict[str, str] = {
    "Cyrillic": "\u0400-\u052f",
    "Han": "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": "\u3040-\u30fa\u30fc-\u30ff\uff66-\uff9f",
    "Hangul": "\u1100-\u11ff\uac00-\ud7af",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Thai": "\u0e00-\u0e7f",
    "Devanagari": "\u0900-\u097f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Armenian": "\u0530-\u058f",
    "Georgian": "\u10a0-\u10ff",
    "Bengali": "\u0980-\u09ff",
    "Tamil": "\u0b80-\u0bff",
}
LATIN = word_set(
    "en de fr es it pt nl cs sk pl sv da nb nn no fi hu ro tr id ms vi hr sl et lv lt is ca eu gl sq af sw ga cy mt la"
)
_OTHERS = {
    "Cyrillic": "ru uk bg be mk",
    "Arabic": "ar fa ur",
    "Hebrew": "he",
    "Greek": "el",
    "Thai": "th",
    "Devanagari": "hi",
    "Han": "zh",
    "Han Kana": "ja",
    "Hangul Han": "ko",
}
#: The scripts of a language beside Latin, by its primary subtag.
HOME: dict[str, frozenset[str]] = {language: frozenset() for language in LATIN} | {
    language: word_set(scripts) for scripts, languages in _OTHERS.items() for language in languages.split()
}
