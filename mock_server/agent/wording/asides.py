"""What can be left out of a sentence before it is read, and what only goes on with another."""

import re
from collections.abc import Sequence

from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import RANGE, Values, pattern
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.answers import is_remark
from mock_server.agent.wording.reasons import is_reason, unreasoned
from mock_server.agent.wording.turns import turned
from mock_server.agent.wording.withheld import unsettles

LONGEST = 20_000  # characters of a sentence: a thousand captions fit

# A piece without any verb: ranges and texts, and the words that name them.
_CONTINUES = pattern(
    r"[ ,:()\[\]>=-]*+(?:(?:(?:from|to|at|and|text|start|end|cue|为|从|到)(?![a-z])"
    r"|<:text|file|time|range|number|color>)[ ,:()\[\]>=-]*+)++"
)
# A cue with a look of its own: `“Bye” from 3 to 4 seconds, at the top, fading in over 1 second`.
_CUE = pattern(
    r"[ ,]*+<:text> ?<:range>(?:[ ,]*+(?:(?:(?:at|in|the|with|over|for|and|style|colou?r|size|font|fading"
    r"|in|out|by|top|bottom|left|right|cent(?:er|re)|middle|corner|background|outline|a|drop|shadow)"
    r"(?![a-z]))"
    r"|位于|[顶底左右][部侧]|[左右][上下]角|中央|样式|颜色|背景|描边|带阴影|字号|字体|淡入|淡出"
    r"|<:text|time|number|color>))*+[ ,]*+"
)
_CUE_BEHIND = pattern(r"<:range> ?<:text>\W*")
_CAPTION = Regex(r"caption|subtitle|字幕", re.IGNORECASE)
# "position: top-left" after a semicolon.
_LABELLED = Regex(
    r" ?(?:position|style|colou?r|background|outline|size|font|text|volume|opacity|fade[- ]?(?:in|out)"
    r"|start|end|duration"
    r"|位置|样式|颜色|字号|字体|音量|不透明度|淡入|淡出|时间|时长) ?:",
    re.IGNORECASE,
)


def only_adds(text: str) -> bool:
    """Whether a piece only lists further values, or labelled ones, for the piece before it."""
    return bool(_CONTINUES.fullmatch(text) or _CUE.fullmatch(text) or _LABELLED.match(text))


_GOES_ON = r"\b(?:go(?:ing)? on|continu(?:e|ing)|carry(?:ing)? on|resum(?:e|ing)|play(?:ing)? on)"
_ANY = "time|range|percent|level|number|factor"
_IS = r"(?:runs|is|has|plays|reads|says|stands|shows|starts|lasts|was)"
# Values that describe the present state, not the wanted one, and remarks that change nothing.
_ASIDES = Rules(
    (source, "")
    for source in (
        r"\A[ ,]*(?:they're|they are|the clips are|it's) in the wrong order,? (?=[a-z\ue011])",
        r"\A[ ,]*if (?:it isn't|it's not|it is not|that's not|that isn't) too much (?:trouble|to ask)[, ]+",
        r",? ?\binstead of (?:white|black|red|blue|green|yellow|orange|pink|purple|gr[ae]y)(?=\W*\Z)",
        rf",? ?\bbut (?:it |now )?{_IS}[^\ue000]{{0,20}}<:{_ANY}>",
        r",? ?(?:instead of|rather than|currently(?: at| from)?|而不是|并非|现在是|目前是)"
        rf" ?<:{_ANY}>(?=\W*\Z)",
        r"(?<=\ue000) *,? *not <:text>(?=\W*\Z)",
        r"\A[ ,]*(?:without|not) (?:removing|changing|touching|affecting|cutting|losing) anything\b",
        r",? ?(?:and |while |, )?(?:without|not) (?:removing|changing|touching|affecting|cutting|losing)"
        r" (?:anything else|anything other\b|the (?:\w+ ){0,2}?\w+|other \w+|any \w+)(?: else)?"
        r"(?= *(?:\Z|[,.;!]|(?:and|but|please|though)\b))",
        r",? ?(?:and (?:(?:ripple|pull|move|bring|shift|slide) (?:the rest|what follows)(?: up| back"
        r"| left)? to )?)?clos(?:e|ing) (?:up )?(?:the|any|all|this|that|up)(?: resulting"
        r"| remaining| empty)? (?:gap|hole)s?(?: (?:it|this|that) leaves| left(?: behind)?)?",
        r",? ?(?:and )?close (?:it )?up",
        r",? ?(?:and )?\b(?:join|pull|bring|move|stick) (?:up |back )?(?:what(?:'s| is|ever is)? (?:left"
        r"|remains)|the ends"
        r"|the rest|the remaining parts|both sides)(?: back)?(?: up| together)*",
        r",? ?(?:and )?(?:shut|seal|fill) (?:the|any) gaps?|,? ?with the gaps? (?:closed|filled)"
        r"|,? ?so (?:that )?no gaps? (?:remains?|is left)|,? ?and let the rest move up",
        r",? ?(?:(?:leaving|with) no|without(?: leaving)?(?: any| a)?) (?:gap|hole)s?(?: behind| left)?\b",
        r"(?:,|并|且)*(?:闭?合[拢上并]?|接上|填?补上?|填上|消除)(?:中间的?)?(?:空隙|间隙|空档)"
        r"|,合拢(?=[ 。.!]*\Z)"
        r"|,(?:把)?(?:空隙|间隙|空档)(?:合上|合拢|补上|填上|接上)|,(?:不留|不要留"
        r"|别留)(?:下)?(?:任何)?(?:空[隙白档]|间隙)",
        r",前后(?:接|连|合)(?:起来|上)|(?:\A|,)时长不变",
        rf",? ?(?:and )?(?:then |before )?{_GOES_ON}(?: with)?(?: the)?(?: rest of the)?"
        r" (?:video|playback|clip|footage|film)(?= *(?:[.,;]|\Z))",
        rf",? ?(?:and )?(?:then|before) {_GOES_ON}(?: playing)?(?= *(?:[.,;]|\Z))",
        r",? (?:and |then )+carry on(?: playing)?(?= *\Z)|,之后继续播放(?=\W*\Z)",
        r",内容(?:全部|都)保留(?=\W*\Z)",
        r",? by normali[sz]ing it\b",
        r", each cue while it is spoken",
        r",? ?(?:(?:with )?(?:the |these )?(?:words|text|wording)(?: and (?:the )?(?:times|timings?))? )?"
        r"(?:exactly |precisely |just )+(?:as (?:given|follows|written|listed|stated|shown)|like this)",
        r",? ?(?:words|text|wording) and (?:times|timings?) (?:unchanged|untouched|as given)",
        r",?每条与语音同步|,?(?:照抄(?:内容|文字)和时间"
        r"|(?:内容|文字|原文)和时间(?:完全一致|照[抄写搬]|照?原样|一字不[差改]|(?:保持)?(?:不变"
        r"|原封不动)|严格一致|(?:一点|一个?字)?(?:都|也)?(?:别|不要|不)[改动变]))",
        r"\(The language of this project is [^)]*\.?\)?",
        r"\b(?:if you (?:can|could)|if possible|if that's ok"
        r"|when you (?:can|have time|get a chance))\b,?",
        r"\bin (?:english|german|french|spanish|chinese)\b(?= *\Z|[,.])",
        r" ?\bin the language [\w-]+| ?\(语言[\w-]+\)",
        r"\binstead of [a-z]+ing (?:it|that|this|them)\b,?",
        r"\bbut (?=(?:start|begin)(?:ing|s)?\b)|往[上下左右](?=[移挪]到)",
        r"\bthat (?:was|were) not asked for\b|\(start ?- ?end: text\)",
    )
)
# "Split it without removing anything".
_WITHOUT = Regex(
    r"(?<=[^ ,]),? (?:and |while |but )?(?:without|not) (remov|chang|touch|affect|cutt|los|delet)ing"
    r" (?:anything|any of it)(?! else| other)",
    re.IGNORECASE,
)
# "Split it, deleting nothing": it does not.
_SPLITS = Regex(
    r"\b(?:split|divide|separate|slice|in two|in half|break|part|a cut|cut point)\b|分割|拆分|切[开分]|剪开"
    r"|分成|一分为二",
    re.I,
)
_CUTS = Regex(r"\bcut (?=(?:the (?:video|clip|timeline)|it|this)\b)", re.IGNORECASE)
_LOSES_NOTHING = Regex(
    r"\b(?:without|not) (?:remov|delet|los|discard)ing anything\b(?! else)", re.IGNORECASE
)
_NOTHING_GOES = Regex(
    r",? ?\b(?:and |while |but |then )?(?:(?:remov|delet|discard|los|cutt|dropp)ing nothing"
    r"|(?:remove|delete|discard|cut|lose) nothing|with nothing (?:being )?(?:removed|deleted|cut|lost)"
    r"|with no (?:removal|deletion|loss)|without (?:(?:taking|cutting|getting|throwing"
    r"|leaving) (?:anything (?:out|away|off)|rid of anything)"
    r"|(?:any )?(?:removal|deletion|loss)|deleting anything|discarding anything)"
    r"|keep(?:ing)? (?:everything|all of it|all (?:of )?the (?:footage|material|video|content))(?: in)?"
    r"|leav(?:e|ing) (?:everything|both (?:parts|halves"
    r"|sides)|all of it) (?:in(?: place)?|there|intact))\b"
    r"|[,，]?(?:什么|任何(?:内容|部分|东西)?)都不(?:删除?|去掉|剪掉?|移除)"
    r"|[,，]?[在但且]?不(?:删[除掉减]?|去掉|剪掉?|移除|丢弃)(?:任何)?(?:内容|部分|片段|东西|画面"
    r"|素材)(?:的(?:情况|前提)下[,，]?)?"
    r"|[,，]保留(?:全部|所有)(?:内容)?|[,，](?:所有|全部)内容(?:全部|都|均)?(?:保留|不删除?)",
    re.IGNORECASE,
)
_BARE = {"chang": "change", "touch": "change", "affect": "change"}
# "From 50 % to 80 %" names what is there first, unless the change is to be seen or heard.
_FROM_WHAT_IS = pattern(
    r"\bfrom <:percent|level|number|factor>(?= to)|从 ?<:percent|level|number|factor>(?= ?[到至])"
)
# Of what is added nothing was there: "overlay it, opacity from 20 % to 80 %".
_LAYS = Regex(r"\W*(?:overlay|superimpose|lay|叠加)\b", re.IGNORECASE)
# "At 5 s, not at 3 s".
_NOT_THAT = pattern(r", ?not(?: at)? (<:text|time|range|percent|level|number|factor>)(?=\W*\Z)")
_EVENLY = Regex(
    r"\bramp|linear|gradual|smoothly|progressive|slowly|渐|慢慢|缓慢|匀速变|线性", re.IGNORECASE
)
# "It runs from 1 to 4 s instead of 0 to 3 s": the second is wanted.
_WRONG = pattern(rf"\b{_IS}\b[^\ue000]{{0,20}}<:{_ANY}>(?: volume| long)? instead of\b")
# "The first 5 seconds are boring, cut them."
_WHAT_FIRST = pattern(
    r"\A[ ,]*((?:the )?<:range>)(?: of [a-z ]{3,20})? (?:is|are) (?!not\b)[a-z ]{3,40},?"
    r" (?:(?:so|please|and) )*(cut|remove|delete|trim|drop|lose)(?: it| that| them| those)"
    r"(?: out| off)?(?= *\Z)"
)
_CORRECTING = Regex(r"\A[ ,]*(?:no|nope|sorry|oops|wait|hmm|不|不对|不是|哎),[ ,]*", re.IGNORECASE)
_POLITE = Regex(
    r"\A[ ,]*(?:(?:hey|hi|hello|ok|okay|please|pls|so|and|now|yo)[ ,]+)*"
    r"(?:(?:would|do) you mind|would it (?:kill you|hurt|be too much(?: to ask| trouble)?) to|why"
    r" (?:don't|not|do not) (?:you|we)"
    r"|(?:can|could|would|will) (?:you|u|we)(?: (?:possibly|perhaps|maybe|kindly|please))?)\b"
    r"|\A[ ,]*(?:请问)?(?:你|您)?(?:能不能|能否|可否|能|可以|可不可以)",
    re.IGNORECASE,
)
# What is to be left undone for something else, where nobody says what.
_NOT_DOING = Regex(r"\b(?:rather than|instead of) [a-z]+ing\b", re.IGNORECASE)
_ASKS = Regex(r"\?|吗|么\Z")


_AGREED = Regex(
    r"[ ,]*(?:(?:可以|好|行|成)[吗么]|ok|okay|please|will you|would you|could you|can you"
    r"|alright)[ ?]*\?[ ?]*\Z",
    re.IGNORECASE,
)

# "声音大一点行吗", but not "这么大声可以吗".
_AGREED_ZH = Regex(
    r"(?<=[^ ,也会更还最很太不够])[ ,]*(?:可以|好|行|成)(?:[吗么嘛]|不[行好])[ ?]*\Z"
)
_AS_IT_IS = Regex("[这那]么|[这那]样|已经|是不是|会|如果|要是|的话|不够|觉得|看起来|听起来")


def plain(text: str) -> str:
    """A sentence without asides; a polite question is an order."""
    text = unreasoned(turned(text))
    if _CUTS.search(text) and (_LOSES_NOTHING.search(text) or _NOTHING_GOES.search(text)):
        text = _CUTS.sub("split ", text)
    text = _WHAT_FIRST.sub(lambda match: f"{match[2]} {match[1]}", _WRONG.sub("must", text))
    if "ing any" in text:
        text = _WITHOUT.sub(
            lambda match: f", don't {_BARE.get(match[1].lower(), 'remove')} anything", text
        )
    text = _ASIDES.apply(text, plainly)
    if _SPLITS.search(text):
        text = _NOTHING_GOES.sub("", text)
    wrong = _NOT_THAT.search(text)
    if wrong and wrong[1][0] in text[: wrong.start()]:
        text = text[: wrong.start()]
    if not (_EVENLY.search(text) or _LAYS.match(text)):
        text = _FROM_WHAT_IS.sub("", text)
    pieces = text.split(",")
    kept = [piece for piece in pieces if not is_remark(piece) or _wants_alike(piece, text)]
    text = (
        ",".join(kept[:1] + [one for one in kept[1:] if not is_reason(one) or unsettles(one)])
        or text
    )
    text = _AGREED.sub("", _CORRECTING.sub("", text))
    text = text if _AS_IT_IS.search(text) else _AGREED_ZH.sub("", text)
    text = _NOT_DOING.sub("if", text)
    polite = _POLITE.match(text)
    return _ASKS.sub("", text[polite.end() :]) if polite else text


_ANEW = Regex(
    r"\b(?:another|one more|add|new|extra|a (?:second|third)|as well|also|too)\b", re.IGNORECASE
)


def _wants_alike(piece: str, text: str) -> bool:
    """Whether what is added is to look as something else does: "another one, 'B', same colour"."""
    return "same" in piece.lower() and bool(_ANEW.search(text))


_ONLY = pattern(r"\W*(?:only|just|仅|只)(?:限|要|在|from|between)? ?<:range>\W*")


def only_says_where(text: str, values: Values) -> bool:
    """Whether a message is nothing but "only" and a part: of the last edit, or of all?"""
    said = [one for one in tokens(plain(text), values) if not one.carries_nothing]
    kinds = (
        "only", "for", "from", "at", "in", "stop", "range", "portion", "nth", "part", "not", "it",
        "must", "set",
    )  # fmt: skip
    alone = all(any(map(one.is_a, (*kinds, "doubt"))) for one in said)
    return bool(_ONLY.fullmatch(text)) or (alone and any(one.is_a("only") for one in said))


_DENIES = Regex(r"(?:please )?(?:don't|do not) [a-z]+ [^,;]+", re.IGNORECASE)
_INSTEAD = Regex(r"(?:please |just )*[a-z]+ [^,;]+ instead[ .!]*", re.IGNORECASE)


def continued(found: Sequence[str]) -> list[str]:
    """The sentences, each that only lists further values joined to the one before it."""
    done: list[str] = []
    for text in found:
        if done and _DENIES.match(done[-1]) and _INSTEAD.fullmatch(text):
            done[-1] = f"{done[-1]}, {text}"
        elif done and len(text) <= LONGEST and only_adds(text):
            cue = _CUE_BEHIND.fullmatch(text) and _CAPTION.search(done[-1])
            apart = text[0] == RANGE and not cue
            done[-1] = f"{done[-1]}, then {text}" if apart else f"{done[-1]}, {text}"
        else:
            done.append(text)
    return done


# "Lastly, fade out": the last step of a list is not about the step before it.
_LAST_OF_ALL = Regex(
    r"\W*(?:(?:and )?(?:lastly|finally|last but not least)\b|最后(?=\W*[渐淡静黑]))", re.IGNORECASE
)
# "Add a title. Fade out over 2 s.": a sentence of its own is about the video.
_FADES = Regex(r"F(?:ade|ADE) (?:in|out|to black|from black)\b(?!.*\bit\b)")


def begins_anew(text: str) -> bool:
    """Whether a sentence is not about what the one before it was about."""
    return bool(_LAST_OF_ALL.match(text) or _FADES.match(text))
