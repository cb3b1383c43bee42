"""A message in its turn: what it says of the one before it, and what it means without saying so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, at_stretch, part_of
from mock_server.agent.reading import second_thoughts
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.message import read
from mock_server.agent.reading.once_more import orders_of
from mock_server.agent.reading.told_again import correction_in, told_again
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Range
from mock_server.agent.wording.shown import Shown


def read_in_turn(
    message: str,
    names: Sequence[str],
    it: str,
    *,
    first: bool,
    shown: Sequence[Shown],
    before: Before | None,
) -> Reading:
    """The reading of a message, where it may be about the one before."""
    if (there := _for_so_long(message)) is not None:
        found = read(there, names, it, first=first, shown=shown)
        if orders_of(found):
            return found
    were: list[op.Operation] = []
    if before is not None and before.message:
        were = orders_of(read(before.message, names, before.it))
        found = _told_again(message, names, before, were) if were else None
        found = found or (_in_its_place(message, names, it, shown, before.message, were) if were else None)
        if found is not None:
            return found
    found = second_thoughts.read_in_turn(message, names, it, first=first, shown=shown, before=before)
    if len(were) != 1 or before is None or len(orders_of(found)) != 1:
        return found
    asked, was = orders_of(found)[0], were[0]
    other = _of_its_end(message, asked, was) or _as_much(message, before.message, asked, was)
    other = other or _of_that_part(message, asked, was)
    if other is None:
        return found
    return Reading(found.language, [Understood(other, message)])


# "20秒再加一个logo，3秒".
_THERE_SO_LONG = re.compile(
    r"(?P<lead>[ ,，]*(?:请|然后|另外)?)[在从]?第?(?P<at>[0-9]{1,4}(?:\.[0-9]+)?)秒(?:处|的时候|时|开始|起)*[,，]?"
    r"(?P<what>[再也又还]*(?:加|来|放|贴|打|显示)(?![速快到在])(?:[^,，。；;0-9]|mp[34]){1,24})[,，] ?(?:持续|显示|时长|停留|放)?"
    r"(?P<length>[0-9]{1,3}(?:\.[0-9]+)?)秒钟?(?P<end>[ 。.!！吧]*)"
)
_IN_THE_PICTURE = re.compile(
    r"转场|过渡|定格|停|淡|黑场|插|\.(?:mp4|mov|mkv|webm)(?!.{0,2}画中画)", re.IGNORECASE
)


def _for_so_long(message: str) -> str | None:
    """A message that adds something at a time, with how long it lasts behind a comma, as a range."""
    told = _THERE_SO_LONG.fullmatch(message)
    if told is None or _IN_THE_PICTURE.search(told["what"]):
        return None
    end = float(told["at"]) + float(told["length"])
    return f"{told['lead']}{told['at']}秒到{end:g}秒{told['what']}{told['end']}"


def _told_again(
    message: str, names: Sequence[str], before: Before, were: Sequence[op.Operation]
) -> Reading | None:
    """The message before as this one wants it, where it asks for the same kinds of things."""
    again = told_again(message, before.message, were)
    if again is None:
        return None
    asked = orders_of(read(again.text, names, before.it))
    if [_kind(one) for one in asked] != [_kind(one) for one in were]:
        return None
    undo = [Understood(op.Undo(), message)] if again.undoes else []
    return Reading(_language(message), [*undo, *(Understood(one, message) for one in asked)])


def _kind(one: op.Operation) -> tuple[str, object]:
    role = one.role if isinstance(one, op.AddLayer) else None
    return type(one).__name__, one.target if isinstance(one, op.Change | op.Remove) else role


def _language(message: str) -> str:
    return "zh" if HAN.search(message) else "en"


_FIGURE = re.compile("[0-9]|[半倍]|half|twice|double", re.IGNORECASE)


def _in_its_place(
    message: str,
    names: Sequence[str],
    it: str,
    shown: Sequence[Shown],
    before: str,
    were: Sequence[op.Operation],
) -> Reading | None:
    """Another change of the layer that was changed, in its place: "no, move it 2 seconds later"; what is
    to be removed in the place of what is gone."""
    rest = correction_in(message)
    if not rest or len(were) != 1:
        return None
    asked = orders_of(read(rest, names, it, first=False, shown=shown))
    one = asked[0] if len(asked) == 1 else None
    if isinstance(one, op.Remove) and isinstance(were[0], op.Remove) and not one.target.touched:
        return _instead(message, one)
    if isinstance(one, op.Speed) and isinstance(were[0], op.Speed):
        other = (one.factor > 1) != (were[0].factor > 1) and one.range == were[0].range
        return _instead(message, one) if other and not _FIGURE.search(before) else None
    if not (isinstance(one, op.Change) and isinstance(were[0], op.Change)):
        return None
    if were[0].otherwise is not None:
        return None  # it may have been added
    if one.target.touched:
        return _instead(message, replace(one, target=were[0].target))
    same = replace(one, target=were[0].target) == were[0]
    return _instead(message, one) if same else None


def _instead(message: str, one: op.Operation) -> Reading:
    return Reading(_language(message), [Understood(op.Undo(), message), Understood(one, message)])


_LATER = re.compile(
    r"\W*(?:(?:a bit|and|no|actually|then|now|please|make it|another)[ ,]+)*(?:by )?[\w.]+ (?:s|secs?"
    r"|seconds?) (?:later|earlier|sooner)(?: please| instead)*\W*"
    r"|[ ,，]*(?:再|还是|稍微|要)?(?:[早晚]|提前|推迟|延后)[0-9.一二两三四五六七八九十半]+秒钟?(?:吧|结束|消失)*[ 。.!！]*",
    re.IGNORECASE,
)


def _of_its_end(message: str, asked: op.Operation, was: op.Operation) -> op.Operation | None:
    """ "10 seconds later" behind "end the music at 40": it only ends then."""
    if not (isinstance(asked, op.Change) and isinstance(was, op.Change)):
        return None
    if was.end is None or was.at is not None or not asked.shift or not _LATER.fullmatch(message):
        return None
    return replace(asked, shift=0, stretch=asked.shift)


_TOO = re.compile(r"也|同样|\b(?:too|also|as well|likewise|same)\b", re.IGNORECASE)
_SPEAKS_OF_PACE = re.compile(
    r"[0-9.一二两三四五六七八九十半]+ ?(?:倍|成|x\b|times|%|percent)|\b(?:half|twice|double|triple)\b|一半",
    re.IGNORECASE,
)


def _as_much(
    message: str, before: str, asked: op.Operation, was: op.Operation
) -> op.Operation | None:
    """ "40到50秒也慢放" behind "10到20秒慢放到0.5倍": as slow as that."""
    if not _TOO.search(message) or _SPEAKS_OF_PACE.search(message):
        return None
    if not _SPEAKS_OF_PACE.search(before):
        return None
    if isinstance(asked, op.Speed) and isinstance(was, op.Speed):
        one_way = (asked.factor > 1) == (was.factor > 1)
        return replace(asked, factor=was.factor) if one_way and was.to is None else None
    if isinstance(asked, op.Level) and isinstance(was, op.Level) and asked.to is None:
        one_way = (asked.by > 1) == ((was.to if was.to is not None else was.by) > 1)
        return replace(asked, to=was.to, by=was.by, way=was.way) if one_way else None
    return None


_IT = re.compile(
    r"\W*(?:(?:now|then|and|also|please|ok|okay) )*(?:make|turn|speed|slow|reverse|mute|play|flip|rotate|denoise"
    r"|stabilize|set|tint|give|darken|brighten|silence) (?:it|that)\b(?! (?:all|one)\b)"
    r"|[ ,，]*(?:再|然后|也|并|请|顺便)*(?:[把将给让]|(?:倒放|静音|加速|放慢))[它他]",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"视频|片|整|全|都|\b(?:video|clip|whole|everything|all|entire|footage|film|back|normal|again|instead)\b",
    re.IGNORECASE,
)


def _of_that_part(message: str, asked: op.Operation, was: op.Operation) -> op.Operation | None:
    """ "Reverse it" behind what was done to a part: that part, where it is now."""
    if not isinstance(asked, ON_PARTS) or part_of(asked) or not _IT.match(message):
        return None
    told = part_of(was)
    if not isinstance(told, Range) or _OF_ALL.search(message):
        return None
    if isinstance(was, op.Speed):
        if told.start < 0 or told.end is None or told.end < 0 or was.to or was.length:
            return None
        lasts = round(Fraction(told.end - told.start) / was.factor)
        told = Range(told.start, told.start + lasts)
    return at_stretch(asked, told)
