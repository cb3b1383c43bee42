"""An order that was taken for a text, a text for a look: "人名条：王芳，下面小字写经理", "colour Tip 1 and
Tip 3 orange"."""

import re

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.values.lazily import Regex

_ORDER = Regex(
    r"(?:\A|[,，、;；。 ])(?:再|然后|并|还|另外)?(?:在|给)?(?:它|其)?"
    r"(?:(?:下|上|旁|左|右|底)[面边方]|底下|小字|副标题|第二行)(?:的|用|再|小字|一行|文字)*"
    r"(?:写|打|显示|加|放|标|是|为|注明)"
    r"|(?:\A|[,;.] ?|\band )(?:below|underneath|under|above|next to|beside) (?:it|that|this)\b"
    r"|(?:\A|[,;.] ?|\band )with .* (?:below|underneath|above|beside it)\Z",
    re.IGNORECASE,
)
_QUOTES = "“”\"‘’'「」『』《》"


def writes_an_order(message: str, edit: Edit) -> bool:
    """ "6到11秒显示人名条：王芳，下面小字写产品经理", and that is what is written below."""
    told = [
        str(one[key])
        for one in edit.added
        for key in ("text", "sub")
        if key in one and _ORDER.search(str(one[key]))
    ]
    return any(not _is_quoted(message, text) for text in told)


_ONCE_MORE = Regex(
    r"\b(?:again|another|second (?!\d)|once more|copy|duplicate|repeat|too|as well|also)\b|再|又|也|重复",
    re.IGNORECASE,
)


def writes_it_again(message: str, edit: Edit) -> bool:
    """ "Show Ann's lower third until second 9", and there are two of it."""
    if _ONCE_MORE.search(message):
        return False
    there = {str(one["text"]) for one in edit.after[1] if "text" in one and one in edit.before[1]}
    new = {str(one["text"]) for one in edit.added if "text" in one}
    return any(text in message and not _is_quoted(message, text) for text in there & new)


_TOLD_ON = Regex(
    '(?:标题|字幕|名条|文字)(?:内容)?(?:写上?)?[：:写] ?(?P<text>[^,，。;；：:“”"「」『』]{1,20})[，,] ?'
    "(?P<rest>[\u4e00-\u9fff]{1,6})(?=[,，。;；!！]|\\s*\\Z)"
)
_SAYS_HOW = Regex(
    "[上下左右中大小高低红黄蓝绿白黑橙粉紫金灰淡色字体粗斜秒分放加剪删静音出入停留显位居顶底边角号始终头尾全片"
    "段样式描阴背透明动滚打配转快慢开结]|一直|持续|谢|好[吗的]|可以|就[行好]|辛苦|麻烦|一下|不要|不用|别"
)


def loses_the_rest_of_it(message: str, edit: Edit) -> bool:
    """ "标题：早安，成都", and "早安" is all that is written."""
    found = _TOLD_ON.search(message)
    new = {str(one["text"]) for one in edit.added if "text" in one}
    if found is None or found["text"].strip() not in new or _SAYS_HOW.search(found["rest"]):
        return False
    return not any(str(one["sub"]) in found["rest"] for one in edit.added if "sub" in one)


def _is_quoted(message: str, text: str) -> bool:
    return bool(re.search(f"[{_QUOTES}]{re.escape(text)}[{_QUOTES}]", message))


def _colors_by_a_text(_: str, edit: Edit) -> bool:
    """ "Colour Tip 1 and Tip 3 orange", and the picture is in "Tip 1"."""
    if not has(edit.after[0], "color"):
        return False
    looks = {_name(one.get("color")) for one in edit.after[0]}
    looks -= {_name(one.get("color")) for one in edit.before[0]}
    return not looks.isdisjoint(edit.texts[0])


def _name(color: object) -> str:
    return str(color.get("name", "")) if isinstance(color, dict) else ""


def _is_called_by_a_job(plain: str, edit: Edit) -> bool:
    """ "Ann is not a chef, she is a baker", and her name is "baker"."""
    new = [
        str(now.get("text"))
        for was, now in edit.altered
        if now.get("role") == "lower-third" and was.get("text") != now.get("text")
    ]
    return any(
        re.search(rf"\b(?:is|but|['’]s|rather) an? {re.escape(one)}\b", plain, re.I) for one in new
    )


CHECKS = (_colors_by_a_text, _is_called_by_a_job)
