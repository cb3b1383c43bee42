"""Replies speak as if there were a screen ("click Export", "点击导出按钮"). There is none: the
gestures go, what is said about the video stays.

A reply is taken apart into sentences and clauses. A clause that *begins* like an instruction for a
mouse is dropped; words such as "click" or "drop" elsewhere ("I added a click sound") are content.
"""

import re

from nemo_spec.nemo.text import clean

# Gestures ---------------------------------------------------------------------------------------

_UI = (
    r"(?:button|panel|tab|menu|dialog|sidebar|toolbar|timeline|editor|workspace|settings|icon|player"
    r"|preview|library|dashboard|page|account|billing|slider|dropdown|checkbox|window|link|project"
    r"|export|download)s?\b"
)
_FEW = "{0,40}"  # characters; keeps hostile text from being searched again and again
_PANE_ZH = (
    "(?:按钮|面板|时间[线轴]|菜单|选项|标签页|工具栏|侧边栏|界面|窗口|页面|账[户号单]|预览|滑块)"
)
_UI_ZH = rf"(?:{_PANE_ZH}|编辑器|设置|图标|素材库|工作区|项目|导出|链接)"
_POLITE = (
    r"(?:(?:and|then|now|so|just|simply|please|next|finally|first|also|or|but|otherwise|alternatively"
    r"|you|can|could|may|might|should|will|'ll|need|want|have|to|try|feel free|go ahead|let's"
    r"|always|i recommend|make sure|be sure|when(?:ever)?|once|if|you're|it's|ready|done|happy|satisfied"
    r"|with it|like|wish)\b[\s,]*){0,12}"
)
_POLITE_ZH = (
    "(?:请|您|你|可以?|然后|接着|再|只需要?|只要|现在|直接|并|之后|随时|也|需要|如需|如果|准备好后?"
    "|完成后|[^，。；]{0,6}的话|想要?|或者?|去|先|就|，|、){0,12}"
)
_WORDS = r"""(?:[\w'"“”‘’-]+\s+){0,3}"""
_THE = rf"{_WORDS}(?:the|your|this|that|an?)\s+{_WORDS}"
_STRONG = (
    r"(?:(?:double|right|left)[- ])?click\b(?!\s+(?:sounds?|tracks?|noises?)\b)"
    r"|drag\s+(?:it|them|this|that|the|your|any|an?|and|to)\b"
    r"|drop\s+(?:\w+\s+){1,4}(?:in|on|here)(?:to)?\b"
    rf"|(?:tap|press|hit)\s+(?:(?:it|on|here|play|export)\b|[\"'“‘`]|{_THE}{_UI})"
    r"|(?:scroll|hover|navigate to|drag[- ]and[- ]drop|use your mouse)\b"
    r"|export\s+(?:it|this|the|your|now|when|from)\b"
)
_WEAK = (
    rf"(?:open|close|go (?:back )?to|switch to|visit)\s+{_UI}"
    r"|(?:open|close|go (?:back )?to|switch to|visit|select|choose|pick|head (?:over )?to|expand"
    rf"|use|check|view|see|look at|preview|play|watch|find|access|toggle)\s+{_THE}{_UI}"
)
_GO = rf"{_POLITE}(?:{_STRONG}|{_WEAK})"
_GESTURE = re.compile(_GO, re.I)
_GESTURE_ZH = re.compile(
    rf"{_POLITE_ZH}(?:(?:[单双右]击|点击|点按|轻点|长按|点一下)(?!音|声)|拖[拽动放入到]|用?鼠标"
    rf"|(?:打开|关闭|进入|切换[到至]|前往)[^，。；]{_FEW}?{_UI_ZH}"
    rf"|(?:选[择中]|查看|预览|检查)[^，。；]{_FEW}?{_PANE_ZH}"
    rf"|[在到][^，。；]{_FEW}?{_PANE_ZH}[^，。；]{_FEW}?(?:预览|查看|点击|选择|找到|拖))"
)
_LABEL = re.compile(
    r"(?:the|an?|your)?\s*[\"'“‘]?(?:export|download|save|share|play|preview|settings|account|billing)"
    r"[\"'”’]?\s+(?:button|icon|menu|tab|panel|page|dialog)\b",
    re.I,
)
_CONDITION = re.compile(r"(?:if|when|once|to|for|whenever)\b|如|若|想|要|当|为了|准备", re.I)
# Quoted words are a title or a file, unless they are what a button is called.
_QUOTED = re.compile(r""""[^"\n]*"|“[^”\n]{0,500}”|「[^」\n]{0,500}」|(?<!\w)'[^'\n]*'(?!\w)""")
_BUTTON = re.compile(
    r".(?:export|download|save|share|play|preview|settings|导出|下载|播放|预览).", re.I
)
# What a gesture would have led to; it goes with the gesture that stands before it.
_CONSEQUENCE = re.compile(
    r"(?:and|then|to|so|which|where|there|wait|choose|select|it will|the (?:video|file|download))\b"
    r"|即可|就[能可会]|可以?|来|以便|然后|再|等待|选择|导出|下载",
    re.I,
)
_BY = re.compile(
    r"\s*\b(?:by|via|through)\s+(?:clicking|tapping|dragging|pressing|selecting|opening|using)\b"
    r"[^,.;!?，。；]*"
    rf"|(?:通过|用鼠标)(?:点击|拖[拽动放]|选择)[^，。；]{_FEW}?{_PANE_ZH}来?",
    re.I,
)
_PLACE = re.compile(
    r"\s+(?:in|on|from|at|using) the (?:[\w-]+ ){0,2}"
    r"(?:panel|sidebar|toolbar|preview window|menu|tab)\b"
    r"|在[^，。；在]{0,6}(?:面板|侧边栏|工具栏|预览窗口|菜单)[中里内上]?",
    re.I,
)

# Sentences and clauses --------------------------------------------------------------------------

_SENTENCE = re.compile(r"""(?<=[。！？])|(?<=[.!?])(?=["'”’)\]]?\s)""")
_CLAUSE = re.compile(
    r"(\s*[,;，；:：]\s*(?:(?:and|then|or|so|but)\s+)*|\s+[—–-]\s+|\s+(?:and|then|or|so)\s+(?="
    + _GO
    + "))",
    re.I,
)
_END = re.compile(r"""[\s.!?。！？"'”’)\]]*$""")
_BULLET = re.compile(r"\s*(?:[-*•]\s|\d+[.)、]\s?)?\s*")

# Noise -------------------------------------------------------------------------------------------

_TEMPORARY = re.compile(
    r"\b(?:temporary|transient|momentary|brief)\s+(?:\w+\s+)?(?:issue|error|problem|glitch|hiccup)"
    r"|(?:临时|暂时|短暂)性?的?(?:\w{0,2})(?:问题|错误|故障|异常)",
    re.I,
)
_RETRY = re.compile(
    r"\b(?:try|retry|again|sorry|apolog|later|moment)|重试|再试|稍[后候]|抱歉", re.I
)

_EXPORT = re.compile(r"export|download|导出|下载", re.I)
_CREDITS = re.compile(r"account|billing|credits?\b|账[户号单]|余额|积分", re.I)
_STATUS = re.compile(r"open|preview|timeline|view|打开|预览|时间[线轴]|查看", re.I)
_READY = {"en": "Ready to export.", "zh": "可以导出了。"}


def readable(text: str, language: str = "en", *, after_good: bool = False) -> str:
    """A reply as it is worth showing: terminal-safe, without instructions for a screen.

    A closing "I encountered a temporary issue" is dropped when the reply says something else before
    it, or when `after_good` tells that the edit went well. A reply that holds nothing but "click
    Export" becomes one sentence in the session's language; otherwise nothing may be left: `""`.
    """
    kept = _without_noise(_kept(_tidy(text))[0], after_good)
    if kept or "export" not in suggests(text):
        return kept
    return _READY["zh" if language.lower().startswith("zh") else "en"]


def suggests(text: str) -> frozenset[str]:
    """Which commands the dropped gestures stand for: `export`, `credits`, `status`."""
    found = set()
    for gesture in _kept(_tidy(text))[1]:
        for name, words in (("export", _EXPORT), ("credits", _CREDITS), ("status", _STATUS)):
            if words.search(gesture):
                found.add(name)
                break
    return frozenset(found)


def _tidy(text: str) -> str:
    return re.sub(r"[^\S\n]{4,}", "   ", clean(text))


def _kept(text: str) -> tuple[str, list[str]]:
    """The text without gestures, and the gestures."""
    quotes: list[str] = []

    def hide(match: re.Match[str]) -> str:
        if _BUTTON.fullmatch(match[0]):
            return match[0]
        quotes.append(match[0])
        return f'"q{len(quotes) - 1}"'

    def restore(text: str) -> str:
        return re.sub(r'"q(\d+)"', lambda match: quotes[int(match[1])], text)

    gestures: list[str] = []
    lines = _QUOTED.sub(hide, text).split("\n")
    left = [kept for line in lines if (kept := _line(line, gestures)) or not line.strip()]
    kept = restore("\n".join(left)).strip()
    return kept, [restore(gesture) for gesture in gestures]


def _line(line: str, gestures: list[str]) -> str:
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    kept = "".join(_sentence(s, gestures) for s in _SENTENCE.split(line[start:]))
    return line[:start] + kept.lstrip() if kept.strip() else ""


def _sentence(sentence: str, gestures: list[str]) -> str:
    body = sentence.lstrip()
    if _LABEL.match(body):
        gestures.append(body)
        return ""
    end = _END.search(body)
    tail = end[0] if end else ""
    stem = body[: len(body) - len(tail)]
    pieces = _CLAUSE.split(stem)
    kept = _PLACE.sub("", _BY.sub("", _clauses(pieces[::2], ["", *pieces[1::2]], gestures)))
    return sentence[: len(sentence) - len(body)] + kept + tail if kept else ""


def _clauses(clauses: list[str], joints: list[str], gestures: list[str]) -> str:
    """The clauses that are no gestures, each with the joint before it."""
    kept: list[tuple[str, str]] = []
    dropping = False
    for joint, clause in zip(joints, clauses, strict=True):
        gesture = bool(_GESTURE.match(clause) or _GESTURE_ZH.match(clause))
        if gesture and kept and _CONDITION.match(kept[-1][1]):
            kept.pop()
        dropping = gesture or (
            dropping and bool(_CONSEQUENCE.match(joint.strip(" ,;，；") or clause))
        )
        if dropping:
            gestures.append(clause)
        else:
            kept.append((joint if kept else "", clause))
    return "".join(joint + clause for joint, clause in kept)


def _without_noise(text: str, after_good: bool) -> str:
    """The text without its closing "temporary issue", and without the pleas to try again behind."""
    sentences = [s for s in _SENTENCE.split(text) if s]
    start = len(sentences)
    for index in range(len(sentences) - 1, -1, -1):
        if _TEMPORARY.search(sentences[index]):
            start = index
        elif not _RETRY.search(sentences[index]):
            break
    good = "".join(sentences[:start]).strip()
    return good if good or after_good or not sentences[start:] else text
