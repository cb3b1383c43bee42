"""What a Chinese clause leaves to those around it: a remark names what the order means, something is spared
of all, the same comes at several times."""

from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.chinese_all_but import all_but_that, spared_together
from mock_server.agent.word_by_word.chinese_each_other import of_each_other
from mock_server.agent.word_by_word.chinese_kept import kept_together
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import VERBS

Pieces = list[list[Part]]

_APART = Part("shown", None, "")  # says nothing beside a time
_COMMA = Part("comma", None, ",")
_BREAKS = ("comma", "and", "stop")
_NAMES = {"thing", "text", "file", "style"}
_EVERY = Regex("所有|全部|每")
_TAKES = {"remove", "cut"}
_WISH = Regex("太|有点|有些|略|比较|大|多|反|倒|歪")
_ROLES = {"title", "caption", "lower-third", "overlay", "music", "sound", "voiceover", "text"}


def by_those_around(parts: Sequence[Part], draft: Draft) -> list[Part] | None:
    """The parts with what each clause leaves to the others; None where that cannot be told."""
    parts = kept_together(_joined(_timed(spared_together(parts), draft)))
    found = pieces_of(parts)
    before = [[*one] for one in found]
    of_others = of_each_other(found, draft)
    told = all_but_that(of_others, draft) if of_others is not None else None
    if told is None:
        return None
    found = told
    for turn in (
        _remarked,
        _of_all_of_them,
        _summed_up,
        _spared,
        _meanwhile,
        _in_one_cut,
        _so_long,
        _led_by_a_time,
        _once_each,
        _besides_it,
    ):
        turned = turn(found)
        if turned is None:
            return None
        found = turned
    found = _only_music(found, draft)
    if found == before:
        return [*parts]
    return [one for piece in found for one in (*piece, _COMMA)][:-1]


def pieces_of(parts: Sequence[Part]) -> Pieces:
    """The parts between commas and the like."""
    found: Pieces = [[]]
    for one in parts:
        if one.kind in _BREAKS:
            found.append([])
        else:
            found[-1].append(one)
    return [one for one in found if one]


def _timed(parts: Sequence[Part], draft: Draft) -> list[Part]:
    """The parts with times that are told by how long the video is."""
    whole = round(1_000 * draft.there.seconds)
    found = []
    for one in parts:
        if one.kind == "before end" and isinstance(one.value, int) and one.value < whole:
            one = Part("at", whole - one.value, one.words)
        elif one.kind == "halfway":
            one = Part("at", whole // 2, one.words)
        found.append(one)
    return found


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with times of a kind as one list where "and" stands between them: "2到4秒和8到9秒"."""
    found = [*parts]
    for i in range(len(parts) - 2, 0, -1):
        one, between, other = found[i - 1 : i + 2]
        listed = between.kind == "and" or between.words == "、"
        if not listed or one.kind != other.kind or one.kind not in ("range", "at"):
            continue
        before, behind = pieces_of(found[:i])[-1], pieces_of(found[i + 1 :])[0]
        verbs = [kinds(each) & (VERBS - {"add"}) for each in (before, behind)]
        names = [kinds(each) & _NAMES for each in (before, behind)]
        if not all(verbs) and not all(names) and _in_order([one, other]):
            found[i] = _APART
    return found


def _in_order(times: Sequence[Part]) -> bool:
    ends = [
        (one.value, one.value)
        if isinstance(one.value, int)
        else (one.value.start, one.value.end)
        if isinstance(one.value, Range)
        else (None, None)
        for one in times
    ]
    return all(
        isinstance(end, int) and isinstance(start, int) and (start < 0 or end <= start)
        for (_, end), (start, _) in pairwise(ends)
    )


def _things(piece: Sequence[Part]) -> list[Part]:
    return [one for one in piece if one.kind == "thing"]


def _remarked(pieces: Pieces) -> Pieces | None:
    """ "b.mp4太晃，给它加防抖": what a remark names is what the order behind it means."""
    found: Pieces = []
    named: Part | None = None
    for i, piece in enumerate(pieces):
        own = kinds(piece)
        if "remark" in own and len(pieces) > 1:
            things = _things(piece)
            span = [one for one in piece if one.kind == "range"]
            if not things and len(span) == 1 and own == {"range", "remark"}:
                if not kinds(pieces[i + 1] if i + 1 < len(pieces) else piece) <= _TAKES:
                    return None
                named = span[0]
                continue
            if len(things) != 1 or not own <= {
                "thing", "remark", "color", "volume", "size", "speed",
            }:  # fmt: skip
                return None
            wished = named is not None and _WISH.search(pieces[i - 1][-1].words)
            if wished and named != things[0]:
                return None  # which of the two is to be changed?
            named = things[0]
            continue
        if named is not None:
            if _for_more_of_it(pieces[i - 1], piece):
                return None
            wished = _WISH.search("".join(one.words for one in pieces[i - 1]))
            if "it" in own and not own & _NAMES:
                piece = [named if one.kind == "it" else one for one in piece]
            elif not own & _NAMES and wished:
                piece = [named, *piece]
            elif not own & _NAMES or (wished and named.value not in [t.value for t in piece]):
                return None
            named = None
        found.append(piece)
    return found if named is None else None


_TOO = {
    "快": {"faster"}, "慢": {"slower"}, "大": {"grow", "louder", "bigger"}, "响": {"grow", "louder"},
    "吵": {"grow", "louder"}, "抢": {"grow", "louder"}, "小": {"shrink", "quieter", "smaller"},
    "长": {"longer", "slower"}, "短": {"faster"},
}  # fmt: skip


def _for_more_of_it(remark: Sequence[Part], piece: Sequence[Part]) -> bool:
    """Whether more is asked for of what is too much: "视频太快，加快一点"."""
    words, own = "".join(one.words for one in remark if one.kind == "remark"), kinds(piece)
    shifts = [int(str(one.value)) for one in piece if one.kind in ("shift", "longer")]
    if any(("晚" in words and one > 0) or ("早" in words and one < 0) for one in shifts):
        return True
    return any(word in words and own & more for word, more in _TOO.items())


def _of_all_of_them(pieces: Pieces) -> Pieces:
    """ "标题变绿，字幕变黄，都加黑底": the last one is of all that were named."""
    found: Pieces = []
    for piece in pieces:
        if piece[0].kind != "all":
            found.append(piece)
            continue
        piece = piece[1:]
        named = [_things(one) for one in found]
        apart = all(len(one) == 1 for one in named) and len(named) > 1
        if piece and apart and not kinds(piece) & {*_NAMES, "it"}:
            things = dict.fromkeys(one[0] for one in named)
            if all(isinstance(one.value, Thing) and one.value.role in _ROLES for one in things):
                piece = [*things, *piece]
        if piece:
            found.append(piece)
    return found


_COMPLETE = {"denoise", "stabilize", "normalize", "less noise", "steadiness", "evenness"}


def _summed_up(pieces: Pieces) -> Pieces | None:
    """ "降噪、防抖，这两个都做一下": the list is all that is to be done."""
    if not any("they all" in kinds(one) for one in pieces):
        return pieces
    listed, last = pieces[:-1], pieces[-1]
    count = [one.value for one in last]
    complete = all(kinds(one) <= _COMPLETE and len(one) == 1 for one in listed)
    fits = len(listed) > 1 and complete and count in ([None], [len(listed)])
    return listed if fits else None


def _spared(pieces: Pieces) -> Pieces | None:
    """ "标题都放下面，就“秋”不动": those of all that a clause does not spare."""
    found = [[*one] for one in pieces]
    for piece in pieces:
        spared = [one.value for one in _things(piece) if isinstance(one.value, Thing)]
        words = [one for one in piece if one.kind not in ("thing", "only", "shown", "make")]
        says_so = words and {one.kind for one in words} <= {"keep", "except", "all but", "not"}
        amid = piece is not pieces[0] and piece is not pieces[-1]
        if not says_so or amid or len(spared) != 1 or len(spared[0].which) != 1:
            continue
        kept = {*spared[0].which}
        whole = [
            (i, j, one)
            for i, each in enumerate(found)
            for j, one in enumerate(each)
            if isinstance(one.value, Thing)
            and one.value.many
            and kept < {*one.value.which}
            and not _EVERY.search(one.words)
        ]
        if len(whole) != 1:
            continue
        i, j, one = whole[0]
        taken = bool(kinds(found[i]) & _TAKES)
        if "all but" in kinds(piece) and not taken:
            continue
        if "keep" in kinds(piece) and not kinds(found[i]) & (VERBS | {"color", "place"}):
            continue
        assert isinstance(one.value, Thing)
        rest = tuple(each for each in one.value.which if each not in kept)
        found[i][j] = Part("thing", Thing(one.value.role, rest, many=True), one.words)
        found.remove(piece)
    return found


def _meanwhile(pieces: Pieces) -> Pieces | None:
    """ "旁白“你好”放1到3秒，这时原声降到0.2": at the time of the clause before."""
    found: Pieces = []
    for piece in pieces:
        if "meanwhile" in kinds(piece):
            spans = [one for one in (found[-1] if found else []) if one.kind == "range"]
            timed = [one.kind for one in piece if one.kind in ("range", "at", "from", "until")]
            if len(spans) != 1 or timed or not kinds(found[-1]) & {"text", "file"}:
                return None
            piece = [spans[0] if one.kind == "meanwhile" else one for one in piece]
        found.append(piece)
    return found


def _in_one_cut(pieces: Pieces) -> Pieces:
    """ "2到6秒不要，20到22秒也不要", "最后9秒不要，剪掉": one cut."""
    found: Pieces = []
    for piece in pieces:
        last = found[-1] if found else []
        cuts = kinds(last) <= {"range", "thing", "shown", *_TAKES} and kinds(last) & _TAKES
        spans = [one for one in last if one.kind == "range"]
        said = [one for one in piece if one.kind != "shown"]
        if cuts and spans and {one.kind for one in said} <= _TAKES:
            continue
        more = [one for one in said if one.kind == "range"]
        also = {one.kind for one in said} <= {"range", "also", *_TAKES} and "also" in kinds(said)
        if cuts and spans and also and len(more) == 1 and _in_order([*spans, *more]):
            found[-1] = [*last, _APART, *more]
            continue
        if cuts and also and len(spans) == len(more) == 1 and _in_order([*more, *spans]):
            found[-1] = [*more, _APART, *last]
            continue
        found.append(piece)
    return found


def _so_long(pieces: Pieces) -> Pieces:
    """ "成片只要35秒，从开头剪": how long, and where the rest of it is cut."""
    if len(pieces) != 2 or sum("total" in kinds(one) for one in pieces) != 1:
        return pieces
    total, other = sorted(pieces, key=lambda one: "total" not in kinds(one))
    where = kinds(other) <= {"atstart", "atend", *_TAKES} and kinds(other) & {"atstart", "atend"}
    if where and kinds(total) <= {"total", "thing", *_TAKES}:
        return [[one for one in total if one.kind not in _TAKES] + other]
    return pieces


def _led_by_a_time(pieces: Pieces) -> Pieces:
    """ "1到4秒，“开始”二字当标题": the time of the one clause behind it."""
    if len(pieces) != 2 or [one.kind for one in pieces[0]] != ["range"]:
        return pieces
    own = kinds(pieces[1])
    return [pieces[0] + pieces[1]] if own == {"text", "add", "thing"} else pieces


def _once_each(pieces: Pieces) -> Pieces | None:
    """ "字幕“慢一点”，6到8秒一次，16到18秒一次": the same at each of the times."""
    said = [one for piece in pieces for one in piece]
    if "each" not in kinds(said):
        return pieces
    bare = [kinds(one) <= {"range", "at", "long", "each", "shown"} for one in pieces]
    hosts = [one for one, alone in zip(pieces, bare, strict=True) if not alone]
    times = [one for one in said if one.kind in ("range", "at", "long")]
    if any(one.kind == "at" for one in times):
        times = [Part("at", one.value, one.words) for one in times if one.kind != "range"]
    told = [one.value for one in said if one.kind == "each" and one.value is not None]
    fits = len(times) > 1 and len({one.kind for one in times}) == 1 and times[0].kind != "long"
    if len(hosts) != 1 or not fits or any(one != len(times) for one in told):
        return None
    rest = [one for one in hosts[0] if one.kind not in ("range", "at", "long", "each", "shown")]
    for one in times:
        rest += [_APART, one]
    return [rest]


def _besides_it(pieces: Pieces) -> Pieces:
    """ "它别动，原声静音": beside what is named, nothing is to be done to what was meant before."""
    rest = [
        one for one in pieces if not (kinds(one) == {"it", "keep"} or kinds(one) == {"it", "not"})
    ]
    named = all(kinds(one) & _NAMES and "it" not in kinds(one) for one in rest)
    return rest if rest and named else pieces


def _only_music(pieces: Pieces, draft: Draft) -> Pieces:
    """ "只留音乐，原声全关": what is left when the video's own sound is gone says nothing more."""
    if {*draft.there.roles} & {"voiceover", "sound"} or len(pieces) != 2:
        return pieces
    for i, piece in enumerate(pieces):
        other = pieces[1 - i]
        things = [one.value for one in _things(piece) if isinstance(one.value, Thing)]
        muted = [one.value for one in _things(other) if isinstance(one.value, Thing)]
        said = kinds(piece) <= {"thing", "all but", "only", "keep"} and kinds(piece) != {"thing"}
        if said and [one.role for one in things] == ["music"] and things[0].which:
            gone = kinds(other) <= {"thing", "remove", "mute", "whole"} and len(muted) == 1
            if gone and muted[0].role == "own":
                return [other]
    return pieces
