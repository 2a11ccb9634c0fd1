"""Where a word in another script belongs: glosses in parentheses, quoted titles, words spoken of, language names."""

from __future__ import annotations

import re

from ...language.function_words import word_set

_WINDOW = 60
#: A quotation longer than this is no title: somebody speaks, and should have been translated.
_TITLE = 40
_NAME, _IDLE = 24, "0123456789 \t-–,;:."
#: Names of languages in their own script: a list of them is a menu, not a defect.
_ENDONYMS = word_set(
    "中文 汉语 漢語 简体中文 繁體中文 繁体中文 简体 繁體 日本語 한국어 조선말 Русский русский Українська українська "
    "Български български Српски српски Македонски Беларуская Қазақша Кыргызча Монгол العربية عربي فارسی اردو עברית "
    "ไทย हिन्दी हिंदी বাংলা தமிழ் Ελληνικά Հայերեն ქართული"
)
#: In a text that shows code, what stands beside these is a string of it.
_CODED = frozenset("'\"`*=")
_TECHNICAL = re.compile(r"^[ \t]*(?:>>> |\$ |```)|::$", re.MULTILINE)
_CLOSERS = {
    "“": "”", "‘": "’", "«": "»", "„": "“”", '"': '"', "'": "'", "‹": "›", "¨": "¨", "`": "`", "*": "*", "_": "_"
}  # fmt: skip
_LANGUAGES = (
    r"(?:Chinese|Mandarin|Cantonese|Japanese|Korean|Russian|Ukrainian|Bulgarian|Serbian|Arabic|Persian|Farsi|Hebrew|Greek"
    r"|Hindi|Thai|Cyrillic|Urdu|Armenian|Georgian|chinois|japonais|russe|arabe|grec|ruso|chino|japonés|árabe|griego"
    r"|chinesisch|japanisch|russisch|arabisch|griechisch|čínsky|japonsky|rusky)"
)
_TERMS = (
    r"(?:words?|term|phrase|characters?|letters?|kanji|hanzi|kana|hiragana|katakana|hangul|ideographs?|glyphs?|symbols?"
    r"|suffix|prefix|particle|means?|meaning|written|spelled|spelling|pronounced|literally|lit\.|abbreviated|[Pp]inyin"
    r"|(?:called|named?|known as|titled)(?=[ \t]*[“\"'‘«*_])"
    r"|mots?|terme|caractères?|palabra|carácter|lettre|letra|Wort|Zeichen|Buchstabe|slovo|znak"
    r"|[Сс]лово|[Зз]нак|[Бб]уква|азбуки)"
)
#: The word is spoken of: `the word 北京`, `Chinese: 北京`, `in Russian как`.
_SPOKEN_OF = re.compile(
    rf"(?:\b{_TERMS}(?: (?:is|as|for|by|in {_LANGUAGES}))?[:,;]?"
    rf"|\b{_LANGUAGES}(?: (?:script|name|title|form))?(?: (?:is|as))?[:;]"
    rf"|\b[Ii]n {_LANGUAGES},?(?: as)?|[=→/~])[ \t]*[“\"'‘«(\[*_]*$"
)
_NAMED = re.compile(rf"\b{_LANGUAGES}$")
#: `北京 means ...`, `北京 (Beijing)`.
_AFTER = re.compile(
    r"[ \t]*<[\w.+-]+@|"
    r"[”\"'’»)\]*_]*[ \t]*(?:[=→]|,? (?:means?|meaning|stands for|literally)\b"
    rf"|,? (?:is (?:the )?|in ){_LANGUAGES}\b"
    r"|\([^\W\d_][^()\n ]{0,24}(?: [^()\n ]{1,16}){0,2}\))"
)


def belongs(text: str, start: int, end: int) -> bool:
    """Whether the run of another script at `start:end` may stand where it does."""
    run = text[start:end]
    beside = {text[start - 1 : start] if start else "", text[end : end + 1]}
    if run in _ENDONYMS or (not _CODED.isdisjoint(beside) and _TECHNICAL.search(text)):
        return True
    before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    after = text[end : end + _WINDOW].partition("\n")[0]
    if _SPOKEN_OF.search(before) or _AFTER.match(after):
        return True
    if len(run) <= _NAME and run.count(" ") < 3 and not (before + after).strip(_IDLE) and text.count("\n") > 2:
        return True  # a name in a list of names
    return (end - start <= _TITLE and _quoted(before, after)) or _glossed(before, after)


def _quoted(before: str, after: str) -> bool:
    """Whether marks that belong together stand right before and right after."""
    following = after.lstrip(".,!?。，！？")[:1]
    return bool(before and following) and following in _CLOSERS.get(before[-1], "")


def _glossed(before: str, after: str) -> bool:
    """Whether the run opens a part of a parenthesis: `(北京)`, `(Chinese: 北京; Beijing)`, `(樋口 Higuchi)`."""
    at = max(before.rfind(c) for c in "(（[")
    if at < 0 or re.search(r"[)）\]]", before[at:]):
        return False
    inside = before[at + 1 :].rstrip(" \t“\"'‘«*_")
    if inside and inside[-1] not in ",;:/、，；·|" and not _NAMED.search(inside):
        return False
    # `(约合 4.2 billion)`: a number after the run says that it was part of the sentence.
    return not re.match(r"[ \t]*[\d$€£]", after)
