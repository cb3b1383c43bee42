"""What Chinese asks for on both sides of a stretch, and was done on one: "10到20秒不变，前后变黑白";
and at the joint of two clips."""

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words

_KEYS = ("vol", "color", "speed", "reverse", "rotate", "denoise", "crop", "src", "normalize")
_BOTH_SIDES = words(
    "秒(?![,，]?(?:各|分别))[^。]{0,40}?(?:[,，;；]|除了[^,，。;；]{0,20})(?:但是?|而|把)?(?:它|其)?"
    "(?:前后(?:两[段边头])?|前面(?:和|跟|与|、)?后面|前边和后边|[前后]面(?:、|和)[前后]面|两[边头])(?:的)?"
    "(?:部分|地方|内容|片段|画面)?(?:都|全部?|均|也|把|要|各)*"
    "(?:[变改调弄]|静音|黑白|加速|放慢|慢放|倒放|剪|删|去掉|裁|快|慢|模糊|[0-9一二两三]+倍|不要)",
)


def _is_on_one_side(plain: str, edit: Edit) -> bool:
    """ "10到20秒保留，前后剪掉", and the first ten seconds are still there."""
    (was, now) = edit.before[0], edit.after[0]
    if not (was and now) or not _BOTH_SIDES.search(plain):
        return False
    begins = differs(was[0], now[0], *_KEYS, "in")
    return begins != differs(was[-1], now[-1], *_KEYS, "out")


_NEAR = 1_500  # ms: a crossfade begins before
_AT_THE_JOINT = words("(?:接缝|衔接|交界|连接|接口|切换)(?:处|的地方|那里|点)")


def _is_not_at_the_joint(plain: str, edit: Edit) -> bool:
    """ "接缝处加叠化和音效嗖", and that is heard at the beginning."""
    joints = {int(one["s"]) for one in edit.after[0][1:]}
    heard = {int(one["s"]) for one in edit.added if one.get("role") == "sound"}
    far = bool(joints) and any(all(abs(at - joint) > _NEAR for joint in joints) for at in heard)
    return far and bool(_AT_THE_JOINT.search(plain))


CHECKS = (_is_not_at_the_joint, _is_on_one_side)
