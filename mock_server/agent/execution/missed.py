"""What Chinese words say that is not so in what has changed: when, of how many, whether it is gone."""

import re

from mock_server.agent.execution.edit import Edit, spelled
from mock_server.timeline.tracks import Segment, end_of


def words(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE | re.ASCII)


# Something else was meant, or something stays: what is named may be as it was.
PUT_RIGHT = words(
    r"\b(?:no|not|nor|neither|never|none|nothing|without|instead|rather|actually|sorry|wait|oops|except|but|only"
    r"|apart|keep|keeps|leave|leaving|stays?|remains?|mean|meant|scratch|forget|undo|back|original|again|mistake|wrong"
    r"|make that|make it (?=\d)|er|uh|um|hm+|than|if|too|as|same|while|when(?:ever)?)\b|n't\b",
    r"\b100 ?(?:%|percent)|\b1(?:\.0)?x\b",  # as it is without a value
    r"[不别没勿免还错哦嗯呃]|有点|有些|过于|保[持留]|等等|恢复|取消|撤|就够|原[来样]|只|除了|算了|如果|要是|太|反",
)
EVERY_CLIP = words(
    r"\b(?:all|both|every|each|whole|everything|video)\b", "都|全|所有|整|两段|视频|每"
)


def _misses_a_moment(plain: str, edit: Edit) -> bool:
    """Whether nothing that has changed begins, or ends, where something is said to: "20秒结束"."""
    if "秒" not in plain or _RELATIVE.search(plain):
        return False
    found = [one for pair in edit.layers for one in pair if one]
    found += [*edit.before[0], *edit.after[0]] if edit.before[0] != edit.after[0] else []
    starts = {one[key] for one in found for key in ("s", "in") if key in one}
    ends = {end_of(one) for one in found} | {one["out"] for one in found if "out" in one}
    edges = starts | ends if edit.before[0] != edit.after[0] else starts
    told = [(1_000 * float(one[1]), edges) for one in _BEGINS.finditer(plain)]
    told += [(1_000 * float(one[1]), starts | ends) for one in _ENDS.finditer(plain)]
    return any(all(abs(one - at) > _NEAR for one in there) for at, there in told)


_BEGINS = re.compile(
    r"(?<![\d.:后前头尾数剩有隔每])(\d+(?:\.\d+)?)秒钟?(?:处|的时候|时)?(?:才|再|就)?(?:开始|起(?!来)|出来|出现|进来|登场)"
)
_ENDS = re.compile(
    r"(?<![\d.:后前头尾数剩有隔每])(\d+(?:\.\d+)?)秒钟?(?:处|的时候|时)?(?:才|再|就)?(?:结束|消失|为止)"
)
_RELATIVE = words(
    "[倒剩每隔]|提前|推迟|延后|晚|早|往[前后]|[再又]过|之[前后]|撤|[不别没]|原来|[二三四五六七八九十]+秒"
)
_NEAR = 2
_TWO = 2


def _removes_nothing(plain: str, edit: Edit) -> bool:
    """Whether something is to be deleted, and all is there still: "18到26秒手抖 删了" steadies it."""
    if not _DELETES.search(plain) or PUT_RIGHT.search(plain.replace("不要了", "")):
        return False
    if edit.ends[1] < edit.ends[0] or any(was and not now for was, now in edit.layers):
        return False
    keys = ({key for key, _ in spelled([*side[0], *side[1]])} for side in (edit.before, edit.after))
    return next(keys) <= next(keys) and not any(key == "vol" for key, _ in edit.values)


_DELETES = words(r"删|剪[掉了]|不要了[ 。.!！吧啦]*\Z", r"\bdelet\w*")


def _leaves_the_layers(plain: str, edit: Edit) -> bool:
    """Whether all is to be so, and only the one clip is, or one text of several: "都静音", "都改红色"."""
    one = len(edit.before[0]) == len(edit.after[0]) == 1
    if "都" not in plain or (edit.before[1] and not edit.layers):
        heard = any(was["role"] in ("music", "voiceover", "sound") for was in edit.before[1])
        return bool((one and _ALL_OF_IT.match(plain)) or (heard and "声音都" in plain))
    if len(edit.layers) != 1 or PUT_RIGHT.search(plain):
        return False
    was, now = edit.layers[0]
    keys = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
    alike = [one for one in edit.before[1] if one["role"] == was.get("role") and one != was]
    return len(keys) == 1 and any(one.get(key) != now.get(key) for one in alike for key in keys)


_ALL_OF_IT = re.compile(r"[ ,，]*(?:全都|都|统统)(?!不)")


def _ends_too_soon(plain: str, edit: Edit) -> bool:
    """Whether what is to be there all along, or to the end, is added for a while: "标题一直显示"."""
    if not edit.added or edit.ends[0] != edit.ends[1] or not (said := _ON_AND_ON.search(plain)):
        return False
    lasting = [one for one in edit.added if end_of(one) >= edit.ends[1]]
    return not lasting or ("到" in said[0] and lasting[0]["s"] == edit.ends[1] - 3_000)


_ON_AND_ON = re.compile(
    "(?:一直|始终|全程)(?!到)|(?:显示|持续|留|停)(?:一直)?到(?:结尾|最后|片尾|结束|末尾)"
)


def _stands_apart(plain: str, edit: Edit) -> bool:
    """Whether what is to come at the same time as what is there begins the video: "同时放个叮"."""
    brief = [one["s"] for one in edit.added if one["role"] not in ("music", "overlay")]
    if 0 not in brief or not (said := re.match(r"[ ,，]*(?:同时|(这里|这儿|那里))", plain)):
        return False
    return bool(said[1] or (edit.before[1] and all(one["s"] > 0 for one in edit.before[1])))


def _changes_what_differs(plain: str, edit: Edit) -> bool:
    """Whether a part was made unlike the rest, and a word for more has changed both: "再快一点"."""
    if len(edit.before[0]) != len(edit.after[0]) or EVERY_CLIP.search(plain):
        return False
    pairs = list(zip(edit.before[0], edit.after[0], strict=True))
    same = all(was.get("src") == now.get("src") for was, now in pairs)
    return same and any(
        all(was.get(key) != now.get(key) for was, now in pairs)
        and _differs([was for was, _ in pairs], key)
        and (key != "speed" or _differs([now for _, now in pairs], key))
        for key in ("speed", "vol", "color")
    )


def _differs(clips: list[Segment], key: str) -> bool:
    return any(one.get(key) != clips[0].get(key) for one in clips)


_NOUN = words(
    r"\b(?:title|caption|subtitle|lower[- ]third|logo|watermark|music|song|voice-?over|narration)s?\b",
    "标题|字幕|人名条|水印|音乐|配乐|旁白",
)
_TOGETHER = words(
    rf"\b(?:the|my) (?:{_NOUN.pattern}) and (?:the |my )?(?:{_NOUN.pattern})",
    r"\bthe (?:first|second|third) and (?:the )?(?:second|third|last)\b",
    f"(?:{_NOUN.pattern})[和跟与、](?:{_NOUN.pattern})(?:都|一起|同时)",
)


def _serves_one_of_two(plain: str, edit: Edit) -> bool:
    """Whether of two layers that are told together one has got less than the other:
    "标题和人名条都改成白色，再大一点"."""
    told = _TOGETHER.search(plain)
    pairs = [pair for pair in edit.layers if all(pair)]
    if told is None or len(pairs) != _TWO or len(edit.layers) != _TWO:
        return False
    if len(_NOUN.findall(plain)) > (len(_NOUN.findall(told[0])) or 1):
        return False
    (was, one), (once, other) = (
        [{"size" if key == "scale" else key: value for key, value in side.items()} for side in pair]
        for pair in pairs
    )
    kinds = {*was, *one, *once, *other} - {"s", "d", "in", "out", "id"}
    return any(
        (was.get(key) != one.get(key)) != (once.get(key) != other.get(key))
        and one.get(key) != other.get(key)
        for key in kinds
    )


_PLAYS_ON = words(
    r"\b(?:sound|audio|music|speech|voice)\b.{0,16}"
    r"\b(?:continu|keeps? (?:on|play|runn)|goes on|plays? on|runs? on)",
    "(?:声音|原声|音乐|对白)[^,，。]{0,4}(?:继续|不停|不要停|别停|不断|照[常旧放])",
)
_BY_A_BIT = words(
    r"\b(?:more|further|farther|slightly|a (?:bit|little)) (?:to|towards?) the (?:left|right|top|bottom)\b",
    "[往向朝靠][左右上下](?:边|面)?[挪移动靠]*(?:一点|一些|点|些)",
)


def _stops_the_sound(plain: str, edit: Edit) -> bool:
    """Whether a frame is held, for which the video waits, while the sound is to go on."""
    held = len(edit.after[0]) > len(edit.before[0]) and any(
        one.get("freeze") for one in edit.after[0]
    )
    return held and bool(_PLAYS_ON.search(plain))


def _goes_to_the_edge(plain: str, edit: Edit) -> bool:
    """Whether what is to move a bit to one side stands at another place: "smaller and more to the left"."""
    moved = any(was.get("pos") != now.get("pos") for was, now in edit.changes)
    return moved and bool(_BY_A_BIT.search(plain))


def _lasts_until(plain: str, edit: Edit) -> bool:
    """Whether a time may be when something goes, and has become how long it lasts: 15-20 s, "18秒就行"."""
    grown = [
        one
        for one in edit.layers
        if all(one) and one[0]["s"] == one[1]["s"] and one[0]["d"] < one[1]["d"]
    ]
    if len(grown) != 1 or "秒" not in plain or _LONG.search(plain):
        return False
    was, lasts = grown[0][0], grown[0][1]["d"]
    return f"{lasts / 1_000:g}秒" in plain and ("就" in plain or was["s"] < lasts <= end_of(was))


_LONG = re.compile("[长多加停留]|时|持续|显示|延")


def _is_of_another_clip(plain: str, edit: Edit) -> bool:
    """Whether a layer is told by the clip that it is above, and lies elsewhere: "删掉第一段的音乐"."""
    clips, found = edit.before[0], _OF_A_CLIP.search(plain)
    if found is None or len(clips) == 1:
        return False
    number = "一二三四五".find(found[1])
    clip = clips[min(number, len(clips) - 1)]
    return any(
        was and not clip["s"] <= was["s"] < end_of(was) <= end_of(clip) for was, _ in edit.layers
    )


_OF_A_CLIP = re.compile(
    "第([一二三四五])段(?:视频)?的(?:背景)?(?:音乐|标题|字幕|水印|旁白|logo|文字)"
)


MISSED = (
    _is_of_another_clip, _lasts_until,
    _misses_a_moment, _removes_nothing, _changes_what_differs, _leaves_the_layers,
    _ends_too_soon, _stands_apart, _serves_one_of_two, _stops_the_sound,
    _goes_to_the_edge,
)  # fmt: skip
