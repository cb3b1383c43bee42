"""What is to be kept as it is, in a clause of its own beside a cut, a removal, or a look of all clips."""

from mock_server.agent.second_look.edit import Edit, exactly
from mock_server.agent.second_look.words import DIGITS_ZH, LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_CLAUSES = Regex("[,，。;；\n]")
_STAYS = words(
    "(?<![不别没])(?:保留|留着|留下)|(?:也|都)留|(?:[不别]|不[要能许得])(?:剪|删|动|变|去掉|碰)"
    "|(?:也|都|得|还|  )要[吧的哦啊]?[ !！]*\\Z"
)
_SOUND = words("音效")
_NUMBERED = Regex(
    f"(?:.*(?<!只)保?留下?)?第([{DIGITS_ZH}1-9])段"
    "(?:(?:[也都要]*(?:保留|留着|留下|留)|(?:[不别]|不[要能许得])(?:剪|删|动|变|去掉|碰))[吧的了 !！]*)?\\Z"
)
_IN_ONE_WAY = words("音量|速度|颜色|大小|位置|声音|画面|时长|长度|原声")
_A_NAME = Regex(
    "[ 把]* (?:那|这)?一?段?(?:[也都]?(?:保留|留着|留下|留|要)|(?:[不别]|不[要能许得])"
    "[^,，]{1,4})[吧的了 !！]*\\Z|[ 把]*保留 +\\Z"
)


def _kept_ones(clause: str, edit: Edit) -> list[Segment]:
    """The layers that a clause names by their words, or else by their kind."""
    there = edit.before[1]
    by_words = [one for one in there if one.get("text") and str(one["text"]) in clause]
    if by_words:
        return by_words
    kinds = {role for role, one in LAYERS.items() if one.search(clause)}
    kinds |= {"sound"} if _SOUND.search(clause) else set()
    return [one for one in there if one.get("role") in kinds]


def _loses_a_layer_that_stays(plain: str, edit: Edit) -> bool:
    """ "第三段删掉，再见留着", and that title is gone, or "加速2倍，标题时间不变", and it is shorter."""
    if edit.before[0] == edit.after[0]:
        return False
    now = {one.get("id"): one for one in edit.after[1]}
    clauses = [one for one in _CLAUSES.split(plain) if one.strip()]
    for at, clause in enumerate(clauses):
        if not _STAYS.search(clause):
            continue
        others = "，".join(clauses[:at] + clauses[at + 1 :])
        for one in _kept_ones(clause, edit):
            if one in _kept_ones(others, edit):
                continue
            other = now.get(one.get("id"))
            keys = ("s", "d") if "时间" in clause else ("d",)
            if other is None:
                return True
            if not edit.lasted(one) and any(one.get(key) != other.get(key) for key in keys):
                return True  # what lasts to the end is as long as the video
    return False


def _changes_a_clip_that_stays(plain: str, edit: Edit) -> bool:
    """ "两段都黑白，第一段不变", and the first is, too; "最后20秒删掉，b.mp4留着", and that was it."""
    clauses = [one for one in _CLAUSES.split(plain) if one.strip()]
    kept = [one for one in clauses[1:] if _STAYS.search(one) and not _IN_ONE_WAY.search(one)]
    there = [exactly(one) for one in edit.after[0]]
    for clause in kept:
        said = _NUMBERED.match(clause.strip())
        if said and len(_kept_ones(clause, edit)) == 0:
            at = (DIGITS_ZH.find(said[1]) if said[1] in DIGITS_ZH else int(said[1])) - 1
            clips = edit.before[0]
            if 0 <= at < len(clips) and exactly(clips[at]) not in there:
                return True
    if not any(map(_A_NAME.match, clauses[1:])):
        return False
    was, now = ({one.get("src") for one in side[0]} for side in (edit.before, edit.after))
    if len(was) < 2:  # one file, of which nothing can be spared
        return False
    over_all = any(one.get("role") == "effect" and edit.lasts(one) for one in edit.added)
    return bool(was - now) or edit.alike or over_all


CHECKS = (_loses_a_layer_that_stays, _changes_a_clip_that_stays)
