"""What is to stay beside what is to go, where that is all the rest: "keep 0 to 12 and 48 to 60, delete the
middle" and "标题只留“中”，另外两个去掉" say one thing twice."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK
from mock_server.agent.wording.named_by_draft import There

_GO = (
    r"(?:delete|remove|cut|drop|lose|trim|throw|get rid of|ditch|take|discard|bin|scrap)"
    r"(?: out| off| away)?"
)
_GOES = (
    r"(?: of (?:it|them))? (?:can |should |must |may |has to |have to )?"
    r"(?:goes|go|be (?:cut|removed|deleted)|is out|out|gone)"
)
_ALL_ELSE = (
    r"(?:the (?:rest|remainder|remaining part|other (?:parts?|bits?))"
    r"|everything (?:else|before(?: that| it)?|after(?: that| it)?|around (?:it|that)|in between"
    r"|before and after)|what(?:'s| is) (?:left|in between))"
)
_OTHERS = r"(?:the |all the |both )?(?:others?(?: one| ones| two| three)?|rest)"
_END = r"(?: away| out)?[ .!]*\Z"
_KEEPS = (
    r"\A(?P<lead>(?:(?:please|can you|could you|just|so|ok|okay|now|i want to|i'd like to|let's) )*)"
    r"(?P<verb>keep|use|leave|show|take|give me|i (?:only )?(?:want|need)|only|just)"
    r"(?P<what> [^.;!?\n]*?)"
)
_THE_REST = Regex(
    rf"{_KEEPS}(?:[,.;:!] ?(?:and |then |so )?|,? and |,? then )(?:please )?"
    rf"(?:{_GO} (?P<all>{_ALL_ELSE}|the (?P<middle>middle)(?: part| bit)?)|(?:{_ALL_ELSE}){_GOES}"
    rf"|{_GO} (?P<others>{_OTHERS})|(?P<go>{_OTHERS}){_GOES}){_END}",
    re.IGNORECASE,
)
_ONLY = Regex(r"\b(?:only|just)\b ?", re.IGNORECASE)
_A_TIME = Regex(r"\d|\b(?:first|last|middle|second|seconds|half|minute)\b", re.IGNORECASE)
_A_LAYER = Regex(r"\b(?P<kind>title|caption|lower[- ]third|logo|sound|music)s?\b", re.IGNORECASE)
_TEXTS = ("title", "caption", "lower-third")

_REST_ZH = (
    r"(?:其[他余它]的?(?:部分|地方)?|剩下的?(?:部分)?|剩余的?(?:部分)?|别的(?:部分|地方)?|多余的"
    r"|中间的?(?:部分|那段)?|前面的?(?:部分)?|后面的?(?:部分)?|前后|头尾|两头|两边)"
)
_GO_ZH = (
    r"(?:都|全部|全|也|就|统统|通通)*"
    r"(?:不要|[剪删去裁扔砍切]掉|删除|不用|不留|删|剪)(?:了|吧|就行|就好)*[ 。.!！]*\Z"
)
_ASKS = "(?:请|帮我|把|麻烦)*"
_KEEP = "(?:保留|留下|留|要)"
_PART = r"[^,，。;；]+?"
_THE_REST_ZH = Regex(
    rf"\A{_ASKS}(?:视频)?(?:(?:[只就仅](?:保留|留下|留|要|用|剩下?)|保留|留下|留)(?P<what>{_PART})"
    rf"|(?P<kept>{_PART})(?:都|全)?(?:留下|保留|留着|要|留))(?:就行|就好|就够)?"
    rf"[,，;；。](?:然后|再)?{_REST_ZH}{_GO_ZH}"
    rf"|\A{_ASKS}(?:视频|我)?就要(?P<only>{_PART})(?:这部分|这段|这一段)?[ 。.!！]*\Z"
)
_FROM_ZH = Regex(rf"\A(?P<from>[^,，。;；]*从[^,，。;；]*开始)[,，;；。]前面的?(?:部分)?{_GO_ZH}")
_OTHERS_ZH = Regex(
    rf"\A{_ASKS}(?P<kind>标题|字幕|人名条)(?:就|都)?只{_KEEP}(?P<what>{_PART})(?:那[个条])?"
    rf"(?:[,，;；](?:另外|其[他余它]的?|别的|剩下的?)(?:[两三]?[个条])?{_GO_ZH}|[ 。.!！]*\Z)"
    rf"|\A{_ASKS}只{_KEEP}(?P<which>第[一二三四1-4][个条]|最后[一1][个条])(?P<role>标题|字幕)[,，;；]"
    rf"(?:另外|其[他余它]的?|别的|剩下的?)(?:[两三]?[个条])?(?:标题|字幕)?{_GO_ZH}"
)
_CLIP_ZH = Regex(
    rf"\A{_ASKS}只{_KEEP}(?P<what>{_PART})(?:这|那)一?[段个][,，;；]另外?(?:那|的)?一?[段个](?:片段)?{_GO_ZH}"
)
_BOTH_TOLD_ZH = Regex(
    rf"\A(?:请|帮我)*只{_KEEP}(?P<kept>音乐|标题|字幕|logo|原声)[,，;；]"
    r"(?P<gone>[^,，。;；]+(?:都|全)(?:去掉|删掉|删除|不要)(?:了|吧)?)[ 。.!！]*\Z",
    re.IGNORECASE,
)
_GONE_AND_KEPT_ZH = Regex(
    rf"\A(?P<gone>{_ASKS}[^,，。;；]+(?:都|全)(?:去掉|删掉|删除|不要)(?:了|吧)?)[,，;；]只{_KEEP}"
    r"(?P<kept>音乐|标题|字幕|logo|原声)[ 。.!！]*\Z",
    re.IGNORECASE,
)
_NUMBERED = "第[一二三四1-4]段"
_CLIPS_ZH = Regex(rf"\A{_ASKS}只{_KEEP}(?P<kept>{_NUMBERED})[,，;；](?P<gone>{_NUMBERED}){_GO_ZH}")


def without_the_rest(text: str, there: There) -> str:
    """The text with one order for what it says twice; as it is where it does not."""
    if found := _THE_REST.match(text):
        return _kept(found, there) or text
    if found := _CLIP_ZH.match(text):
        return f"只留{found['what']}"
    if found := _OTHERS_ZH.match(text):
        what, kind = found["what"] or found["which"], found["kind"] or found["role"]
        return f"除了{what}，{kind}都删掉"
    if (found := _CLIPS_ZH.match(text)) and len(there.clips) == 2:
        return f"删掉{found['gone']}" if found["kept"] != found["gone"] else text
    if found := _BOTH_TOLD_ZH.match(text) or _GONE_AND_KEPT_ZH.match(text):
        return found["gone"] if found["kept"].lower() not in found["gone"].lower() else text
    if found := _FROM_ZH.match(text):
        return found["from"]
    found = _THE_REST_ZH.match(text)
    kept = found and (found["what"] or found["kept"] or found["only"])
    kept = kept and kept.replace("那三分", "三分").replace("那四分", "四分")
    return f"只留{kept}" if kept and _is_a_stretch(kept) else text


def _is_a_stretch(what: str) -> bool:
    return bool(re.search("秒|分|[段半]", what)) and not MARK.search(what)


def _kept(found: re.Match[str], there: There) -> str:
    what = _ONLY.sub("", found["what"]).strip(" ,")
    if found["others"] or found["go"]:
        layer = _A_LAYER.search(what)
        if layer and layer["kind"].lower() in _TEXTS and not re.search(r"\bfrom\b|\d", what):
            return f"delete all {layer['kind'].lower()}s except {what}"
        if MARK.search(what) and not layer:
            kinds = {role for role in there.roles if role in _TEXTS}
            return f"delete all {kinds.pop()}s except {what}" if len(kinds) == 1 else ""
    if not _A_TIME.search(what) or _A_LAYER.search(what) or MARK.search(what):
        return ""
    return "" if found["middle"] and " and " not in what else f"keep only {what}"
