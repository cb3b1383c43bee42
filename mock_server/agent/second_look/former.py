"""What a message leaves open, and the one before it has told: "slower" behind a fade, "from 5 s instead".

`former` is the draft before that message, which alone tells what it did."""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.second_look import (
    and_the_next,
    both_edges,
    edge_of,
    goes_on,
    leant_on,
    leant_on_both,
    of_a_part,
    rather_than_before,
    shortened,
    spared_of_all,
)
from mock_server.agent.second_look.corrected import loses_its_place, puts_right
from mock_server.agent.second_look.edit import Edit, differs, has, new_sources, shown
from mock_server.agent.second_look.more_of_a_layer import (
    is_another_kind_of_text,
    takes_the_video_for_the_layer,
)
from mock_server.agent.second_look.not_the_video import leans_on_a_new_clip, leans_on_an_inset
from mock_server.agent.second_look.pointed_at import leans_on_a_layer
from mock_server.agent.second_look.those_clips import leans_on_those_clips
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_TOO_LONG = "(?:[^,，。]{0,3}[太过]长了?[点些吧]*[,，。])?"
_A_PART_ALONE = words(
    f"\\A{_TOO_LONG}[ ,，]*只?(?:要|用|取|播|放|保?留)(?:它的?)?(?:最?[前后]|开头|结尾)"
    "[0-9.一二两三四五六七八九十]+秒钟?(?:的?(?:内容|部分|画面))?(?:就行|就好|就够了)?[ 。.!！]*\\Z",
    "\\A[ ,，]*(?:最?[前后]|开头|结尾)[0-9.一二两三四五六七八九十]+秒钟?(?:就|都)?(?:不要|去掉|不用)"
    "了?吧?[ 。.!！]*\\Z",
    r"\A\W*(?:only|just|use only|use just|keep only|keep just|keep)(?: use| keep)? the (?:first|last)"
    r" [\w.]+ (?:s|sec\w*)\W*\Z",
)
_CUT_TO = words(
    f"\\A{_TOO_LONG}[ ,，]*(?:[剪截裁缩]短?|缩短)(?:到|成|为|至)"
    "[0-9.一二两三四五六七八九十半]+秒钟?(?:就行|就好|吧)?[ 。.!！]*\\Z",
    r"\A\W*(?:(?:it's |a bit |way )*too long,? )?(?:please |just )*(?:cut|trim|shorten)(?: down)? to "
    r"[\w.]+ ?(?:s|sec\w*)\W*\Z",
)
_SO_LONG = words(
    "改[成为到][0-9.一二两三四五六七八九十]+秒钟?[ 。.!！]*\\Z", r"\bto [\w.]+ (?:s|sec\w*)\W*\Z"
)


def leans_elsewhere(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a message that names no thing, or no property, means that of the one before and has changed
    another: "接上b.mp4", "只要前5秒"; "音乐淡出5秒", "音乐改成3秒"."""
    made, edit = Edit.of(former, before), Edit.of(before, after)
    put = len(made.before[0]) < len(made.after[0]) or bool(made.added)
    if put and edit.ends[1] < edit.ends[0] and _A_PART_ALONE.search(message):
        return True
    new = new_sources(made)
    put_in = [*made.added, *(one for one in made.after[0] if one.get("src") in new)]
    longer = any(one["d"] > edit.ends[1] for one in put_in)
    if longer and edit.ends[1] < edit.ends[0] and _CUT_TO.search(message):
        return True
    faded = {was["id"] for was, now in made.changes if has((was, now), "fade_in", "fade_out")}
    shorter = any(was["d"] != now["d"] and was["id"] in faded for was, now in edit.altered)
    if shorter and _SO_LONG.search(message):
        return True
    if any(check(message, made, edit) for check in _CHECKS):
        return True
    return bool(_INSTEAD.fullmatch(message)) and loses_its_place(message, former, before, after)


_NAMES_THE_PICTURE = words(
    r"\b(?:video|clip|film|footage|picture|sound|audio|volume|speed|play(?:back)?)\b",
    "视频|片|画面|声音|原声|音量|速|播|镜头",
)
_LENGTH_OR_PACE = words(
    r"\b(?:slow|fast|quick|long|short|brief)(?:er|ly)?\b",
    r"\d ?(?:s|secs?|seconds?)\b|\b(?:one|two|three|four|five|half a) ?(?:s|secs?|seconds?)\b",
    "[慢快长短]|秒",
)
_PLACED = words(
    r"\b(?:from|until|till|to|at|between|shows?|starts?|ends?|move|later|earlier|cut|trim|keep|only)\b",
    "从|至|到|在|显示|移|剪|删|提前|推迟",
)
_BRIEF = 40  # characters


def _takes_a_fade_for_all_of_it(message: str, made: Edit, edit: Edit) -> bool:
    """ "Fade it in", "slower", and the video is; "淡出", "3秒", and the music lasts so long."""
    if len(message) > _BRIEF or not _LENGTH_OR_PACE.search(message) or _PLACED.search(message):
        return False
    if _NAMES_THE_PICTURE.search(message) or any(one.search(message) for one in LAYERS.values()):
        return False
    keys = ("fade_in", "fade_out")
    faded = {
        now.get("id")
        for was, now in (*made.changes, *(({}, one) for one in made.added))
        if differs(was, now, *keys)
    }
    joined = [[one["tr"] for one in side[0] if "tr" in one] for side in (made.before, made.after)]
    if not (faded or joined[0] != joined[1]) or any(differs(*pair, *keys) for pair in edit.changes):
        return False
    new = {one.get("id") for one in made.added}
    paces = [{one.get("speed") for one in side[0]} for side in (edit.before, edit.after)]
    bare = not _OF_IT.search(message)
    longer = any(
        differs(was, now, "d") and now.get("id") in faded and (bare or now.get("id") not in new)
        for was, now in edit.altered
    )
    return paces[0] != paces[1] or (longer and edit.ends[0] == edit.ends[1])


_OF_IT = words(r"\b(?:it|this|that)\b", "它|这个")


_A_SIDE = ("left", "right", "top", "bottom")
_RATHER = words(
    r"\b(?:no|not|meant?|rather|instead|sorry|actually|make that)\b",
    "改|应该|不对|不是|我是说|还是",
)


def _keeps_one_side_of_a_corner(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add the logo at the bottom right", "I meant left", and it is no longer at the bottom."""
    corners = {now.get("id") for _, now in made.layers if "-" in str(now.get("pos", ""))}
    lost = any(
        was["id"] in corners and now.get("pos") in _A_SIDE and differs(was, now, "pos")
        for was, now in edit.altered
    )
    return lost and (puts_right(message) or bool(_RATHER.search(message)))


_INSTEAD = Regex(
    r"\W*(?:(?:no|hm+|actually|ok)[ ,]+)*(?:(?:use|make it|make that|put|try|do|play|have|take|go for|add)"
    r" )?(?:(?:an?|the|some) )?[a-z' &-]{2,30} instead(?: please)?[ .!]*"
    r"|[ ,，]*(?:还是|那就)?(?:改成|改为|换成|换为|改用|换)[^,，。0-9]{1,8}(?:吧|好了)?[ 。.!！]*",
    re.IGNORECASE,
)


def _leaves_what_was_added(message: str, made: Edit, edit: Edit) -> bool:
    """ "Zoom in from 5 to 10 s", "vivid instead", and it still zooms."""
    if not _INSTEAD.fullmatch(message) or not edit.values:
        return False
    brief = bool(made.added) and not any(map(made.lasts, made.added))
    if brief and edit.alike:
        return True  # there, and now everywhere
    touched = {(was or now).get("id") for was, now in edit.layers}
    return bool(made.added) and touched.isdisjoint(one.get("id") for one in made.added)


_NO_COLOR = words(
    r"\b(?:no|without|remove the|drop the|lose the) colou?rs?\b",
    "不要颜色|去掉颜色|[无没]有?颜色|不上色",
)


_FADES_TOO = words(
    r"\A\W*(?:and |please )*fad(?:e|ing) (?:in|out)\b[^,;.]*,? (?:too|as well|also)\b"
    r"|\A\W*(?:and )?(?:also |a )fade[ -](?:in|out)\b",
    "\\A[ ,，]*(?:也|还要|再)(?:加上?|来)?[0-9.]*秒?的?(?:淡[入出])|\\A[ ,，]*淡[入出](?:效果)?也",
)


def _fades_the_picture_too(message: str, made: Edit, edit: Edit) -> bool:
    """ "Music at 30%", "fade in over 2 seconds, too", and the picture does."""
    if not _FADES_TOO.search(message) or _NAMES_THE_PICTURE.search(message):
        return False
    of_layers = bool(made.layers) and made.before[0] == made.after[0]
    return of_layers and edit.before[0] != edit.after[0] and edit.ends[0] == edit.ends[1]


_STAYS_AFTER_ALL = words(
    "别删|不要删|不删|别去掉|别去|不去掉",
    r"\b(?:don't|do not) (?:delete|remove|drop)\b|\bkeep it\b",
)


def _leaves_it_deleted(message: str, made: Edit, edit: Edit) -> bool:
    """ "把音乐删了", "等等，别删，音量减半就行", and there is no music."""
    gone = [was for was, now in made.layers if was and not now]
    if not gone or not _STAYS_AFTER_ALL.search(message):
        return False
    there = {
        (one.get("role"), one.get("text", one.get("name", one.get("src")))) for one in edit.after[1]
    }
    return bool(edit.values) and any(
        one.get("role") not in {role for role, _ in there} for one in gone
    )


_AS_IT_WAS = words(
    "还是(?:用|换回|改回|恢复|要|调回)?(?:刚才|原来|原先|之前|开始)的?(?:那个)?(?:大小|尺寸|音量"
    "|颜色|速度|样子"
    "|字号|位置)",
    r"\b(?:as|like|what|how|where) (?:it was|they were)(?: before)?\W*\Z|\b(?:old|previous|former|original)"
    r" (?:size|volume|colou?r|speed|place|position)\W*\Z",
)


def _is_not_as_it_was(message: str, made: Edit, edit: Edit) -> bool:
    """ "logo大一点", "太大了，还是刚才的大小", and it has a third size."""
    if not _AS_IT_WAS.search(message):
        return False
    old = {one.get("id"): one for one in made.before[1]}
    return any(
        now[key] not in (old.get(now.get("id"), {}).get(key), None)
        for was, now in edit.altered
        for key in ("scale", "vol", "size", "color", "pos")
        if key in now and differs(was, now, key)
    )


def _takes_the_color_of_the_picture(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add the title 'Hi' in red", "no color", and the video is black and white."""
    colored = any("text" in now and differs(was, now, "color") for was, now in made.layers)
    dull = edit.before[0] != edit.after[0] and has(edit.after[0], "color")
    return colored and dull and bool(_NO_COLOR.search(message))


_ONE_OF_THEM = words(
    r"\bthe (?:first|second|last|other|former|latter)(?: one)?\b(?! \w)",
    r"\bthe (?:first|second|last|other) one\b",
    "第[一二][个条](?![标字])|[前后]一?个|[前后]者",
)


def _is_another_of_them(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add the logo at 10 s and the title 'Hi' at 20 s", "make the first one bigger", and the title is."""
    roles = {str(one.get("role")) for one in made.added}
    if (
        len(roles) < 2
        or roles <= set(op.TEXTS)
        or not edit.altered
        or not _ONE_OF_THEM.search(message)
    ):
        return False
    return not any(one.search(message) for one in LAYERS.values())


_ALSO = Regex(
    r"\W*(?:and )?(?:also|another(?: one)?|one more|plus)\b|\W*and\b"
    r"|[^.;]{1,30}\b(?:too|as well|also)[ .!]*\Z"
    r"|[ ,，]*(?:还有|另外|也|再)",
    re.IGNORECASE,
)
_MOVES = words(
    r"\b(?:move|shift|make|nudge|slide|turn|set|it|them|fade|colou?r)\b", "移|挪|改|调|把|它|往|变"
)


def _moves_what_is_to_be_there_twice(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add the logo top right", "also at the bottom left", and it is there alone."""
    placed = {now.get("id") for was, now in made.layers if now and differs(was, now, "pos")}
    moved = any(was["id"] in placed and differs(was, now, "pos") for was, now in edit.altered)
    return moved and not edit.added and bool(_ALSO.match(message)) and not _MOVES.search(message)


_UNTIL = words(r"\b(?:until|till)\b", "直到|为止")
_SINCE = words(
    r"\b(?:from|start\w*|begin\w*|between|since|only|just|first|opening|zero|0)\b",
    "从|开始|开头|片头|只",
)


def _loses_its_start(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add song.mp3 from 10 to 20 s", "too short, until 30 s", and it begins at 0."""
    late = {one.get("role") for one in made.added if one["s"] > 0}
    now = any(one.get("role") in late and one["s"] == 0 for _, one in edit.layers if one)
    return now and bool(_UNTIL.search(message)) and not _SINCE.search(message)


_MORE_OF_IT = Regex(
    r"\W*(?:(?:a (?:bit|little|touch)|slightly|much|no|hm+|even|make it|move it)[ ,]+)*"
    r"(?:earlier|later|sooner)[,.;:!]+ ?(?!by\b)[\w.:]+(?: ?(?:s|secs?|seconds?))?[ .!]*"
    r"|[ ,，]*(?:再|稍微)?[早晚]一?[点些][,，。]+[0-9.一二两三四五六七八九十半]+秒[^,，]{0,4}",
    re.IGNORECASE,
)


def _goes_by_so_much(message: str, _: Edit, edit: Edit) -> bool:
    """ "Add a title at 20 s", "earlier, 15 s": to there, or by as much?"""
    moved = any(differs(was, now, "s") for was, now in edit.altered)
    return moved and bool(_MORE_OF_IT.fullmatch(message))


_SHIFTS = words(r"\b(?:move|shift|earlier|later|slide|push|bring)\b", "移|挪|提前|推|晚|早")


def _ends_too_early(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add song.mp3 from 10 s", "from 5 s instead", and it no longer lasts until the end."""
    lasting = {
        now.get("id")
        for _, now in made.layers
        if now.get("src") and now["s"] > 0 and end_of(now) >= made.ends[1]
    }
    return not _SHIFTS.search(message) and any(
        was["id"] in lasting and now["s"] < was["s"] and was["d"] == now["d"]
        for was, now in edit.altered
    )


_NO_THING = words(
    "\\A[ ,，]*(?:太长了?[,，])?(?:就|再|只)?(?:剪|截|裁|缩)(?:短)?(?:到|成"
    "|为)[0-9.一二两三四五六七八九十]+秒钟?[ 。.!]*\\Z",
    "\\A[ ,，]*(?:太长了?[,，])?(?:只|就)(?:留|要|保留)(?:最?[前后]"
    "|开头)[0-9.一二两三四五六七八九十]+秒钟?[ 。.!]*\\Z",
    "\\A[ ,，]*(?:在|到)?第?[0-9.一二两三四五六七八九十]+秒(?:处|时|的时候)?(?:停|停止|停下|结束"
    "|打住)[ 。.!]*\\Z",
    "\\A[ ,，]*(?:最?[前后]|开头|结尾)[0-9.一二两三四五六七八九十]+秒钟?(?:不要|不用|去掉)了?[ 。.!]*\\Z",
    r"\A\W*(?:too long,? )?(?:(?:cut|trim|shorten) to |keep(?: only| just)? the first )[\w.]+ (?:s"
    r"|secs?|seconds?)\W*\Z",
    r"\A\W*stop at [\w.:]+(?: (?:s|secs?|seconds?))?\W*\Z",
)


def _cuts_the_video_for_what_was_added(message: str, made: Edit, edit: Edit) -> bool:
    """ "加标题“你好”0到5秒", "剪到3秒", and the video lasts 3 s."""
    only_added = bool(made.added) and made.before[0] == made.after[0]
    clip_added = len(made.before[0]) < len(made.after[0]) and made.ends[0] < made.ends[1]
    longest = max((one["d"] for one in made.added), default=edit.ends[0])
    changed = edit.ends[0] != edit.ends[1] < longest or edit.frozen > 0
    return changed and (only_added or clip_added) and bool(_NO_THING.search(message))


_BUT_FOR = Regex(
    r"\W*(?:but )?(?:except|apart from|but not|not)\b[^.;]*\b(?:those|these|them|that|it)\b",
    re.IGNORECASE,
)


def _does_it_to_the_others(message: str, made: Edit, edit: Edit) -> bool:
    """ "Mute the clip", "except for the last 10 seconds, and make those warm", and those are not heard."""
    changed = made.before[0] != made.after[0] and not made.layers
    return changed and bool(edit.values) and bool(_BUT_FOR.match(message))


_PLACES_IT = words(
    r"\A\W*(?:move|put|shift|place|start|begin) (?:it|that|this|them)\b",
    "\\A[ ,，]*(?:把它)?(?:移|挪|放|搬)[到在至]",
)


def _is_there_twice(message: str, made: Edit, edit: Edit) -> bool:
    """ "标题“活动”8到11秒", "挪到开头，从0秒开始", and there are two."""
    texts = {one.get("text", one.get("src")) for one in made.added}
    again = any(one.get("text", one.get("src")) in texts for one in edit.added)
    return (
        again
        and len(edit.added) > sum(not now for _, now in edit.layers)
        and bool(_PLACES_IT.search(message))
    )


_UNDOES = Regex(
    r"\W*(?:please )?undo (?:that|it|this)\b\W+\w"
    r"|[ ,，]*撤销[^,，]{0,4}[,，]",
    re.IGNORECASE,
)


def _cuts_beside_the_cut(message: str, made: Edit, edit: Edit) -> bool:
    """ "Cut out 10 to 15", "undo that, I meant take out 10 to 20", and both are gone."""
    both = all(shown(one.after[0]) < shown(one.before[0]) for one in (made, edit))
    return both and bool(_UNDOES.match(message))


_CHECKS = (
    _fades_the_picture_too,
    _is_not_as_it_was,
    _leaves_it_deleted,
    *leant_on.CHECKS, *rather_than_before.CHECKS, *leant_on_both.CHECKS,
    *shortened.CHECKS, *both_edges.LEANING, *edge_of.LEANING, *of_a_part.LEANING,
    *and_the_next.LEANING, *spared_of_all.LEANING, *goes_on.LEANING,
    takes_the_video_for_the_layer,
    is_another_kind_of_text,
    _cuts_beside_the_cut,
    _is_there_twice,
    _cuts_the_video_for_what_was_added,
    _does_it_to_the_others,
    leans_on_a_new_clip,
    leans_on_an_inset,
    leans_on_a_layer,
    leans_on_those_clips,
    _takes_a_fade_for_all_of_it,
    _keeps_one_side_of_a_corner,
    _leaves_what_was_added,
    _takes_the_color_of_the_picture,
    _is_another_of_them,
    _moves_what_is_to_be_there_twice,
    _ends_too_early,
    _goes_by_so_much,
    _loses_its_start,
)  # fmt: skip
