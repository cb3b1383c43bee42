"""What is there for some seconds more: "another 2 seconds" are not the two that it lasts, "ten
percent more" are not ten percent."""

import re

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms

_S = r" ?(?:s|secs?|seconds?)\b"
_MORE = Regex(
    rf"\b(?:another|a further|an extra|an additional) (?P<a>{NUMBER}){_S}"
    r"|\b(?:another|one more|an extra|an additional|a further) second\b(?! (?:title|caption|clip|text))"
    rf"|\b(?P<b>{NUMBER}) ?(?:more|extra|additional|further) (?:s|secs?|seconds?)\b"
    rf"|\b(?P<c>{NUMBER}){_S} (?:more|longer|extra)\b"
    r"|\b(?P<half>half a second) (?:more|longer|extra)\b",
    re.IGNORECASE,
)


def _lasts_only_that(plain: str, edit: Edit) -> bool:
    """ "Show the title for another 2 seconds", and it lasts for two."""
    if not (found := _MORE.search(plain)):
        return False
    told = found["a"] or found["b"] or found["c"]
    ms = clock_ms(told) if told else 500 if found["half"] else 1_000
    timed = [pair for pair in edit.altered if differs(*pair, "s", "d")]
    longer = [now["d"] - was["d"] for was, now in timed]
    moved = [abs(now["s"] - was["s"]) for was, now in timed]
    return bool(timed) and edit.ends[0] == edit.ends[1] and ms not in (*longer, *moved)


_PERCENT_MORE = Regex(
    rf"\b(?P<a>{NUMBER}) ?(?:%|percent|per cent) (?:more|less|louder|quieter|softer|higher|lower"
    rf"|bigger|larger"
    r"|smaller|faster|slower|up|down)\b"
    rf"|\b(?:another|a further|by) (?P<b>{NUMBER}) ?(?:%|percent|per cent)",
    re.IGNORECASE,
)
_SHARES = ("vol", "scale", "opacity", "speed")


def _is_at_that_share(plain: str, edit: Edit) -> bool:
    """ "Ten percent more", and it is at ten percent."""
    if not (found := _PERCENT_MORE.search(plain)):
        return False
    words = found["a"] or found["b"]
    if re.search(
        rf"\b(?:to|at) (?:about )?{re.escape(words)} ?(?:%|percent)", plain, re.IGNORECASE
    ):
        return False  # … that of another
    told = clock_ms(words) / 100_000
    return any(
        now[key] == told and abs(float(was.get(key, 1)) * (1 - told) - told) > _NEARLY
        for was, now in [*edit.altered, *edit.clips]
        for key in _SHARES
        if was.get(key) != now.get(key) and isinstance(now.get(key), float | int)
    )


_NEARLY = 0.005

CHECKS = (_lasts_only_that, _is_at_that_share)
