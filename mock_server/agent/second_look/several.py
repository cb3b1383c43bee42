"""What is said of several things and has happened to fewer: "都是2秒", "each clip", "the second one"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, differs, spelled
from mock_server.agent.second_look.figures import between, is_among, leaves, said_values
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, WORDS, number
from mock_server.timeline.tracks import Segment

_ALIKE = Regex(
    r"[,，、;；][^,，。；;]*[,，；;]\s*(?:时间|时长|长度|强度|大小|字号|音量|速度|颜色|位置|透明度)?\s*"
    r"(?:都|均|各(?![自占填])|全都|全部|统统)(?![不没别占]|一样|是?(?:画面|视频|音乐|标题))"
    r"|[,，]\s*(?:并)?(?:都|各)(?!是(?:画面|视频|音乐))(?=[是用持显放移淡变改设为0-9])"
    r"|,\s*(?:both|each|all)(?: of them)? (?:\d|(?:at|for|over|with|lasting)\b)"
    r"|,\s*(?:and )?(?=[\d.]+ (?:s|sec\w*) each\b)",
    re.IGNORECASE,
)
_SPELLED = Regex(rf"{WORDS}(?= (?:s|sec\w*) each\b)", re.IGNORECASE)
_NUMBER = Regex(r"\d+(?:\.\d+)?")
_TWO = 2


def _misses_one_of_several(plain: str, edit: Edit) -> bool:
    """ "标题淡入，音乐淡出，都是2秒", and one of them has got it."""
    plain = _SPELLED.sub(lambda one: f"{float(number(one[0])):g}", plain)
    found = _ALIKE.search(plain)
    if found is None:
        return False
    removed = sum(not now for _, now in edit.layers)
    told = _NUMBER.search(plain, found.end() - 1)
    if told is None and plain[found.end() - 1 : found.end() + 1].count("是"):
        return False  # "都是有人挡镜头"
    if told and re.match(
        "秒?[到至-]| ?s?(?:ec[a-z]*)? ?(?:to|until|till|-) ?[0-9]", plain[told.end() :]
    ):
        texts = [one for one in edit.added if one.get("role") in op.TEXTS]
        return len({(one["s"], one["d"]) for one in texts}) > 1
    if told is None:
        new = Counter(value for key, value in _new(edit) if key != "d")
        return removed < _TWO and max(new.values(), default=0) < _TWO
    there = [*edit.after[0], *edit.after[1]]
    if plain[told.end() : told.end() + 1] == "秒":
        known = [*edit.before[0], *edit.before[1]]
        there = [one for one in there if one not in known]
    values = Counter(value for one in there for _, value in _told(one))
    figure = float(told[0])
    said = {figure, figure * 1_000, figure / 100, 1 / figure if figure else 0}
    said |= {360 - figure, 1 + figure / 100, 1 - figure / 100} if "%" in plain else {360 - figure}
    return sum(count for one, count in values.items() if _is_among(one, said)) < _TWO


def _is_among(value: str, said: Iterable[float]) -> bool:
    try:
        figure = float(value)
    except ValueError:
        return False
    return any(abs(figure - one) < 0.001 * max(1.0, abs(one)) for one in said)


def _new(edit: Edit) -> Iterator[tuple[str, str]]:
    """The keys and values that are new in a layer or in a clip, but where it is."""
    for was, now in edit.layers:
        yield from set(spelled([now] if now else [])) - set(spelled([was] if was else []))
    kept = [_told(one) for one in edit.before[0]]
    for one in edit.after[0]:
        told = _told(one)
        if told not in kept:
            like = [other for other in kept if dict(other).get("src") == one.get("src")]
            yield from set(told) - (set(like[0]) if like else set())


def _told(one: Segment) -> list[tuple[str, str]]:
    return [pair for pair in spelled([one]) if pair[0] not in ("s", "in", "out")]


_EACH_CLIP = words(
    r"\b(?:each|every)(?: \w+)? (?:clip|segment|shot)\b|\bboth clips\b|\ball (?:the |of the )?clips\b",
    "每一?[段个](?!时间|标题|字幕)(?:片段|视频|镜头)?|各段|所有片段",
)
_BETWEEN = words(
    r"\bbetween\b|\btransitions?\b|\bcrossfade|\bjoin|\bmerge", "之间|转场|连接|合并|拼"
)


def _misses_a_clip(plain: str, edit: Edit) -> bool:
    """ "每一段都剪掉前2秒", and one of the clips is as it was."""
    was, now = edit.before[0], edit.after[0]
    if len(was) < _TWO or was == now or not _EACH_CLIP.search(plain):
        return False
    if _BETWEEN.search(plain) or _SPARED.search(plain):
        return False
    still = [{**one, "s": 0} for one in now]
    return any({**one, "s": 0} in still for one in was)


_SPARED = words(
    r"\b(?:except|but|not|leave|leaving|keep|alone|apart|other than|same|as|unlike|like|without|than"
    r"|off)\b|n't\b",
    "[不别留除没比]|一样|[以之]外",
)
_NUMERALS = "一二三四五"
_NTH_CHINESE = Regex(
    "第([一二三四五1-5])[首条个张](?!片段|视频|镜头|画面|[0-9一二三四五六七八九十]*秒|10|十)"
)
_NTH_ENGLISH = Regex(
    r"\bthe (first|second|third|last)(?: (?:one|title|caption|song|track|logo|music|subtitle)\b"
    r"|(?=\W*\Z)|(?=[,;]))",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third")


def _changes_another_of_them(plain: str, edit: Edit) -> bool:
    """ "第一首小一点，第二首淡出", and it is the first that fades."""
    changed = [was.get("id") for was, _ in edit.layers if was]
    if edit.added or not changed or edit.ends[0] != edit.ends[1] or _SPARED.search(plain):
        return False
    told = [
        _NUMERALS.find(one[1]) if one[1] in _NUMERALS else int(one[1]) - 1
        for one in _NTH_CHINESE.finditer(plain)
    ]
    for named in _NTH_ENGLISH.finditer(plain):
        word = named[1].lower()
        told.append(_ORDINALS.index(word) if word in _ORDINALS else -1)
    by_role: dict[str, list[Segment]] = {}
    for one in sorted(edit.before[1], key=lambda one: int(one["s"])):
        by_role.setdefault(str(one.get("role")), []).append(one)
    several = [one for one in by_role.values() if len(one) > 1]
    if not several:
        return False
    return any(
        not any(len(one) > n and one[n].get("id") in changed for one in several) for n in told
    )


_ALL_BUT_ONE = words(
    r"\ball (?:the )?(?:titles|captions|clips|texts)\b[^.;]*,? (?:but |and )?the (?:last|first"
    r"|second) one\b[^.;]*\d",
    "(?:所有|全部|每个)(?:的)?(?:标题|字幕|片段)[^。；;]*[,，](?:但)?(?:最后"
    "|第[一二三])一?个?[^。；;]*[0-9一二两三]",
)


def _adds_up(plain: str, edit: Edit) -> bool:
    """ "所有标题延长1秒，最后一个延长2秒", and the last is 3 s longer."""
    longer = [now["d"] - was["d"] for was, now in edit.altered if differs(was, now, "d")]
    return len(longer) > 1 and bool(_ALL_BUT_ONE.search(plain))


_LISTED_TIMES = Regex(
    r"\d+(?:\.\d+)?(?:[、,，] ?\d+(?:\.\d+)?)+(?:[、,，]? ?(?:和|and) ?\d+)?秒?(?:处|时"
    r"|的地方)?(?:各)?[切分拆剪断]"
)


def _splits_too_few(plain: str, edit: Edit) -> bool:
    """ "5、10、15秒处切开", and there are three parts."""
    found = _LISTED_TIMES.search(plain)
    times = len(_NUMBER.findall(found[0])) if found else 0
    return times > len(edit.after[0]) - len(edit.before[0]) > 0


_AS_WELL = Regex(
    r"\A[^,，。0-9]{0,8}也(?:是|一样)(?=\W*\Z|[,，])|也是?(?:这么|那么|一样)大"
    r"|\A\W*(?:and )?(?:the )?fade[- ]?(?:in|out)"
    r" (?:too|as well)\W*\Z|\bthe same for the\b",
    re.IGNORECASE,
)


def _is_not_as_the_other(plain: str, edit: Edit) -> bool:
    """ "淡入2秒", "淡出也是", and it fades out 1 s; "也是这么大", and it is not."""
    if not _AS_WELL.search(plain):
        return False
    there = {
        value
        for one in (*edit.before[0], *edit.before[1])
        for key, value in _told(one)
        if key != "d"
    }
    new = [
        (key, value) for key, value in _new(edit) if key not in ("d", "src", "text", "role", "name")
    ]
    named = {str(int(float(one) * 1_000)) for one in _NUMBER.findall(plain)}
    return not new or not any(value in there or value in named for _, value in new)


_ONE_OF_A_KIND = words(
    "第[一二三四1-9][条个](?:字幕|标题)[^,，。]*(?:改成|换成"
    "|改为)[^,，。]*[,，](?:[红黄蓝绿白黑橙紫粉]色?|加粗|斜体|[大小]一?[点些]|放大|缩小)[ 。.!！]*\\Z",
    "(?:字幕|标题)[^,，。0-9都所]{1,8}(?:改成|换成|改为)[^,，。]*[,，](?:[红黄蓝绿白黑橙紫粉]色?|加粗"
    "|斜体|[大小]一?[点些]|放大|缩小)[ 。.!！]*\\Z",
)


def _styles_the_others(plain: str, edit: Edit) -> bool:
    """ "第二条字幕改成“大家好”，红色", and the first is red, too."""
    renamed = [now for was, now in edit.altered if differs(was, now, "text")]
    return len(renamed) == 1 < len(edit.altered) and bool(_ONE_OF_A_KIND.search(plain))


_ALL_TEXTS = words(
    "(?<![条个些名人])(?:所有|全部)?(?:文字|字|文本)(?:都|全|也都|变|小|大|改)|(?:所有"
    "|全部)(?:的)?(?:文字|文本|字)(?!幕)",
    r"\ball (?:the |of the )?(?:texts?|words|writing)\b",
)
_NAMES_A_TEXT = words(r"\b(?:titles?|captions?|subtitles?|lower thirds?)\b", "标题|字幕|人名条")


def _changes_some_of_the_texts(plain: str, edit: Edit) -> bool:
    """ "文字都变红，标题变大", and the caption is as it was."""
    texts = [one for one in edit.before[1] if one.get("role") in op.TEXTS]
    kinds = {one.get("role") for one in texts}
    changed = [was for was, _ in edit.layers if was and was.get("role") in op.TEXTS]
    if len(kinds) < _TWO or not changed or len(changed) == len(texts):
        return False
    return bool(_ALL_TEXTS.search(plain) and _NAMES_A_TEXT.search(plain))


_VERB_FIRST = Regex(
    r"(?:调[低高大小]|降低|提高|减小|增大|放大|缩小|延长|缩短"
    r"|淡[入出](?:\d+秒)?)(?P<a>[^,，。0-9到]{1,5})[和与跟](?P<b>[^,，。0-9到]{1,5}?)"
    r"(?:的音量)?(?:到|至)?(?:[0-9]|一半|[ 。.!！]*\Z)"
    r"|\b(?:lower|raise|reduce|increase|boost|shrink|enlarge|turn (?:down|up)|extend|lengthen"
    r"|shorten) (?:the |my )?\w+(?: \w+)?"
    r" and (?:the |my )?\w+(?: \w+)? (?:by |to |until )?\d",
    re.IGNORECASE,
)


def _serves_one_of_the_two(plain: str, edit: Edit) -> bool:
    """ "放大logo和标题50%", and the logo is 25 % larger; "前3秒淡入音乐和画面", and the picture 1 s."""
    found = _VERB_FIRST.search(plain)
    if found is None or edit.added:
        return False
    if "长" in found[0] and any(differs(*pair, "s") for pair in edit.altered):
        return True
    numbers = [float(one[0]) for one in _NUMBER.finditer(plain)] or (
        [50.0] if "一半" in plain else []
    )
    pairs = [*edit.altered, *edit.clips[:1]]
    pairs = [(was, now) for was, now in pairs if was != now]
    if len(numbers) != 1:
        return False
    if len(pairs) < _TWO:
        return True
    said = sorted(said_values(numbers[0], True, edit))
    reached = [
        any(is_among(sorted({one}), said) for one in (*between(was, now), *leaves(now)))
        for was, now in pairs
    ]
    return any(reached) and not all(reached)


_LIST_OF_TIMES = Regex(
    r"(?<![\d.])\d+(?:\.\d+)?(?:[、,，]\d+(?:\.\d+)?)+秒(?:处|时)?(?:各|都)?(?:加|放|插)"
)


def _adds_too_few(plain: str, edit: Edit) -> bool:
    """ "5、10、15秒加叮的音效", and there are two."""
    found = _LIST_OF_TIMES.search(plain)
    return found is not None and 0 < len(edit.added) < len(_NUMBER.findall(found[0]))


_LAST_LOOK = Regex(r"[,，](?:标题|字幕)?[,，]?(?:[红黄蓝绿白黑橙紫粉]色|加粗|斜体)[ 。.!！]*\Z")


def _looks_only_at_the_last(plain: str, edit: Edit) -> bool:
    """ "第5秒“A”，第10秒“B”，标题，红色", and only the last is red."""
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    styled = ["color" in one or "style" in one for one in texts]
    return len(texts) > 1 and sum(styled) == 1 and bool(_LAST_LOOK.search(plain))


_SEVERAL_SPARED = Regex("除了?[^,，。]*[和跟与、][^,，。]*(?:都|全)")
_ALL_BUT = words(
    "除了?[^,，。]*(?:都|全)",
    r"\ball (?:the )?(?:\w+ )?(?:but|except)\b|\beverything (?:but|except)\b",
)


def _changes_the_spared_one(plain: str, edit: Edit) -> bool:
    """ "除了午安都变红，午安放大", and that one is red."""
    changed = [was for was, _ in edit.layers if was]
    alike = [one for one in edit.before[1] if changed and one.get("role") == changed[0].get("role")]
    if len(changed) != 1 or len(alike) <= _TWO or not _ALL_BUT.search(plain):
        return False
    return not _SEVERAL_SPARED.search(plain)


_ONE_MORE = Regex(r"再(?:加|来|放|插)(?:一?[个声])?\s{2,}")


def _adds_the_same_twice(plain: str, edit: Edit) -> bool:
    """ "第9秒加“ding”的音效，第27秒再加一个“whoosh”", and it is the first that is heard twice."""
    names = Counter(str(one.get("name")) for one in edit.added if one.get("role") == "sound")
    return max(names.values(), default=0) > 1 and bool(_ONE_MORE.search(plain))


_EACH_LASTS = Regex(rf"每[个次声条](?:显示|持续|响|放)?({NUMBER})秒")


def _comes_where_it_lasts(plain: str, edit: Edit) -> bool:
    """ "第7秒和第37秒各加一个“叮咚”，每个一秒", and there is one more at 1 s."""
    found = _EACH_LASTS.search(plain)
    return found is not None and any(
        one["s"] == round(float(number(found[1])) * 1_000) for one in edit.added
    )


CHECKS = (
    _comes_where_it_lasts,
    _adds_the_same_twice,
    _styles_the_others, _changes_some_of_the_texts, _serves_one_of_the_two, _adds_too_few,
    _looks_only_at_the_last, _changes_the_spared_one,
    _misses_one_of_several, _misses_a_clip, _changes_another_of_them, _adds_up, _splits_too_few,
    _is_not_as_the_other,
)  # fmt: skip
