"""How the picture looks, and how one clip follows another, as Chinese clauses say it."""

from re import Match

from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_words import percent


def look(one: Subject, match: Match[str], talk: Talk) -> str | None:
    kind = {"怀旧": "复古"}.get(match["look"], match["look"])
    if one.role == "look" and not any(talk.there.looks):
        return None
    talk.look = kind
    return f"{one.name}调成{kind}" if one.role == "clip" else f"调成{kind}"


def strong(_: Subject, match: Match[str], talk: Talk) -> str | None:
    return strength(percent(match["level"]), talk)


_LOOKS = {
    "black and white": "黑白",
    "vintage": "复古",
    "vivid": "鲜艳",
    "warm": "暖色",
    "cool": "冷色",
    "sepia": "棕褐色",
    "cinematic": "电影感",
}


def strength(level: str, talk: Talk) -> str | None:
    """How strong the look is that was told, or that is there."""
    there = {*talk.there.looks}
    look = talk.look or (_LOOKS.get(next(iter(there))) if len(there) == 1 else "")
    return f"{look}强度调到{level}" if look else None


def joint(one: Subject, match: Match[str], _: Talk) -> str | None:
    way = match["way"].replace("往", "向").replace("从右向左", "向左").replace("从左向右", "向右")
    way = {"黑场": "黑场过渡", "白场": "白场过渡", "叠化": "交叉淡化", "溶解": "交叉淡化"}.get(
        way, way
    )
    return f"转场改成{match['long'] or match['later'] or ''}{way}"


_JOINTS = {
    "dip-black": "黑场过渡",
    "dip-white": "白场过渡",
    "wipe-left": "向左擦除",
    "wipe-right": "向右擦除",
    "slide-left": "向左滑动",
    "slide-right": "向右滑动",
    "crossfade": "交叉淡化",
}


def joint_lasts(_: Subject, match: Match[str], talk: Talk) -> str | None:
    """How long it takes, of the kind that it is, or that was told right before."""
    told = talk.orders[-1] if talk.orders else ""
    if told.startswith("转场改成") and "秒" not in told:
        talk.orders[-1] = f"转场改成{match['d']}{told.removeprefix('转场改成')}"
        return ""
    kinds = {*talk.there.joins}
    way = _JOINTS.get(next(iter(kinds))) if len(kinds) == 1 else None
    return f"转场改成{match['d']}{way}" if way else None
