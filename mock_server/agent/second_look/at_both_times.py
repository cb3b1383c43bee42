"""Two times that are told for one thing are two times: "第5秒、第15秒显示“你好”"; none is a length."""

import re

from mock_server.agent.operations import TEXTS
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import N
from mock_server.timeline.tracks import end_of

_BOTH = Regex(
    rf"(?:第(?P<one>{N})秒(?:钟|处|时|的地方)?(?:[、,，和跟与及还有以再加 ]+)(?:在)?第(?P<two>{N})秒"
    rf"|(?<![0-9到至-])(?P<a>{N})秒(?:钟|处|时|的地方)?(?:[、和跟与及]|还有|以及)(?:在)?(?P<b>{N})秒)"
    r"(?!钟?[到至~-])(?P<rest>[^。;；\n]*)"
)
_HELD = Regex(f"第?{N}秒(?:钟|处|时|的地方)?(?:画面)?(?:也|再|都)?定格")
_OTHER = Regex("之间|[剪删裁]|[0-9]秒|持续|时长|分别")
_MIDDLE, _EDGE = (
    Regex("\\A ?(?:在|视频)*(?:正?中间|中段)(?!位|的位)"),
    Regex("开头|结尾|片头|片尾|末尾"),
)


def _lasts_as_long_as_a_time(plain: str, edit: Edit) -> bool:
    """ "第5秒、第15秒定格", and the frame at 5 s is held for 15 s."""
    if 0 < edit.frozen < len(_HELD.findall(plain)):
        return True
    for told in _BOTH.finditer(plain):
        if _OTHER.search(told["rest"]):
            continue
        one, two = (
            1_000 * float(number(told[a] or told[b])) for a, b in (("one", "a"), ("two", "b"))
        )
        new = [now for now in edit.after[0] if "freeze" in now] if edit.frozen > 0 else []
        new += [now for was, now in edit.layers if now and was.get("s") != now["s"]]
        if any(now["s"] == one and now["d"] == two for now in new):
            return True
        starts = {now["s"] for now in edit.added}
        if len(starts & {one, two}) == 1 and len(starts) == 1:
            return True
    return False


def stands_at_an_end(message: str, edit: Edit) -> bool:
    """ "开头标题“一”，中间标题“二”，结尾标题“三”", and the second one comes with the third."""
    clauses = CLAUSE.split(message)
    if not any(_EDGE.search(one) for one in clauses):
        return False
    middle = [one for one in clauses if _MIDDLE.search(one)]
    return any(
        one["role"] in TEXTS
        and (one["s"] == 0 or end_of(one) >= edit.ends[1])
        and any(
            re.search(rf"[“\"‘'「『]{re.escape(str(one['text']))}[”\"’'」』]", said)
            for said in middle
        )
        for one in edit.added
    )


CHECKS = (_lasts_as_long_as_a_time,)
