"""By so much, or to so much: each level, size and speed that has changed is told, as what it is to be or as
how much more or less it is to be: "logo大小打八折", "速度加两成", "lower it by 20 %"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, number
from mock_server.agent.values.placeholders import HAN
from mock_server.timeline.tracks import Segment

_TO, _UP, _DOWN, _TIMES = "to", "up", "down", "times"
_ANY = frozenset((_TO, _UP, _DOWN, _TIMES))
_USUAL = {"vol": 1.0, "speed": 1.0, "opacity": 1.0, "amount": 1.0}
_KEYS = ("vol", "speed", "opacity", "scale", "size", "amount")
_CLOSE = 0.011

_N = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
_TOLD_ZH = Regex(
    rf"百分之(?P<of_100>{_N})|(?P<percent>[0-9.]+) ?[%％]|(?P<below>{_N})分之(?P<above>{_N})"
    r"|(?P<tenths>[0-9一二两三四五六七八九])成(?P<half>[半五])?"
    r"|(?P<off>[0-9一二三四五六七八九](?:[0-9.一二三四五六七八九])?(?:[0-9])?)折"
    rf"|(?P<fold>翻一?倍|翻番|翻一番|加倍|减半|一半|(?:{_N})倍半?)"
    r"|(?<![0-9.:])(?P<bare>[0-9]?\.[0-9]+)(?! ?[秒分0-9s倍])"
)
_PART_ZH = Regex(r"(?:[前后]|最后|开头|结尾|中间)的?$")
_IS_TO_ZH = Regex(r"(?:[到至成为是在于设]|变成|等于)(?:了|个)?(?:原来的?|现在的?)?$")
_OF_IT_ZH = Regex(
    r"(?:原来|现在|目前|之前|本来|当前)的?(?:音量|大小|速度|字号|强度|尺寸)?的?$|打(?:个|了|一个)?$"
)
_UP_ZH = Regex(
    r"(?:加|增加|增大|加大|提高|提升|升高|升|调高|调大|放大|拉高|变大|加快|[提加]速|\+"
    r"|[快大响高亮多])(?:了|上|个|出)?$"
)
_DOWN_ZH = Regex(
    r"(?:减|减少|减小|降低|降|调低|调小|缩小|压低|压|变小|减慢|放慢|[减降]速|(?<![0-9])-|(?<!大)小|"
    r"(?<!快)慢|(?<!高)低|[轻暗少弱])"
    r"(?:了|掉|下|去|个)?$"
)
_STEP_ZH = words(
    "[大小响轻高低快慢亮暗强弱淡]声?(?:一|那?么?一)?[点些]|[点些]声?(?:大|小)|变[大小响轻快慢]"
    "|[大小]声|更|稍|略"
)
_ANEW = words(
    r"\A\W*(?:no|nope|sorry|actually|wait|oops|rather|well|i meant?|not)\b|\b(?:undo|back|normal|original"
    r"|before|previous|as it was|instead|swap)\b",
    r"\A\W*(?:不|还是|算了|[说弄搞写]错|应该|改成|太|呃|哦|啊|等)|撤|恢复|原来的?[音大样声]|还原|正常"
    "|对调|交换|互换",
)

_TOLD = Regex(
    r"(?P<percent>[0-9]+(?:\.[0-9]+)?) ?(?:%|percent\b|per cent\b)"
    r"|\b(?P<half>half)\b|\b(?P<third>(?:a |one )third)\b|\b(?P<quarter>(?:a |one )quarter)\b"
    r"|\b(?P<fold>twice|double|doubled|triple|(?:[0-9.]+) ?(?:x|times))\b"
    r"|(?<![0-9.:])(?P<bare>[0-9]?\.[0-9]+)(?! ?(?:s\b|sec|[0-9x]))"
    r"|\b(?:to|at|at size|size) (?P<points>[0-9]{1,3})(?![0-9.:/]| ?(?:%|s\b|sec|x\b|percent|degrees|db))",
    re.IGNORECASE,
)
_PART = Regex(r"\b(?:first|last|second|middle|final|the|opening) $", re.IGNORECASE)
_OF_ITS_SIZE = Regex(
    r" (?:of )?(?:the|its|that|this) (?:(?:current|original|present|old) )?(?:size|volume"
    r"|level|speed)\b",
    re.IGNORECASE,
)
_TOO = Regex(r" too\b", re.IGNORECASE)
_BY = Regex(r"\b(?:by|another|a further)(?: about| around)? $", re.IGNORECASE)
_IS_TO = Regex(r"\b(?:to|at|is|be|of)(?: about| around| only| just)? $|= ?$", re.IGNORECASE)
_MORE = Regex(r" (?:louder|faster|bigger|larger|higher|more|stronger|brighter)\b", re.IGNORECASE)
_LESS = Regex(
    r" (?:quieter|softer|lower|slower|smaller|less|down|off|weaker|fainter)\b", re.IGNORECASE
)
_RAISES = words(
    r"\b(?:up|raise|increase|boost|louder|bigger|larger|faster|enlarge|speed|more|grow)\b"
)
_LOWERS = words(
    r"\b(?:down|lower|reduce|decrease|quieter|softer|smaller|slower|slow|less|shrink|drop|cut|dim)\b"
)
_STEP = words(
    r"\b(?:louder|quieter|softer|bigger|larger|smaller|faster|slower|stronger|weaker|up|down|more|less"
    r"|fainter|brighter|higher|lower|a bit|slightly|soft|low|quiet|loud|big|small)\b"
)
_IN_WORDS = words(
    r"\b(?:times|(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b"
    r"(?![- ](?:sec|one|two|three|four|five|six|seven|eight|nine)))\b"
)
_PUT_RIGHT = words(
    r"[,;.–-] ?(?:or )?(?:rather|i mean|i meant|no|sorry|wait|actually|make that)\b",
    "[,，](?:不对|不是|不,|不，|[说写]错|还是|应该)",
)
_BY_SO_MUCH = Regex(
    rf"[0-9.]+ ?(?:%|percent\b|per cent\b)(?:{_MORE.pattern}|{_LESS.pattern})", re.IGNORECASE
)
_LENGTH = words(r"\b(?:shorten|shorter|duration|length|longer)\b", "时长|总长|缩短|延长|长度")
_IN_TURN = words(r"\b(?:then|after that|again)\b", "再|然后|接着")
_DECIBELS = words(r"[0-9] ?db\b", "分贝")


@dataclass(frozen=True)
class _Told:
    """A share that is told, and what it may mean."""

    share: float
    modes: frozenset[str]
    bare: bool = False  # a figure without a percent sign may be added

    def explains(self, was: float | None, now: float, key: str) -> bool:
        share = self.share
        found = []
        if _TO in self.modes:
            found += [share, 100 * share] + ([1 - share] if key == "opacity" else [])
        if was is None:
            return self.modes != {_TO} or any(_near(one, now) for one in found)
        added = self.bare or key in ("opacity", "amount")
        if _UP in self.modes:
            found += [was * (1 + share), *([was + share] if added else [])]
        if _DOWN in self.modes:
            found += [was * (1 - share), *([was - share] if added else [])]
            found += [was / (1 + share)] if key == "speed" else []
        if _TIMES in self.modes:
            found += [was * share, *([was / share] if share else [])]
        return any(_near(one, now) for one in found)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE * max(1, abs(other))


def _is_told_otherwise(plain: str, edit: Edit) -> bool:
    """Whether something has changed to a value that none of the shares which are told can mean."""
    if _ANEW.search(plain) or _DECIBELS.search(plain):
        return False
    chinese = bool(HAN.search(plain))
    if _IN_WORDS.search(plain) or _LENGTH.search(plain):
        return False
    put_right = [*_PUT_RIGHT.finditer(plain)]
    rest = plain[put_right[-1].end() :] if put_right else plain
    if put_right and put_right[-1][0].endswith("不是") and not re.search("[,，]", rest):
        rest = plain[: put_right[-1].start()]
    told = [*(_told_zh(rest) if chinese else _told(rest))]
    if "半透明" in plain or "transparent" in plain:
        told.append(_Told(0.5, frozenset((_TO,))))
    if len(told) > 1 and _IN_TURN.search(plain):
        return False
    if not told or all(one.modes == _ANY for one in told):
        return False
    in_steps = bool(
        _STEP_ZH.search(plain) if chinese else _STEP.search(_BY_SO_MUCH.sub(" ", plain))
    )
    return any(
        now not in (0, 1)
        and not any(one.explains(was, now, key) for one in told for was in befores)
        and not (in_steps and any(_is_a_step(was, now, key) for was in befores))
        for key, befores, now in _changed(edit)
    )


def _is_a_step(was: float | None, now: float, key: str) -> bool:
    words = {"vol": ("louder", "quieter"), "speed": ("faster", "slower")}.get(
        key, ("bigger", "smaller")
    )
    return was is None or any(_near(was * step, now) for one in words for step in STEPS[one])


def _changed(edit: Edit) -> Iterator[tuple[str, list[float | None], float]]:
    """What has changed of a level, a size or a speed: from one of these to that."""
    for was, now in edit.altered:
        for key in _KEYS:
            old, new = _value(was, key), _value(now, key)
            if new is not None and new != old:
                yield key, [_USUAL.get(key) if old is None else old], new
    for key in _KEYS:
        for one in edit.after[0]:
            befores = [
                _value(each, key) for each in edit.before[0] if each.get("src") == one.get("src")
            ]
            new = _value(one, key)
            if key == "speed" and "speed_to" in one:
                continue  # a part of a ramp has the speed that is reached there
            if new is not None and befores and new not in befores:
                yield key, [_USUAL.get(key) if each is None else each for each in befores], new


def _value(one: Segment, key: str) -> float | None:
    value = one.get("color", {}) if key == "amount" else one
    found = value.get(key) if isinstance(value, dict) else None
    return float(found) if isinstance(found, int | float) else None


def _told_zh(plain: str) -> Iterator[_Told]:
    for found in _TOLD_ZH.finditer(plain):
        lead = plain[: found.start()].rstrip()
        if _PART_ZH.search(lead):
            continue
        share = _share_zh(found)
        if share is None:
            continue
        if found["off"]:
            yield _Told(share, frozenset((_TIMES,)))
        elif found["fold"]:
            yield _Told(share, _of_fold(found["fold"], lead))
        elif _OF_IT_ZH.search(lead):
            yield _Told(share, frozenset((_TIMES,)))
        elif _IS_TO_ZH.search(lead):
            yield _Told(share, frozenset((_TO,)))
        elif _UP_ZH.search(lead):
            yield _Told(share, frozenset((_UP,)), bool(found["bare"]))
        elif _DOWN_ZH.search(lead):
            yield _Told(share, frozenset((_DOWN,)), bool(found["bare"]))
        else:
            yield _Told(share, frozenset((_TO,)))


def _of_fold(told: str, lead: str) -> frozenset[str]:
    if told == "减半":
        return frozenset((_DOWN, _TIMES))
    if told == "一半":
        down = _DOWN_ZH.search(lead)
        return frozenset((_DOWN,) if down else (_UP,) if _UP_ZH.search(lead) else (_TO, _TIMES))
    if told in ("翻倍", "翻一倍", "翻番", "翻一番", "加倍"):
        return frozenset((_TIMES,))
    return _ANY


def _share_zh(found: re.Match[str]) -> float | None:
    try:
        if found["of_100"]:
            return float(number(found["of_100"])) / 100
        if found["percent"]:
            return float(found["percent"]) / 100
        if found["below"]:
            return float(number(found["above"]) / number(found["below"]))
        if found["tenths"]:
            return float(number(found["tenths"])) / 10 + (0.05 if found["half"] else 0)
        if found["off"]:
            digits = "".join(str(number(one)) if HAN.match(one) else one for one in found["off"])
            return float(f"0.{digits.replace('.', '')}")
        if found["fold"]:
            told = found["fold"]
            if told.rstrip("半").endswith("倍") and told[0] not in "翻加":
                return float(number(told.rstrip("半")[:-1])) + 0.5 * told.endswith("半")
            return 0.5 if "半" in told else 2.0
        return float(found["bare"])
    except (ArithmeticError, ValueError, KeyError):
        return None


def _told(plain: str) -> Iterator[_Told]:
    for found in _TOLD.finditer(plain):
        lead, behind = plain[: found.start()], plain[found.end() :]
        if found["points"]:
            modes = _ANY  # or the end of a range
        elif _OF_ITS_SIZE.match(behind):
            modes = frozenset((_TIMES,))
        elif _PART.search(lead) or found["fold"] or _TOO.match(behind):
            modes = _ANY
        elif _MORE.match(behind):
            modes = frozenset((_UP,))
        elif _LESS.match(behind):
            modes = frozenset((_DOWN,))
        elif _BY.search(lead):
            up, down = bool(_RAISES.search(lead)), bool(_LOWERS.search(lead))
            modes = frozenset(
                (_UP,) if up and not down else (_DOWN,) if down and not up else (_UP, _DOWN)
            )
        elif _IS_TO.search(lead):
            modes = frozenset(
                (_TO, _TIMES) if found["half"] or found["third"] or found["quarter"] else (_TO,)
            )
        else:
            modes = _ANY
        yield _Told(_share(found), modes, bool(found["bare"]))


def _share(found: re.Match[str]) -> float:
    if found["percent"]:
        return float(found["percent"]) / 100
    if found["points"]:
        return float(found["points"]) / 100
    if found["bare"]:
        return float(found["bare"])
    if found["fold"]:
        told = found["fold"].lower()
        named = {"twice": 2.0, "double": 2.0, "doubled": 2.0, "triple": 3.0}
        figure = re.match(r"[0-9]*\.?[0-9]+", told)
        return named.get(told, float(figure[0]) if figure else 1.0)
    return 0.5 if found["half"] else 1 / 3 if found["third"] else 0.25


_THROUGH = words(
    r"\bmore (?:transparent|see-through|translucent)\b|\bless (?:opaque|visible)\b",
    "[再更]透明|透明度?(?:[一]?[点些]|再(?:高|大|加))",
)


def _is_seen_through_less(plain: str, edit: Edit) -> bool:
    """ "logo再透明20%", and it is more opaque."""
    return bool(_THROUGH.search(plain)) and any(
        now.get("opacity", 1) > was.get("opacity", 1) for was, now in edit.altered
    )


_BY_THEN_OTHER = words(
    "[降减低小升高加](?:低|少|高)?[一二三四五六七八九]成[,，](?:不|不对|还是)[,，]?[一二三四五六七八九]成"
)


def _tells_a_share_anew(plain: str, edit: Edit) -> bool:
    """ "音乐降五成，不，三成": by that, or to that?"""
    return bool(edit.values) and bool(_BY_THEN_OTHER.search(plain))


_NOT_SO = words(
    r"\bnot (?:so|that|as|quite so|this) (?:loud|quiet|big|small|fast|slow|bright|dark|high|low|wide)"
    r"(?! as)[^.;]*?\b(?:\d+(?:\.\d+)? ?(?:%|percent))",
    "(?:别|不要|不用)(?:这么|那么|太)(?:大声|响|大|小|快|慢|亮|暗|高|低)[^。;；]*?[0-9]+ ?%",
)
_BY_SOME = words(
    r"\bby\b|\b(?:less|lower|quieter|smaller|down)\b", "降低?了?[0-9]|[低小少减]了?[0-9]"
)
_PERCENT = words(r"(?P<n>\d+(?:\.\d+)?) ?(?:%|percent)")


def _is_lessened_by_it(plain: str, edit: Edit) -> bool:
    """ "The music not so loud, 30%", and it is at 70."""
    told = _NOT_SO.search(plain) and not _BY_SOME.search(plain) and _PERCENT.search(plain)
    if not told:
        return False
    share = float(told["n"]) / 100
    levels = [
        now.get("vol", 1) for was, now in (*edit.changes, *edit.clips) if differs(was, now, "vol")
    ]
    return bool(levels) and all(abs(one - share) > 0.001 for one in levels)


CHECKS = (_is_lessened_by_it, _tells_a_share_anew, _is_told_otherwise, _is_seen_through_less)
