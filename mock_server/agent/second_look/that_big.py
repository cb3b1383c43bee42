"""How big or loud what is put in shall be, by the words behind it: "加爵士乐，特别小声"."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.text_size import SIZES

_VERY = "(?:特别|非常|超级|超|极其|极|很|十分|巨|相当|格外|尤其|贼)"
_BIG = Regex(
    rf"(?:\A|[,，。;； ])(?:要|得|字|声音|音量|字体|字号)*{_VERY}(?:地|的)?"
    r"(?:(?P<more>大|响)|(?P<less>小|轻|低|安静))"
    r"(?P<loud>声)?(?:一点|点|一些)?(?:的|地|那种|播放|播|放)*[ .。!！]*(?:\Z|[,，;；])"
)
_OF_IT = Regex(
    f"{_VERY}(?:地|的)?(?:(?P<more>大声|响)|(?P<less>小声|轻|低|安静))"
    f"(?:一点)?的[^,，。;；]{{0,8}}[音乐曲歌声]"
)
_SOUND = Regex("[声音吵响轻听]|静")
_LETTERS = Regex("(?<![放缩变调])(?P<size>[大小])(?:号)?字(?![幕母体号典])")
_SIZED = ("size", "scale", "w", "h")


def _is_not_that_big(plain: str, edit: Edit) -> bool:
    """ "加爵士乐，特别小声", and it plays at one and a half of its level."""
    if not (told := _BIG.search(plain) or _OF_IT.search(plain)):
        return False
    more, added = bool(told["more"]), edit.added
    if not added:
        seen = any(one["role"] in (*SIZES, "overlay") for one in edit.before[1])
        spoken = _SOUND.search(plain) or any(said.search(plain) for said in LAYERS.values())
        levels = [key for key, _ in edit.values]
        return seen and not spoken and bool(levels) and set(levels) == {"vol"}
    if any(was.get("vol") != now.get("vol") for was, now in edit.clips):
        return True
    return not any(_bigger(one) is more for one in added if _bigger(one) is not None)


def _bigger(one: dict[str, object]) -> bool | None:
    """Whether a layer is bigger or louder than it comes by itself; None where it is as it comes."""
    usual = {"vol": 1.0, "size": SIZES.get(str(one["role"]), 0)}
    for key, value in usual.items():
        if key in one and value and float(str(one[key])) != value:
            return float(str(one[key])) > value
    return None if "scale" not in one else float(str(one["scale"])) > 1


def _has_the_usual_letters(plain: str, edit: Edit) -> bool:
    """ "左下角加小字“广告”", and it is as big as titles are."""
    told = _LETTERS.search(plain)
    texts = [one for one in edit.added if one["role"] in ("title", "caption")]
    return bool(told and texts) and all(
        _bigger(one) is not (told is not None and told["size"] == "大") for one in texts
    )


CHECKS = (_is_not_that_big, _has_the_usual_letters)
