"""Numbers as digits, English words and Chinese characters."""

import re
from fractions import Fraction

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH = {word: value for value, word in enumerate(_UNITS)}
_ENGLISH |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_ENGLISH |= {"a": 1, "an": 1, "fourty": 40}
_ARTICLES = {"a couple of": 2, "couple of": 2, "a couple": 2, "an": 1, "a": 1}
_HALVES = {
    "half": Fraction(1, 2),
    "half a": Fraction(1, 2),
    "a half": Fraction(1, 2),
    "half of a": Fraction(1, 2),
    "a quarter of a": Fraction(1, 4),
}
_AND_A_HALF = " and a half"
_CHINESE = {character: value for value, character in enumerate("零一二三四五六七八九")}
_CHINESE |= {"两": 2, "〇": 0}

DIGITS = (
    r"(?:(?<![0-9.])\.[0-9]{1,6}|(?<![0-9])(?<![0-9]\.)"
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}(?![0-9,])|[0-9]{1,9})(?:\.[0-9]{1,6})?)(?![0-9])"
)
_ONE = "|".join(sorted((*_UNITS, *_TENS, "fourty"), key=len, reverse=True))
SPELLED = rf"(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_UNITS[1:10])})|{_ONE}"
_HUNDREDS = rf"(?:(?:a|{'|'.join(_UNITS[1:10])}) hundred)(?:(?: and)? (?:{SPELLED}))?"
_FIXED = "|".join(sorted((*_HALVES, *_ARTICLES), key=len, reverse=True))
_HALF = "|".join(sorted(_HALVES, key=len, reverse=True))
WORDS = rf"\b(?:{_HUNDREDS}|(?:{_HALF})|(?:{SPELLED})(?:{_AND_A_HALF})?|{_FIXED})(?![a-z])"
CHINESE = "(?:半|[零〇一二两三四五六七八九十百]{1,5}(?:点[零〇一二三四五六七八九]{1,3})?)"
NUMBER = rf"(?:{DIGITS}|{WORDS}|{CHINESE})"


def number(text: str) -> Fraction:
    """The value of a text that `NUMBER` matched."""
    plain = text.lower().replace(",", "")
    if plain.isdecimal():
        return Fraction(int(plain))
    if plain[0] in ".0123456789":
        return Fraction(plain)
    if plain.endswith(_AND_A_HALF):
        return number(plain.removesuffix(_AND_A_HALF)) + Fraction(1, 2)
    if plain in _HALVES:
        return _HALVES[plain]
    if plain in _ARTICLES:
        return Fraction(_ARTICLES[plain])
    if plain[0].isascii():
        return Fraction(_english(plain))
    return _chinese(plain)


def clock_ms(text: str) -> int:
    """Milliseconds of a time: "20", "twenty", "0:20"."""
    minutes, _, seconds = text.rpartition(":")
    return round(60_000 * int(minutes or 0) + 1_000 * float(number(seconds)))


_EACH = re.compile("|".join(sorted(_ENGLISH, key=len, reverse=True)))  # "twentyfive", too


def _english(text: str) -> int:
    hundreds, found, rest = text.partition(" hundred")
    if found:
        return 100 * _ENGLISH[hundreds] + (
            _english(rest.removeprefix(" and").strip()) if rest else 0
        )
    return sum(_ENGLISH[word] for word in _EACH.findall(text))


def _chinese(text: str) -> Fraction:
    if text == "半":
        return Fraction(1, 2)
    whole, _, decimals = text.partition("点")
    tail = "".join(str(_CHINESE[character]) for character in decimals)
    return Fraction(f"{_chinese_whole(whole)}.{tail or 0}")


def _chinese_whole(text: str) -> int:
    total, digit = 0, 0
    for character in text:
        if character in "十百":
            total += (digit or (0 if total else 1)) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _CHINESE[character]
    return total + digit * (10 if text[-2:-1] == "百" and digit else 1)  # 一百五 is 150
