"""A list of captions, each with its times and its look, in one form: "…; 2.5-4 s: 'B' (bold)"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, MARK, pattern

_TIME = r"[0-9]+(?:\.[0-9]+|:[0-9]{2}(?:\.[0-9]+)?)?"
_UNIT = r"(?:seconds?|secs?|s(?![a-z])|秒)"
_BEFORE, _BETWEEN = "(?:from |between |at |在|从|第)*", " ?(?:-|to|and|until|till|到|至)+ ?第?"
_RANGE = rf"\(? ?{_BEFORE}{_TIME} ?{_UNIT}?{_BETWEEN}{_TIME} ?{_UNIT}?(?:之?间)? ?\)?"


def _told(n: int) -> str:
    """A range whose edges are kept under a number."""
    first, last = (rf"(?P<{edge}_{n}>{_TIME}) ?{_UNIT}?" for edge in ("start", "end"))
    return rf"\(? ?{_BEFORE}{first}{_BETWEEN}{last}(?:之?间)? ?\)?"


_ITEM = pattern(
    r"(?:and |then |和)*"
    rf"(?:(?P<text_1><:text>)[ ,:]*{_told(1)}|{_told(2)}[ ,:]*(?:显示|为|是)?[ :]*(?P<text_2><:text>))"
    r"(?P<its_look>[^\n;]*)"
)
_NEXT = pattern(
    rf"(?<=[ ,、])(?<!from )(?<!between )(?<!at )(?:and |then )?(?=<:text>[ ,:]*{_RANGE}"
    rf"|{_RANGE}[ ,:]*(?:显示)?<:text>)"
)
_TELLS_SECONDS = Regex(rf"[0-9] ?{_UNIT}|[0-9]:[0-9]", re.IGNORECASE)
_NOUN = Regex(r"\b(?:captions?|subtitles?|subs|cues)\b|字幕", re.IGNORECASE)
_AS = (
    r"as (?:they (?:are|stand)|it is|is|(?:given|written|stated|listed|shown|specified|indicated"
    r"|provided|typed)"
    r"(?: (?:here|below))?|follows|below)"
)
_EXACTLY = Regex(
    r",? ?\b(?:and )?(?:with |keep(?:ing)? |using )?(?:their |the |both |exact |same |precise )*"
    r"(?:words?|text|wording|contents?)(?:,? (?:and|&) (?:the )?(?:times?|timings?))?"
    rf" (?:exactly |just |precisely )?(?:{_AS}|like this|unchanged|untouched|intact|(?=[,:]|\Z))"
    rf"|,? ?\b(?:exactly|just|precisely|strictly)? ?(?:{_AS}|like (?:this|so))"
    r"|,? ?\b(?:word[- ]for[- ]word|verbatim|unchanged|to the letter|copied (?:exactly"
    r"|word for word)|without altering [a-z ]{4,24}|with(?:out| no) (?:any )?chang(?:es?"
    r"|ing)(?: anything| a word)?)",
    re.IGNORECASE,
)
_IN_LANGUAGE = pattern(
    r",? ?\(? ?(?:(?:in|with) the )?language(?: set to|:| is)? ?(?:<:text>|[a-z]{2}\b) ?\)?"
    r"| in english(?=[ ,:])"
    r"|[,(] ?语言(?:为|是|设为|:)? ?(?:<:text>|[a-z]{2}\b|[中英法德日韩]语|[中英]文) ?\)?|\([中英]文\)",
)
_ZH_EXACTLY = Regex(
    "(?=.*(?:一致|一样|相同|照|按|不变|不要?改|不差|逐字|原样|原封|无误|一模))"
    "(?:内容|文字|字句|时间|原文|原样|[和与及、都均也请须的来写抄搬]|完全|严格|一致|一样|相同|一模一样|照[旧着]?|按照?|依照?"
    "|所?给定?出?|下[面列]|[以如]下|所示|不变|不[要得]?改动?|一字|不差|逐字|保持|为准|不动|原封|准确|精确|无误)+"
)


def cues_listed(text: str) -> str:
    """A message that lists captions, in which each item has its text first and its look last."""
    if ":" not in text:
        return text
    plain = _IN_LANGUAGE.sub("", text)
    colon = next(
        (one for one in _COLON.finditer(plain) if _NOUN.search(plain, 0, one.start())), None
    )
    if (
        colon is None
        or MARK.search(plain, 0, colon.start())
        or _SENTENCE.search(plain, 0, colon.start())
    ):
        return text
    body = plain[colon.end() :].strip(" .。\n")
    said = [
        one.strip(" ,、") for one in (_SEPARATED if _SEPARATED.search(body) else _NEXT).split(body)
    ]
    items = [_ITEM.fullmatch(one) for one in said if one]
    if not all(items) or not items or not _TELLS_SECONDS.search(body):
        return text
    found = [one for one in items if one]
    of_each = bool(_LED.search(body)) or any(one["its_look"].strip() for one in found[:-1])
    told = "; ".join(_item(one, chinese=bool(HAN.search(text)), of_each=of_each) for one in found)
    return f"{_plain_head(plain[: colon.start()])}: {told}."


_SHOWS = "(?:写上?|显示|加上?|放上?|打上?|出现|出|是)"
_SPAN_ZH = r"(?:在|从)?第?[0-9.]+ ?秒?[到至-]第?[0-9.]+ ?秒(?:之?间)?"
_NEXT_ZH = pattern(
    rf"((?:字幕|人名条)(?:写|显示|是|为|上)*)((?:[^,。;\ue010]*)<:text> ?[,;] ?(?:再|然后|接着|最后|而)*"
    rf"(?:把)?{_SPAN_ZH})(?:的)?(?:再|就|则)?{_SHOWS}(?:着)?(?= ?<:text> ?(?:[,;。]|\Z))"
)
_NEXT_EN = pattern(
    r"\b(captions?|subtitles?|lower[- ]thirds?)\b([^,.;\n]*<:text>[^,.;\n]*,?(?: and| then| and then|,|;) "
    r"(?:also )?(?:(?:from |between )?[0-9.]+ ?s? ?(?:to|-|and) ?[0-9.]+(?: ?s| ?seconds)?,? )?)"
    r"(?:show|add|put|display|write|have) (?=<:text>)"
)


def one_after_another(text: str) -> str:
    """A message in which each text of a list of captions, or of names, is called so: "5到8秒加字幕“甲”，8到
    11秒写“乙”"."""
    for _ in range(_MOST):
        told = _NEXT_ZH.sub(lambda one: f"{one[1]}{one[2]}加{_KIND_ZH.findall(one[1])[0]}", text)
        told = _NEXT_EN.sub(lambda one: f"{one[1]}{one[2]}show the {one[1].rstrip('s')} ", told)
        if told == text:
            break
        text = told
    return text


_MOST = 40
_KIND_ZH = Regex("字幕|人名条")
_COLON = Regex(r"(?:(?<![0-9]):|:(?![0-9])) ?")
_SENTENCE, _SEPARATED = Regex("[.;。]"), Regex("[;\n]")
_LED = Regex(r"\bfrom |从")


_ZH_DIGITS, _DIGITS = (
    "两三四五六七八九",
    ["two", "three", "four", "five", "six", "seven", "eight", "nine"],
)
_COUNT = Regex(
    rf"\b(?:{'|'.join(_DIGITS)})\b(?= (?:captions|subtitles|subs|cues)\b)", re.IGNORECASE
)
_ZH_COUNT = Regex(f"([{_ZH_DIGITS}])[条句](?=字幕)")
_THESE = Regex(
    r" following(?= )| below\b|(?:以下|下列|下面|如下)的?(?:这|几)?(?=[0-9两三四五六七八九]*[条句])"
)


def _plain_head(head: str) -> str:
    """What stands before a list, without the assurance that it is exact."""
    if HAN.search(head):
        pieces = [one for one in re.split(",", head) if not _ZH_EXACTLY.fullmatch(one.strip())]
        plain = _THESE.sub("以下", ",".join(pieces)).replace("照原样", "").replace("原样", "")
        plain = plain.replace("英文字幕", "字幕")
        return _ZH_COUNT.sub(lambda m: f"{_ZH_DIGITS.index(m[1]) + 2}条", plain).replace(
            "句字幕", "条字幕"
        )
    head = re.sub(r"\benglish (?=captions|subtitles)", "", head, flags=re.I)
    head = re.sub(r"\bset (?=(?:in|at|on|along) )", "", head)
    plain = _COUNT.sub(
        lambda m: str(_DIGITS.index(m[0].lower()) + 2), _THESE.sub("", _EXACTLY.sub("", head))
    )
    return re.sub(
        r"\bthe (?=(?:[0-9]+ )?(?:captions|subtitles|subs|cues)\b)", "these ", plain, flags=re.I
    )


def _item(match: re.Match[str], *, chinese: bool, of_each: bool) -> str:
    """One item; what is said behind all of them may be of each, where nothing leads to the range."""
    n = 1 if match["text_1"] else 2
    start, end = match[f"start_{n}"], match[f"end_{n}"]
    look = re.sub(r"\(([^()]*)\)", r", \1", match["its_look"]).strip(" ,.。、")
    look = look.rstrip(") ") if "(" not in look else look
    if ":" not in end:
        end += "秒" if chinese else " seconds"
    start += "秒" if chinese and ":" not in start else ""
    told = (
        f"{start}-{end}"
        if not of_each
        else f"从{start}到{end}"
        if chinese
        else f"from {start} to {end}"
    )
    return f"{match[f'text_{n}']} {told}" + (f", {look}" if look else "")
