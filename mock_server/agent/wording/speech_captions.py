"""Orders for captions of everything that is said, in any order and with any of these words."""

import re
from collections.abc import Mapping

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.pieces import stems
from mock_server.agent.values.placeholders import pattern

_CODE = r"(?:en|zh|de|fr|es|ja|ko|pt|ru)(?:-[a-z]{2,4})?"
_TEXT = r"<:text>"
# What is said of the captions, each once; the key is how the language says it.
_SLOTS = {
    "the language": pattern(
        rf"\b(?:in |with |using )?(?:the )?(?:caption )?language(?: is| being| set to| of"
        rf"|:)? (?P<the_a>{_CODE})\b"
        rf"|\b(?:in |with |using )?(?P<the_b>{_CODE}) as (?:the |its |their )?(?:caption )?language\b"
        rf"|\bin (?P<the_c>{_CODE})\b|\b(?P<the_d>{_CODE})(?= (?:captions?|subtitles?)\b)"
    ),
    "the background color": pattern(
        rf"(?:background (?:in )?(?:colou?r )?(?:of |is |set to )?(?P<the_a>{_TEXT})"
        rf"|(?P<the_b>{_TEXT}) (?:as (?:the )?)?background)"
    ),
    "the outline color": pattern(
        rf"(?:outline (?:in )?(?:colou?r )?(?:of )?(?P<the_a>{_TEXT})|(?P<the_b>{_TEXT}) outline)"
    ),
    "the color": pattern(
        rf"(?:(?:text |font |letter(?:ing)? )?colou?r(?:ed)? (?:of |is |set to |in )?(?P<the_a>{_TEXT})"
        rf"|(?P<the_b>{_TEXT})(?: colou?red)? (?:as (?:the )?(?:text |font )?colou?r|text|letters"
        rf"|lettering|type|colou?r))"
    ),
    "font size": Regex(
        r"\b(?:font |text |type )?size (?:of |is |set to )?(?P<the_a>[0-9]{2,3})\b"
        r"|\b(?P<the_b>[0-9]{2,3})(?:-?p(?:oin)?t|px) (?:type|text|font)\b",
        re.IGNORECASE,
    ),
    "at": Regex(
        r"\b(?:at|along|on|across|near) the (?P<the_a>top|bottom|center|centre"
        r"|middle)(?: edge)?(?: of the (?:picture|frame|screen|video))?",
        re.IGNORECASE,
    ),
}
_NOUNS = ("caption", "subtitle")
_SPEECH = ("said", "spoken", "speech", "dialogue", "words", "talking", "speaks", "utterance")
_PLAIN = (
    "add", "put", "insert", "place", "create", "generate", "make", "show", "give", "produce", "write",
    "provide", "include", "turn", "everything", "all", "every", "each", "any", "whatever", "of", "for",
    "on", "to", "over", "from", "the", "a", "an", "in", "into", "up", "with", "and", "at", "using",
    "use", "that", "which", "is", "are", "being", "be", "gets", "whose", "its", "their", "it", "they",
    "whole", "entire", "word", "one", "line", "cue", "single", "while", "as", "when", "just",
    "exactly", "moment", "time", "timed", "sync", "synced", "step", "aligned", "matched", "shown",
    "showing", "displayed", "visible", "appearing", "appears", "appear", "screen", "placed", "remain",
    "stay", "until", "during", "automatic", "automatically", "auto", "voice", "what", "long", "please",
    "letting", "let", "have", "has", "so", "should",
)  # fmt: skip
_WORD = Regex(r"[a-z']+(?:-[a-z]+)*|[^\s,;.:()“”\"-]")
_OF_CAPTIONS = stems((*_NOUNS, *_SPEECH, *_PLAIN))
_NOUN, _SPOKEN = stems(_NOUNS), stems(_SPEECH)
_MAKING = stems(
    (
        "add", "put", "insert", "place", "create", "generate", "make", "give", "produce", "write",
        "provide", "include", "turn",
    )
)  # fmt: skip
_CAPTIONED = Regex(r"\b(?:caption|subtitle) (?:everything|all|every|the|whatever)\b", re.IGNORECASE)


def _taken(text: str, slots: Mapping[str, Regex]) -> tuple[dict[str, str], str]:
    """What each of some phrases tells, and the text without them."""
    told = dict[str, str]()
    for name, slot in slots.items():
        found = slot.search(text)
        if found is not None:
            told[name] = next(one for one in found.groupdict().values() if one)
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return told, text


def captions_in_words(text: str) -> str | None:
    """The order as the language says it, for captions of all that is said; None for anything else."""
    told, rest = _taken(text, _SLOTS)
    said = stems(_WORD.findall(rest.lower()))
    made = said & _MAKING or _CAPTIONED.search(rest)
    if not said <= _OF_CAPTIONS or not (made and said & _NOUN and said & _SPOKEN):
        return None
    language = f" in the language {told.pop('the language')}" if "the language" in told else ""
    place = f", at the {told.pop('at')}" if "at" in told else ""
    looks = "".join(_look(name, value) for name, value in told.items())
    return f"Add captions{language} of everything that is said{place}{looks}, each cue while it is spoken."


def _look(name: str, value: str) -> str:
    how = {"font size": "at", "the color": "in"}.get(name, "with")
    return f", {how} {name} {value}"


_SLOTS_ZH = {
    "语言": Regex(
        rf"(?:字幕)?语言(?:为|是|用|设为|选|:|：)? ?(?P<the_a>{_CODE})(?![a-z])"
        rf"|用? ?(?P<the_b>{_CODE}) ?(?:这一|这种|作为)?语言的?",
        re.IGNORECASE,
    ),
    "背景颜色": pattern(
        rf"(?:背景颜?色?|底色|背景)(?:用|为|是|设为|:)? ?(?P<the_a>{_TEXT})|(?:以"
        rf"|用)? ?(?P<the_b>{_TEXT}) ?(?:色)?(?:为|作为|作|的)?(?:底色?|背景颜?色?)"
    ),
    "颜色": pattern(
        rf"(?:文字颜?色?|字体?颜?色|颜色|字色|文字)(?:用|为|是|设为|:)? ?(?P<the_a>{_TEXT})|(?:以"
        rf"|用)? ?(?P<the_b>{_TEXT}) ?(?:色的?|颜色的?|为字色|为颜色|的字)"
    ),
    "字号": Regex(
        r"(?:字号|字体大小|大小)(?:用|为|是|设为|:)? ?(?P<the_a>[0-9]{2,3})|(?:以"
        r"|用)? ?(?P<the_b>[0-9]{2,3}) ?(?:号的?字?体?|为字号)"
    ),
    "位于": Regex(
        "(?:位于|位置在|放在|放到|显示在|在)?(?:画面|屏幕)?(?:的)?(?:最)?(?P<the_a>顶|底|中)(?:部|端|央"
        "|间)(?:位置)?|(?:在|位于)?(?:画面|屏幕)(?P<the_b>上|下)方"
    ),
}
_PLACES = {"顶": "顶部", "上": "顶部", "底": "底部", "下": "底部", "中": "中央"}
_SPEECH_ZH = "语音|说的话|讲话|人声|对白|说话内容|说话|说的每[一]?句话|所说的|每[一]?句话|说到|话"
_PLAIN_ZH = (
    "字幕|给|为|把|将|对|的|所有|全部|整段|一切|全|都|均|自动|添加|加上|配上|加|配|生成|打上|附上|上"
    "|做成|转成|变成|插入|制作|每[一]?[条句行]|逐[条句]"
    "|与|和|跟|同|随着?|时间|同步|对齐|一致|对应|显示|出现|时|才|就|在|它|哪[条句]|保持|并且?|再|请|也"
    "|、|,|，|。|;|；|:|：|[(]|[)]|（|）|内容|中|里|以|用|而|到|按|说|色|逐条"
)
_WORDS_ZH = Regex("|".join(sorted(f"{_SPEECH_ZH}|{_PLAIN_ZH}".split("|"), key=len, reverse=True)))


def captions_in_words_zh(text: str) -> str | None:
    """As `captions_in_words`, of a Chinese text."""
    told, rest = _taken(text, _SLOTS_ZH)
    if "字幕" not in rest or not re.search("[加配]|生成|打上|附上|做成|转成|变成|插入|制作", rest):
        return None
    if not re.search(_SPEECH_ZH, rest.replace("字幕", "")):
        return None
    if _WORDS_ZH.sub("", rest).replace(" ", "").strip(".!！"):
        return None
    language = f"(语言{told.pop('语言')})" if "语言" in told else ""
    if "位于" in told:
        told["位于"] = _PLACES[told["位于"]]
    looks = "".join(f",{name}{value}" for name, value in told.items())
    return f"为所有语音添加字幕{language}{looks},每条与语音同步。"
