"""What Chinese clauses say of each other: what is so of all that is added, what stays of the one before,
when something ends, stretches of the video one by one."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Middle, Portion, Range
from mock_server.agent.word_by_word.chinese_kept import (
    Pieces,
    as_it_is,
    layer_of,
    of_the_others,
    picture_stays,
    sides_stay,
    stays_of_it,
    things_of,
)
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import TEXTS, Draft

_HOW = {"color", "place", "points", "backing", "outline"}
_TIMES = {"range", "from", "until", "at", "whole", "shift", "longer", "long", "ends"}
_EDGES = Regex("前|后|开头|结尾|片头|片尾|末尾|中间|头|尾")
_DEEDS = {
    "factor", "faster", "slower", "mute", "level", "lookname", "reverse", "cut", "remove", "to", "make",
    "change", "shown", "scaled", "amount", "stabilize", "denoise", "volume", "half", "grow", "shrink",
}  # fmt: skip


def of_each_other(pieces: Pieces, draft: Draft) -> Pieces | None:
    """The clauses with what they say of each other; None where that cannot be told."""
    for turn in (
        _of_now, _denied, _only_from_then, _of_the_picture, _ended, _as_usual, _within, _only_then,
        _of_a_clip, _of_all_added, as_it_is, stays_of_it,
        of_the_others, picture_stays, sides_stay, _as_long_too, _led_by_the_look, _sized, _of_one_text,
        _one_by_one,
    ):  # fmt: skip
        found = turn([[*one] for one in pieces], draft)
        if found is None:
            return None
        pieces = found
    return pieces


_HEARD = ("music", "sound", "voiceover")


def _of_now(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "音乐降到现在的一半": half as loud, or half of the scale?"""
    for piece in pieces:
        heard = any(one.role in (*_HEARD, "own") for one in things_of(piece)) or "volume" in kinds(
            piece
        )
        less = [one for one in piece if one.kind == "times" and float(str(one.value)) < 1]
        if heard and less and Regex("现在|目前|当前").search(less[0].words):
            return None
    return pieces


_PROPERTIES = {"color", "look", "speed", "volume", "size", "position", "length", "start time"}


def _denied(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "颜色别调" as "别调颜色"."""
    for i, piece in enumerate(pieces):
        said = kinds(piece)
        if (
            piece[0].kind in _PROPERTIES
            and "not" in said
            and said <= _PROPERTIES | {"not", "make", "change"}
        ):
            named = [Part("look", None, one.words) if one.kind == "color" else one for one in piece]
            pieces[i] = sorted(named, key=lambda one: one.kind != "not")
    return pieces


def _only_from_then(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "后半段才出现", of what is before it."""
    for i, piece in enumerate(pieces[1:], 1):
        if kinds(piece) in ({"range", "shown"}, {"from", "shown"}) and len(piece) == 2:
            pieces[i] = [one for one in piece if one.kind != "shown"]
    return pieces


def _of_the_picture(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "左边裁掉8%，声音关了": what can be said of the picture alone, where no other picture is told of."""
    told = [one for piece in pieces for one in piece]
    roles = {one.role for one in things_of(told)}
    pictures = (
        kinds(told) & {"text", "file", "it", "insert", "append"} or "overlay" in draft.there.roles
    )
    if (
        draft.follows
        or len(draft.there.clips) > 1
        or pictures
        or not roles <= {"own", "video", "music"}
    ):
        return pieces
    for piece in pieces:
        if (
            len(pieces) < 2
            or things_of(piece)
            or kinds(piece) & {"keep", "not", "remove", "rest", "but"}
        ):
            continue
        look = "lookname" in kinds(piece)
        if "crop" in kinds(piece) or (
            look and kinds(piece) <= {"lookname", "amount", "change", "make"}
        ):
            piece.append(Part("thing", Thing("video"), ""))
    return pieces


def _of_a_clip(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "第一段只要后一半": what is cut off that clip."""
    if len(pieces) != 1:
        return pieces
    piece = pieces[0]
    clips, spans = things_of(piece), [one.value for one in piece if one.kind == "range"]
    if [one.role for one in clips] != ["clip"] or kinds(piece) != {"thing", "all but", "range"}:
        return pieces
    if len(spans) != 1 or not isinstance(spans[0], Range | Portion):
        return None
    there = draft.there
    starts = [round(1_000 * one) for one in (*there.starts, there.seconds)]
    first, last = starts[clips[0].which[0] : clips[0].which[0] + 2]
    start, end = spans[0].on(last - first)
    gone = [Range(a, b) for a, b in ((first, first + start), (first + end, last)) if a < b]
    if not gone or start >= end or len(gone) > 1:
        return None
    return [[Part("cut", None, "剪掉"), Part("range", gone[0], "")]]


def _as_long_too(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "最后三秒画面渐黑，音乐也一起淡出": as long as the one before."""
    for i, piece in enumerate(pieces[1:], 1):
        before = pieces[i - 1]
        if kinds(piece) != {"thing", "also", "fadeout"} or not kinds(before) & {
            "to black",
            "fadeout",
        }:
            continue
        long = [one for one in before if one.kind == "long"]
        edge = [one.value for one in before if one.kind == "range" and isinstance(one.value, Range)]
        if not long and len(edge) == 1 and edge[0].start < 0 and edge[0].end is None:
            long = [Part("long", -edge[0].start, "")]
        if len(long) == 1:
            pieces[i] = [*piece, long[0]]
    return pieces


def _led_by_the_look(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "改成1:1，电影感，加音乐": of the video, before anything else is named."""
    if draft.follows or len(draft.there.clips) > 1:
        return pieces
    for piece in pieces:
        if not kinds(piece) <= {
            "lookname",
            "ratio",
            "change",
            "make",
            "amount",
            "denoise",
            "stabilize",
        }:
            break
        if "lookname" in kinds(piece) and "ratio" not in kinds(piece) and len(pieces) > 1:
            piece.insert(0, Part("thing", Thing("video"), ""))
    return pieces


def _sized(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "b.mp4缩到0.3放右上角当画中画": how large it is."""
    for piece in pieces:
        on_top = "file" in kinds(piece) and any(
            one.role == "overlay" and not one.which for one in things_of(piece)
        )
        for i, one in enumerate(piece[:-1]):
            if on_top and one.kind in ("shrink", "grow") and piece[i + 1].kind == "level":
                piece[i : i + 2] = [
                    Part("scale", piece[i + 1].value, one.words + piece[i + 1].words)
                ]
                break
    return pieces


def _ended(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "logo20秒消失": at that time, or after so long?"""
    for i, piece in enumerate(pieces):
        at = next((j for j, one in enumerate(piece) if one.kind == "ends"), None)
        if at is None:
            continue
        end = int(str(piece[at].value))
        before = pieces[i - 1] if i else []
        since = [one for one in before if one.kind in ("at", "from")]
        if len(piece) == 1 and len(since) == 1 and not kinds(before) & {"range", "until", "long"}:
            start = int(str(since[0].value))
            if start >= end:
                return None
            pieces[i - 1] = [
                Part("range", Range(start, end), one.words) if one is since[0] else one
                for one in before
            ]
            pieces[i] = []
            continue
        layer = layer_of(piece)
        if layer is not None:
            shown, gone = draft.there.spans[layer.which[0]]
            if shown and end <= 1_000 * (gone - shown):
                return None
        elif not all(one.role in ("video", "clip") for one in things_of(piece)) or not things_of(
            piece
        ):
            return None
        piece[at] = Part("until", end, piece[at].words)
    return [one for one in pieces if one]


def _as_usual(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "速度恢复正常", as the value that is usual."""
    for piece in pieces:
        at = next((j for j, one in enumerate(piece) if one.kind == "usual"), None)
        if at is None:
            continue
        named = kinds(piece)
        words = piece[at].words
        if "speed" in named:
            piece[at] = Part("factor", Fraction(1), words)
        elif "volume" in named or [one.role for one in things_of(piece)] == ["own"]:
            piece[at] = Part("level", 1.0, words)
        elif named & {"look", "color"}:
            piece[at] = Part("plain look", None, words)
            piece[:] = [one for one in piece if one.kind not in ("look", "color")]
        else:
            return None
    return pieces


def _within(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "前半段的最后十秒", as from when to when that is."""
    whole = round(1_000 * draft.there.seconds)
    for piece in pieces:
        for i in range(len(piece) - 1):
            one, other = piece[i : i + 2]
            if not (one.kind == other.kind == "range" and _EDGES.search(one.words)):
                continue
            if not isinstance(one.value, Portion | Range) or not isinstance(
                other.value, Portion | Range
            ):
                continue
            start, end = one.value.on(whole)
            if not _EDGES.match(other.words.lstrip("的最")) or start >= end:
                continue
            since, until = other.value.on(end - start)
            if since >= until or "到" in one.words + other.words:
                return None
            span = Range(start + since, start + until)
            piece[i : i + 2] = [Part("range", span, one.words + other.words)]
            break
    return pieces


_HAS = Regex("有|放|响|出现|显示|在")


def _only_then(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "音乐只要前20秒有": it is there then, and only then."""
    whole = round(1_000 * draft.there.seconds)
    for piece in pieces:
        layer = layer_of(piece)
        spans = [j for j, one in enumerate(piece) if one.kind == "range"]
        if layer is None or layer.role not in ("music", "overlay") or len(spans) != 1:
            continue
        shown = [one for one in piece if one.kind == "shown"]
        if kinds(piece) != {"thing", "all but", "range", "shown"} or not shown:
            continue
        if not any(_HAS.search(one.words) for one in shown):
            continue
        span = piece[spans[0]].value
        if isinstance(span, Middle | Portion):
            piece[spans[0]] = Part("range", Range(*span.on(whole)), piece[spans[0]].words)
        piece[:] = [
            Part("only", None, one.words) if one.kind == "all but" else one
            for one in piece
            if one.kind != "shown"
        ]
    return pieces


def _of_all_added(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "字幕“一”1到2秒，字幕“二”3到4秒，都用黄色": how all that is added looks."""
    if len(pieces) < 3 or pieces[-1][0].kind != "all":
        return pieces
    said = [
        one
        for one in pieces[-1][1:]
        if one.kind not in ("add", "make", "change", "to", "with", "move")
    ]
    added = pieces[:-1]
    alike = all(
        [one.kind for one in piece].count("text") == 1
        and kinds(piece) <= {"text", "thing", "range", "at", "long", "add", "to", "shown", "make"}
        and all(thing.role in TEXTS and not thing.which for thing in things_of(piece))
        for piece in added
    )
    if not alike or not said or not kinds(said) <= _HOW or any(one.value is None for one in said):
        return pieces
    return [[*piece, *said] for piece in added]


_LETTERS = Regex("字号|字体|字(?:放|调|改|缩|变)?[大小]|字色")


def _of_one_text(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "字号改成80", of the one text that there is."""
    texts = draft.of("text")
    for piece in pieces:
        said = "".join(one.words for one in piece)
        if (
            things_of(piece)
            or not _LETTERS.search(said)
            or kinds(piece) & {"text", "file", "it", *_TIMES}
        ):
            continue
        if len(pieces) == 1 and len(texts) == 1 and not draft.follows:
            piece.insert(0, Part("thing", Thing(draft.there.roles[texts[0]], (texts[0],)), ""))
    return pieces


def _one_by_one(pieces: Pieces, draft: Draft) -> Pieces | None:
    """ "前半段删掉，后半段静音": stretches of the video as it is, from the last one on."""
    whole = round(1_000 * draft.there.seconds)
    told: list[tuple[tuple[int, int], list[Part]]] = []
    if len(pieces) < 2:
        return pieces
    moving = any(
        kinds(one) & {"factor", "faster", "slower", "cut", "remove", "scaled"} for one in pieces
    )
    for piece in pieces:
        spans = [one for one in piece if one.kind == "range"]
        others = [one for one in piece if one.kind != "range"]
        if len(spans) != 1 or not kinds(others) <= _DEEDS | {"thing"} or not others:
            return pieces
        if any(one.role not in ("video", "own") for one in things_of(piece)):
            return pieces
        span = spans[0].value
        if not isinstance(span, Portion | Middle | Range) or not _EDGES.search(spans[0].words):
            return pieces
        on = span.on(whole)
        told.append(
            (on, [replace(one, value=Range(*on)) if one.kind == "range" else one for one in piece])
        )
    told.sort(key=lambda one: one[0], reverse=True)
    apart = all(later[0][0] >= earlier[0][1] for later, earlier in pairwise(told))
    if not moving or not apart or any(start >= end for (start, end), _ in told):
        return pieces
    if {frozenset(kinds(one) & {"cut", "remove"}) for one in pieces} == {frozenset({"cut"})}:
        return pieces
    return [piece for _, piece in told]
