"""A message in its turn: what it says of the one before it, and what it means without saying so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, at_stretch, part_of
from mock_server.agent.reading import second_thoughts
from mock_server.agent.reading.after_an_edit import after_an_edit
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.message import read
from mock_server.agent.reading.of_that_clip import of_that_clip
from mock_server.agent.reading.once_more import orders_of
from mock_server.agent.reading.told_again import correction_in, told_again
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
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
    lost: str = "",
) -> Reading:
    """The reading of a message, where it may be about the one before. `lost` is that one where it was left
    alone, and nothing was done at all."""
    if (there := _for_so_long(message)) is not None:
        found = read(there, names, it, first=first, shown=shown)
        if orders_of(found):
            return found
    lost = lost if before is None else before.lost
    if _PART_OF.search(lost) and _IT.match(message) and not _OF_ALL.search(message):
        return Reading(
            _language(message), [], [message[:200]]
        )  # what was to be done to that part was not
    if lost and (correction_in(message) is not None or _INSTEAD.search(message)):
        if not _TELLS_ALL.search(message):
            return Reading(_language(message), [], [message[:200]])  # nothing was done
        found = second_thoughts.read_in_turn(
            message, names, it, first=first, shown=shown, before=before
        )
        undoes = any(isinstance(one, op.Undo) for one in found.operations)
        rest = correction_in(message)
        if rest is None or not (undoes or found.misunderstood):
            return found
        return read(rest, names, it, first=first, shown=shown)
    were: list[op.Operation] = []
    if before is not None and max(len(message), len(before.message)) <= _LONGEST:
        were = orders_of(read(before.message, names, before.it))
    if len(were) == 1 and (song := _another_song(message, were[0])) is not None:
        return read(song, names, it, first=first, shown=shown)
    if before is not None and were:
        if (own := of_that_clip(message, names, before.message, were)) is not None:
            return own
        if (edited := after_an_edit(message, names, it, shown, were)) is not None:
            return edited
        instead = _told_again(message, names, before, were)
        instead = instead or _in_its_place(message, names, it, shown, before.message, were)
        if instead is not None:
            return instead
    found = second_thoughts.read_in_turn(
        message, names, it, first=first, shown=shown, before=before
    )
    if _is_of_the_video(message, orders_of(found), were):
        return Reading(found.language, [], [message[:200]])
    if len(were) != 1 or before is None:
        return found
    if len(orders_of(found)) != 1:
        return _all_of_that_part(message, found, were[0])
    asked, was = orders_of(found)[0], were[0]
    other = _of_its_end(message, asked, was) or _as_much(message, before.message, asked, was)
    other = other or _of_that_part(message, asked, was) or _of_that_frame(message, asked, was)
    return Reading(found.language, [Understood(other, message)]) if other is not None else found


_ONLY_A_SONG = Regex(
    r"(?:(?:no|actually|rather|hm+)[, ]+)*(?:(?:please )?(?:use|play|take|put in|let's (?:use|have"
    r"|take)) )?"
    r"(?P<song>[\w-]+\.(?:mp3|wav|m4a|aac|flac|ogg))(?: instead| rather)?(?: please)?[ .!]*"
    r"|(?:不,?，?|算了,?，?|嗯,?，?)?(?:还是)?(?:用|放|要) ?(?P<song_zh>[\w-]+\.(?:mp3|wav|m4a|aac|flac"
    r"|ogg)) ?吧?[ 。.!！]*",
    re.IGNORECASE,
)


def _another_song(message: str, was: op.Operation) -> str | None:
    """A file in the place of the music that the message before has put in: when and how loud stays."""
    found = _ONLY_A_SONG.fullmatch(message)
    if not found or not isinstance(was, op.AddLayer) or was.role != "music":
        return None
    song, song_zh = found["song"], found["song_zh"]
    return f"replace the music with {song}" if song else f"把音乐换成{song_zh}"


_LONGEST = 300  # characters of a message that another one may be about
_INSTEAD = Regex(r"\binstead\W*\Z", re.IGNORECASE)
_TELLS_ALL = Regex(
    r"\b(?:video|clip|film|footage|picture|sound|audio|titles?|captions?|subtitles?|logo|watermark|music"
    r"|song|bgm|voice-?over|narration|lower third|text|name ?tag|effect|everything)\b"
    r"|[\w-]+\.[a-z]\w{2}\b|[\"“”‘「]"
    r"|视频|片|画面|声|字幕|标题|水印|logo|音乐|歌|旁白|配音|人名条|音效|文字"
    r"|\b(?:cut|trim|remove|keep|delete|drop)\b.*\d|[剪删留].*\d|\d.*[剪删留]"
    "|[剪删留][^,，。]{0,3}[一二三四五六七八九十]",
    re.IGNORECASE,
)


_PART_OF = Regex(
    r"[0-9](?: ?(?:s|seconds?|秒))? ?(?:to|-|–|until|到|至) ?第?[0-9]|\b(?:first|last) \w+ s"
    r"|最?[前后][0-9一二三五十]+秒",
    re.IGNORECASE,
)


# "20秒再加一个logo，3秒".
_THERE_SO_LONG = Regex(
    r"(?P<lead>[ ,，]*(?:请|然后|另外)?)[在从]?第?(?P<at>[0-9]{1,4}(?:\.[0-9]+)?)秒"
    r"(?:处|的时候|时|开始|起)*[,，]?"
    r"(?P<what>[再也又还]*(?:加|来|放|贴|打|显示)(?![速快到在])(?:[^,，。；;0-9]|mp[34]){1,24})"
    "[,，] ?(?:持续|显示|时长|停留|放)?"
    r"(?P<length>[0-9]{1,3}(?:\.[0-9]+)?)秒钟?(?P<end>[ 。.!！吧]*)"
)
_IN_THE_PICTURE = Regex(
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
    if not asked or len(asked) != len(were) or not all(map(_alike, asked, were)):
        return None
    undo = [Understood(op.Undo(), message)] if again.undoes else []
    return Reading(_language(message), [*undo, *(Understood(one, message) for one in asked)])


def _alike(one: op.Operation, other: op.Operation) -> bool:
    """Whether two orders are of one kind, and about one thing."""
    texts = (op.AddLayer, op.AddCaptions)
    if isinstance(one, texts) and isinstance(other, texts):
        roles = [getattr(each, "role", "caption") for each in (one, other)]
        return roles[0] == roles[1] or all(role in op.TEXTS for role in roles)
    if isinstance(one, op.Change) and isinstance(other, op.Change):
        return one.target == other.target
    return type(one) is type(other)


def _language(message: str) -> str:
    return "zh" if HAN.search(message) else "en"


_FIGURE = Regex("[0-9]|[半倍]|half|twice|double", re.IGNORECASE)


_ONLY_A_VALUE = Regex(
    r"(?:(?:to|at|by|for|make it|over|到|在|改成|用) ?)*(?:[0-9.:一二两三四五六七八九十半]+|an?|one"
    r"|two|three|four|five|half a) ?(?:s|secs?|seconds?|秒钟?|%|percent)?",
    re.IGNORECASE,
)


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
    if not rest or len(were) != 1 or _ONLY_A_VALUE.fullmatch(rest) or _MORE.search(rest):
        return None
    asked = orders_of(read(rest, names, it, first=False, shown=shown))
    one = asked[0] if len(asked) == 1 else None
    if isinstance(one, op.Remove) and isinstance(were[0], op.Remove) and not one.target.touched:
        return _instead(message, one)
    if isinstance(one, op.Cut) and isinstance(were[0], op.Cut) and _SHOULD.match(message):
        return _instead(message, one)
    if isinstance(one, op.Speed) and isinstance(were[0], op.Speed):
        other = (one.factor > 1) != (were[0].factor > 1) and one.range == were[0].range
        goes_on = _FIGURE.search(before) and not _FIGURE.search(rest)  # slower than "2x"
        return _instead(message, one) if other and not goes_on else None
    if not (isinstance(one, op.Change) and isinstance(were[0], op.Change)):
        return None
    if _SHOULD_BE.search(rest) and _aspects(one).isdisjoint(_aspects(were[0])):
        return read(
            rest, names, it, first=False, shown=shown
        )  # one thing more: "wait, it should be red"
    if _by_how_much(one) and not _by_how_much(were[0]) and _aspects(one) <= _aspects(were[0]):
        if one.shift or one.stretch:
            return Reading(_language(message), [], [message[:200]])  # from where it is, or was?
        there = replace(one, target=were[0].target)  # "music at 50%", "no, quieter"
        return Reading(_language(message), [Understood(there, message)])
    if were[0].otherwise is not None:
        return None  # it may have been added
    if _SHOULD.match(message) and _aspects(one).isdisjoint(_aspects(were[0])):
        return None  # one thing more
    if not one.target.touched:
        same = replace(one, target=were[0].target) == were[0]
        return _instead(message, one) if same else None
    told = _with_the_rest(one, were[0])
    if told is None:
        return Reading(_language(message), [], [message[:200]])  # instead of which of them?
    return _instead(message, told)


_MORE = Regex(r"[再也还更又]|\b(?:even|also|too|still|again|more|further)\b", re.IGNORECASE)
_SHOULD_BE = Regex(r"\b(?:should|has to|needs to|must)\b", re.IGNORECASE)
_SHOULD = Regex("[ ,，]*(?:应该|是)")
_WHEN = ("range", "at", "length", "shift", "stretch", "times", "end", "to_end", "until_end")


def _with_the_rest(one: op.Change, was: op.Change) -> op.Change | None:
    """A change of a layer, with what else the one before has done: "标题变红，推迟2秒", "不对，蓝色"."""
    there, here = _aspects(was), _aspects(one)
    told = replace(one, target=was.target)
    if len(there) == 1:
        return told
    if not here <= there:
        return None
    left = () if "when" in here else _WHEN
    kept = {key: getattr(was, key) for key in left}
    kept |= {} if "vol" in here else {"louder": was.louder}
    kept |= {} if "size" in here else {"bigger": was.bigger}
    return replace(told, values={**was.values, **one.values}, **kept)


def _by_how_much(one: op.Change) -> bool:
    """Whether a change is told by how much, or which way, and not by what it is to be."""
    return bool(one.louder is not None or one.bigger is not None or one.shift or one.stretch)


def _aspects(one: op.Change) -> set[str]:
    """What a change is about: when a layer is there, how large and loud it is, and its values."""
    plain = op.Change(one.target)
    when = any(getattr(one, key) != getattr(plain, key) for key in _WHEN)
    found = {"size" if key == "scale" else key for key in one.values}
    told = (("when", when), ("vol", one.louder is not None), ("size", one.bigger is not None))
    return found | {key for key, is_so in told if is_so}


def _instead(message: str, one: op.Operation) -> Reading:
    return Reading(_language(message), [Understood(op.Undo(), message), Understood(one, message)])


def _is_of_the_video(
    message: str, asked: Sequence[op.Operation], were: Sequence[op.Operation]
) -> bool:
    """Whether what puts right the change of a layer, and names nothing, is done to all of the video: "move
    the logo to the left", "no, down"."""
    rest = correction_in(message)
    if rest is None or not were or _OF_ALL.search(rest) or _TELLS_ALL.search(rest):
        return False
    layers = all(isinstance(one, _ON_LAYERS) for one in were)
    return layers and any(isinstance(one, ON_PARTS) and not part_of(one) for one in asked)


_ON_LAYERS = (op.AddLayer, op.AddCaptions, op.HeardCaptions, op.Change, op.Remove, op.Repeat)
_LATER = Regex(
    r"\W*(?:(?:a bit|and|no|actually|then|now|please|make it|another)[ ,]+)*(?:by )?[\w.]+ (?:s|secs?"
    r"|seconds?) (?:later|earlier|sooner)(?: please| instead)*\W*"
    r"|[ ,，]*(?:再|还是|稍微|要)?(?:[早晚]|提前|推迟|延后)[0-9.一二两三四五六七八九十半]+秒钟?"
    "(?:吧|结束|消失)*[ 。.!！]*",
    re.IGNORECASE,
)


def _of_its_end(message: str, asked: op.Operation, was: op.Operation) -> op.Operation | None:
    """ "10 seconds later" behind "end the music at 40": it only ends then."""
    if not (isinstance(asked, op.Change) and isinstance(was, op.Change)):
        return None
    if was.end is None or was.at is not None or not asked.shift or not _LATER.fullmatch(message):
        return None
    return replace(asked, shift=0, stretch=asked.shift)


_TOO = Regex(r"也|同样|\b(?:too|also|as well|likewise|same)\b", re.IGNORECASE)
_SPEAKS_OF_PACE = Regex(
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


_IT = Regex(
    r"\W*(?:(?:now|then|and|also|please|ok|okay) )*(?:make|turn|speed|slow|reverse|mute|play|flip|rotate"
    r"|denoise|stabilize|set|tint|give|darken|brighten|silence) (?:it|that)\b(?! (?:all|one)\b)"
    r"|[ ,，]*(?:再|然后|也|并|请|顺便)*(?:[把将给让]|(?:倒放|静音|加速|放慢))[它他]",
    re.IGNORECASE,
)


def _of_that_frame(message: str, asked: op.Operation, was: op.Operation) -> op.Operation | None:
    """ "Make it sepia" behind "hold the last frame for 3 seconds": that frame."""
    if not isinstance(was, op.Freeze) or not isinstance(asked, op.Picture | op.Rotate):
        return None
    if part_of(asked) or not _IT.match(message) or _OF_ALL.search(message):
        return None
    held = Range(-was.length, None) if was.at is None else Range(was.at, was.at + was.length)
    return at_stretch(asked, held)


_OF_ALL = Regex(
    r"视频|片|整|全|都|\b(?:video|clip|whole|everything|all|entire|footage|film|back|normal|again"
    r"|instead)\b",
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


def _all_of_that_part(message: str, found: Reading, was: op.Operation) -> Reading:
    """The same of several orders: "mute it and make it black and white"."""
    there = [_of_that_part(message, one, was) for one in found.operations]
    if not any(there):
        return found
    paces = any(isinstance(one, op.Speed) for one in there)
    if paces or found.misunderstood:
        return Reading(found.language, [], [message[:200]])
    told = zip(there, found.understood, strict=True)
    return Reading(
        found.language,
        [Understood(one, was.words) if one is not None else was for one, was in told],
    )
