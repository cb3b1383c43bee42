"""When what a Chinese clause is about is to be there: "从10秒开始出现", "只留到第40秒", "全程显示"."""

import re
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_words import TEXTS


def _span(one: Subject, talk: Talk) -> tuple[float, float] | None:
    """From when to when it is there, in seconds; nothing where the message itself puts it in."""
    of = [
        span
        for role, span in zip(talk.there.roles, talk.there.spans, strict=False)
        if role == one.role
    ]
    number = talk.number(one)
    return of[number] if len(of) == talk.count(one.role) and number < len(of) else None


def _lasting(one: Subject, start: float, end: float, talk: Talk) -> str | None:
    """The order that puts it from a time to another one."""
    was = _span(one, talk)
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


def _seconds(told: str) -> float:
    """ "第12秒", "0:20"."""
    if ":" in told:
        minutes, _, seconds = told.partition(":")
        return int(minutes) * 60 + int(seconds)
    return float(number(re.sub("^第|秒钟?$", "", told).strip()))


def from_on(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "从10秒开始出现": to the end that it had, a text for as long as it was there."""
    at, was = _seconds(match["at"]), _span(one, talk)
    if was is None:
        return None
    if one.role in (*TEXTS, "sound"):
        return f"{one.name}移到{match['at']}"
    return _lasting(one, at, was[1], talk)


def moved(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "挪到第12秒", which must be later where it is put off."""
    was, at = _span(one, talk), _seconds(match["at"])
    if was and (("推" in match[0] and at <= was[0]) or ("提前" in match[0] and at >= was[0])):
        return None
    return f"{one.name}移到{match['at']}"


def until(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = _span(one, talk)
    if (
        talk.alone
        and re.match("(?:都|也)?到", match[0])
        and not re.search("为止|结束|消失|停", match[0])
    ):
        return None  # there, or until then
    if not was or ("延长" in match[0] and _seconds(match["at"]) <= was[1]):
        return None
    return _lasting(one, was[0], _seconds(match["at"]), talk)


def from_to(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "从20秒放到50秒"."""
    return _lasting(one, _seconds(match["start"]), _seconds(match["end"]), talk)


def for_the_first(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = _span(one, talk)
    return _lasting(one, 0, _seconds(match["d"]), talk) if was and was[0] == 0 else None


def for_the_last(one: Subject, match: Match[str], talk: Talk) -> str | None:
    start = talk.there.seconds - _seconds(match["d"])
    return _lasting(one, start, talk.there.seconds, talk) if start > 0 else None


def all_the_time(one: Subject, _: Match[str], talk: Talk) -> str | None:
    if one.name == "标题" and _span(one, talk) != (0, talk.there.seconds):
        return "标题全程显示"
    return _lasting(one, 0, talk.there.seconds, talk)


def to_the_end(one: Subject, _: Match[str], talk: Talk) -> str | None:
    was = _span(one, talk)
    if not was and one in talk.told and not talk.range:
        return ""  # as what is put in does
    return _lasting(one, was[0], talk.there.seconds, talk) if was else None


def as_long_as_before(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = _span(one, talk)
    return "" if was and was[1] - was[0] == _seconds(match["d"]) else None
