"""When what a Chinese clause is about is to be there: "从10秒开始出现", "只留到第40秒", "全程显示"."""

import re
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_words import TEXTS


def span_of(one: Subject, talk: Talk) -> tuple[float, float] | None:
    """From when to when it is there, in seconds; nothing where the message itself puts it in."""
    there = talk.there
    of = [
        (span, name or text)
        for role, span, name, text in zip(
            there.roles, there.spans, there.names, there.texts, strict=False
        )
        if role == one.role
    ]
    if one.role in _NAMED:
        called = [span for span, name in of if len(of) == 1 or _is_called(one, name)]
        return called[0] if len(called) == 1 else None
    number = talk.number(one)
    return of[number][0] if len(of) == talk.count(one.role) and number < len(of) else None


_NAMED = ("sound", "effect")
_NAMES = {"模糊": "blur", "放大效果": "zoom"}


def _is_called(one: Subject, name: str) -> bool:
    return name == _NAMES.get(one.name) or f"“{name}”" in one.name


def lasting(one: Subject, start: float, end: float, talk: Talk) -> str | None:
    """The order that puts it from a time to another one."""
    was = span_of(one, talk)
    if was is None or start >= end or end > talk.there.seconds:
        return None
    if was == (start, end):
        return ""
    if end == talk.there.seconds:
        if start == was[0]:
            return f"{one.name}{'放' if one.role == 'music' else '显示'}到结尾"
        return f"{one.name}从{start:g}秒到结尾{'' if one.role == 'music' else '显示'}"
    if one.role == "music":
        return f"{one.name}改为从{start:g}秒到{end:g}秒"
    return f"{one.name}改到{start:g}到{end:g}秒"


def seconds(told: str) -> float:
    """ "第12秒", "0:20"."""
    if ":" in told:
        minutes, _, seconds = told.partition(":")
        return int(minutes) * 60 + int(seconds)
    return float(number(re.sub("^第|秒钟?$", "", told).strip()))


def from_on(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "从10秒开始出现": to the end that it had, a text for as long as it was there."""
    at, was = seconds(match["at"]), span_of(one, talk)
    if was is None:
        return None
    if one.role in (*TEXTS, "sound"):
        return f"{one.name}移到{match['at']}"
    return lasting(one, at, was[1], talk)


def moved(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "挪到第12秒", which must be later where it is put off."""
    was, at = span_of(one, talk), seconds(match["at"])
    if was and (("推" in match[0] and at <= was[0]) or ("提前" in match[0] and at >= was[0])):
        return None
    return f"{one.name}移到{match['at']}"


def until(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    if (
        talk.alone
        and re.match("(?:都|也)?到", match[0])
        and not re.search("为止|结束|消失|停", match[0])
    ):
        return None  # there, or until then
    if not was or ("延长" in match[0] and seconds(match["at"]) <= was[1]):
        return None
    return lasting(one, was[0], seconds(match["at"]), talk)


def from_to(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "从20秒放到50秒"."""
    return lasting(one, seconds(match["start"]), seconds(match["end"]), talk)


def for_the_first(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return lasting(one, 0, seconds(match["d"]), talk) if was and was[0] == 0 else None


def for_the_last(one: Subject, match: Match[str], talk: Talk) -> str | None:
    start = talk.there.seconds - seconds(match["d"])
    return lasting(one, start, talk.there.seconds, talk) if start > 0 else None


def all_the_time(one: Subject, _: Match[str], talk: Talk) -> str | None:
    if one.name == "标题" and span_of(one, talk) != (0, talk.there.seconds):
        return "标题全程显示"
    return lasting(one, 0, talk.there.seconds, talk)


def to_the_end(one: Subject, _: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    if not was and one in talk.told and not talk.range:
        return ""  # as what is put in does
    return lasting(one, was[0], talk.there.seconds, talk) if was else None


def as_long_as_before(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return "" if was and was[1] - was[0] == seconds(match["d"]) else None


def longer(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "延长两秒", to when it is then there."""
    was = span_of(one, talk)
    if was is None or was[1] + seconds(match["d"]) > talk.there.seconds:
        return f"{one.name}延长{match['d']}"
    return f"{one.name}显示到{was[1] + seconds(match['d']):g}秒"
