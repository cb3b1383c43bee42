"""What an English message says beside its orders: remarks that ask for nothing, and manners."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, PRIVATE, marked
from mock_server.agent.word_by_word.parts import Lexicon

_ENDS = Regex(r"(?<=[.!;,:])\s+|\s+[-–—]\s+|\s*\n\s*|\s+(?=(?:because|'?cause|cuz|coz) )", re.I)
_SUBJECT = Regex(
    r"(?:and |but |so |well,? |sorry,? |because |'?cause |cuz |coz )?"
    r"(?:i|we|he|she|they|it|that|this|there|you|the|my|our|his|her|their)\b",
    re.I,
)
_STATES = Regex(
    r"\b(?:is|are|was|were|am|had|has|have|got|looks?|looked|sounds?|sounded|feels?|felt|thinks?"
    r"|said|barked|knows?|knew|love[sd]?|hate[sd]?|forgot|hope)\b|['’](?:s|re|m|ve|d)\b",
    re.I,
)
# Doubt, condition, time, a wish, something denied, what leans on other words.
_MORE_THAN_A_REMARK = Regex(
    r"\b(?:if|unless|when|whenever|once|until|till|while|maybe|perhaps|might|may|could|would|should"
    r"|must|can|will|want|wants|need|needs|wish|rather|prefer|like|likes|later|tomorrow|next time|or"
    r"|instead|too|same|also|again|yet|but|except|only|not|never|no|nothing|none|nobody|please|let"
    r"|to be|than|what|which|where|how|why|who|hum|hiss|buzz|echo|shaky|shaking|kidding"
    r"|joking|joke|kid|mean|meant|said|says|ask"
    r"|asked|asks|told|gone|missing|after|before|then|lot|more|less|most|enough|ll|other|others|both"
    r"|each|every|all|first|second|last|one|two|three)\b"
    r"|n['’]t\b|[0-9<>?%]",
    re.I,
)
_REASON = Regex(r"(?:because|'?cause|cuz|coz) ", re.I)
_SOMEONE = Regex(
    r"(?:[a-z]+ )?(?:people|viewers|kids|children|neighbou?rs|strangers)(?:['’]?s['’]?)?", re.I
)
_ANYONE = Regex(
    r"\b(?:(?:other|some|two|three|those) people(?:['’]?s)?|(?:some|any|every)(?:one|body) else(?:['’]s)?"
    r"|my (?:kids?|wife|husband|mother|brother|sister|friends?)(?:['’]s)?)\b",
    re.I,
)
_MERELY = Regex(r"(\b(?:is|are|am|was|were)|['’](?:s|re|m)) (?:only|just|still|all)\b", re.I)
_DOING = Regex(
    r"\b(?!(?:fad|zoom|speed|slow|turn|cutt|switch|com|go|bring)ing)[a-z]+ing (?:up|down|out|off|on|in|over"
    r"|around|away|about)\b",
    re.I,
)
_CANNOT = Regex(
    r"\b(?:can['’]t|cannot|can (?:hardly|barely)|could hardly|couldn['’]t) (?:even |really |quite )?"
    r"(?:hear|see|read|understand|follow|recogni[sz]e|make out)\b"
    r"|(?<=nobody) can (?:hear|see|read|understand)\b|(?<=no one) can (?:hear|see|read|understand)\b",
    re.I,
)
_WE = Regex(r"(?:because |so |and )?(?:i|we|he|she|they|you)\b", re.I)
_GREETING = Regex(
    r"\A(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))"
    r"(?: (?:there|all|team|everyone|[A-Z][a-z]+))?[,.!]+ +"
)
_FAREWELL = Regex(
    r"[.!,;]* +(?:(?:many )?thanks|thank you|cheers|(?:best|kind) regards|regards|best|love|yours)"
    r"(?:,? (?:so much|a lot|in advance|again))?(?:, (?-i:[A-Z])[a-z]+)?[.!]*\Z",
    re.I,
)
_KINDLY = Regex(
    r"\A(?:can|could|would|will) (?:you|we|u)\b(?! (?:also )?(?:tell|do|see|hear))", re.I
)
_SAYS_LITTLE = {"", "it", "to", "of", "with", "and", "comma", "stop", "only", "bit"}


_ASKED = Regex(
    marked(
        r"\A(?:can|could) (?=(?:(?:the|my|our|that|this|his|her|both)\b|<:text>|<:file>)[^?.!;]*? "
        r"(?:be|go|come|move|start|begin|end|stop|fade|last|stay|have|get)\b)"
    ),
    FLAGS,
)
_WISHES = Regex(
    r"\A(?:(?:please|hi|hey|hello)[ ,]+)?(?:would it be possible to|would you be able to"
    r"|(?:do you think|any chance|is there any chance) (?:that )?(?:you|we) (?:can|could)"
    r"|(?:i was|i'm|i am|was) (?:just )?wondering if (?:you|we) (?:can|could)"
    r"|(?:can|could|would) you (?:possibly|maybe|perhaps|just|quickly))\b(?! (?:tell|do|see|hear)\b) ",
    re.I,
)
_GO = Regex(r"\bgo(?: away)?\Z", re.I)
_GET = Regex(r"\A(?:can|could) (?:i|we) (?:please )?(?:have|get)\b", re.I)
_THERE = Regex(
    r"(?:there['’]?s|there (?:is|are|was|were)|you can see|(?:it|that|this) shows)\b", re.I
)
_SEEN = Regex(
    r"\A(?:you|we|one|people|everyone|everybody|they) can (?:clearly |still )?(?:see|hear|read)\b",
    re.I,
)
_IN_VIEW = Regex(
    r" (?:visible )?(?:(?:up )?on (?:the )?screen|in (?:the )?(?:picture|shot|frame|view"
    r"|background|back|video|footage)|visible|in (?:it|there)|on (?:it|there))"
    r"(?=[ .!]*\Z)",
    re.I,
)


def without_chatter(text: str, lexicon: Lexicon) -> str:
    """The text without a greeting, a farewell, and the remarks beside which there is something else.

    A remark is a statement that holds no word of an order, no figure, no doubt and no condition: "it's just
    the mic check". A kind question is the order that it asks for: "could you mute the video?".
    """
    text = _FAREWELL.sub("", _GREETING.sub("", text))
    pieces = _ENDS.split(text)
    kept = [one for i, one in enumerate(pieces) if not _is_left_out(pieces, i, lexicon)]
    return _as_an_order(" ".join(kept) if kept else text)


def _as_an_order(text: str) -> str:
    """A kind question as the order that it asks for."""
    if not text.endswith("?") or text.count("?") > 1:
        return text
    if _KINDLY.match(text):
        return _WISHES.sub("", text[:-1])
    for kind, order in ((_ASKED, ""), (_WISHES, ""), (_GET, "i want")):
        if kind.match(text):
            return _GO.sub(r"can \g<0>", kind.sub(order, text[:-1]))
    return text


def _is_left_out(pieces: Sequence[str], i: int, lexicon: Lexicon) -> bool:
    """Whether a piece is a remark, or the reason of what the same sentence asks for."""
    if _is_remark(pieces[i], lexicon):
        return True
    behind = i > 0 and (pieces[i - 1].endswith(",") or _REASON.match(pieces[i]))
    return bool(behind) and _is_remark(_as_a_reason(pieces[i]), lexicon)


def _as_a_reason(piece: str) -> str:
    """A reason in the words of a remark: "people can't hear me", "it's only wind"."""
    told = _MERELY.sub(r"\1", _REASON.sub("", piece))
    told = _SEEN.sub("there is", told)
    told = _IN_VIEW.sub("", told) if _THERE.match(told) else told
    told = _CANNOT.sub(" are", _ANYONE.sub("they", told)).replace("nobody are", "they are")
    told = re.sub(r"\Ano one are", "they are", told, flags=re.I)
    told = _DOING.sub("busy", told) if _WE.match(told) else told
    return _SOMEONE.sub("they", told, count=1) if _SOMEONE.match(told) else told


def _is_remark(piece: str, lexicon: Lexicon) -> bool:
    if PRIVATE.search(piece):
        return False  # a text, or a file
    if not _SUBJECT.match(piece) or not _STATES.search(piece) or _MORE_THAN_A_REMARK.search(piece):
        return False
    return lexicon.parts(piece) is None and not lexicon.knows_any(piece, _SAYS_LITTLE)
