"""What Chinese says of clips by their number, and was done to others: "到第二段为止都静音", and the first
is heard; "从第二段开始加音乐", and it ends with that clip; "最后一段不要音乐", and there is none."""

from mock_server.agent.second_look.edit import SHOWN, Edit, differs
from mock_server.agent.second_look.words import DIGITS_ZH, LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_CLIP = "(?:第(?P<n>[一二三四五六])|(?P<last>最后一)|前一|后一)段"
_UNTIL_IT = Regex(f"(?<!从)(?:一直|直)?到{_CLIP}(?:视频|片段)?(?:结束)?(?:为止|止)")
_SINCE_IT = Regex(
    f"(?:从{_CLIP}(?:视频|片段|的)*(?:开始|起|开头|往后)|第(?P<m>[一二三四五六])段(?:一?开始|开头)"
    f"(?:时|的时候)?)"
)
_ENDS = words("到|为止|结束|只|仅|秒|之间|里|内|这段|那段|播完|放完")
_BUT_NO_SOUND = Regex(
    f"{_CLIP}(?![^,，。;；]*[,，。;；][^,，。;；]*(?:段|音乐|标题|字幕))[^,，。;；]+[,，;；]"
    "(?:但是?|不过|可是?|而且)*(?:声音|原声)(?:就|都)?(?:不要|去掉|关掉|别要|不用|静音)了?[ 。.!！吧]*\\Z"
)
_EVERYWHERE = words("全部|所有|整个|全片|每一?段|都")
_NO_LAYER = Regex(
    f"{_CLIP}(?:视频|片段|的时候|里|的)*(?:就|都)?(?:不要|别放|不放|别加|不用|没有|不需要)"
    f"(?P<what>[^,，。;；]{{1,6}})"
)
_SHOWN = (*SHOWN, "fade_in", "fade_out")


def _is_done_to_one_alone(plain: str, edit: Edit) -> bool:
    """ "到第二段为止都调成黑白", and the first is in colour."""
    found = _UNTIL_IT.search(plain)
    if not found or "从" in plain or len(edit.before[0]) != len(edit.after[0]):
        return False
    at = DIGITS_ZH.index(found["n"]) if found["n"] else len(edit.after[0])
    changed = [differs(*pair, *_SHOWN) for pair in edit.clips[:at]]
    return any(changed) and not all(changed)


def _ends_with_its_clip(plain: str, edit: Edit) -> bool:
    """ "从第二段开始加上song.mp3", and it is not there in the third."""
    found = _SINCE_IT.search(plain)
    if not found or _ENDS.search(plain.replace(found[0], "")):
        return False
    ends = {end_of(one) for one in edit.after[0][:-1]}
    starts = {one["s"]: end_of(one) for one in edit.after[0]}
    return any(
        one.get("role") in ("music", "overlay")
        and starts.get(one["s"]) == end_of(one)
        and end_of(one) in ends
        for one in edit.added
    )


def _mutes_the_others(plain: str, edit: Edit) -> bool:
    """ "最后一段放慢，但声音不要", and no clip is heard."""
    silent = [differs(*pair, "vol") for pair in edit.clips]
    told = _BUT_NO_SOUND.search(plain)
    return sum(silent) > 1 and told is not None and not _EVERYWHERE.search(plain)


def _takes_it_from_all(plain: str, edit: Edit) -> bool:
    """ "最后一段不要音乐", and it is gone from the others, too."""
    for found in _NO_LAYER.finditer(plain):
        gone = [
            was
            for was, now in edit.layers
            if not now and was["role"] in LAYERS and LAYERS[str(was["role"])].search(found["what"])
        ]
        clips = edit.before[0]
        at = DIGITS_ZH.index(found["n"]) - 1 if found["n"] else len(clips) - 1
        if (
            gone
            and at < len(clips) > 1
            and any(one["s"] < clips[at]["s"] or end_of(one) > end_of(clips[at]) for one in gone)
        ):
            return True
    return False


CHECKS = (_is_done_to_one_alone, _ends_with_its_clip, _mutes_the_others, _takes_it_from_all)
