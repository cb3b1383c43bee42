"""English turns of phrase for the only stretches that are to be left: "bin the lot apart from 10 to 20"."""

import re

from mock_server.agent.values.lazily import Regex

_SPAN = (
    r"(?:(?:the )?(?:first|last|second|middle) [^,;.!]{3,24}?|(?:from |between )?[0-9:.]+ ?(?:s|seconds?)?"
    r" ?(?:[-–]|to|until|till|and|up to) ?[0-9:.]*[0-9] ?(?:s|seconds?)?)"
)
_SPANS = rf"(?P<spans>{_SPAN}(?:(?:,| and|, and) {_SPAN})*)"
_CUT = r"(?:throw|drop|bin|ditch|lose|cut|delete|remove|chuck|trim|scrap|dump|get rid of)"
_REST = r"(?:(?:all )?the rest|everything else|what(?:ever)?(?:'s| is) (?:left|in between))"
_THEN = r"[,;.]? ?(?:and |so |then )?"
_THEN_CUT = rf"{_THEN}{_CUT} (?:away |out )?{_REST}(?: away| out)?"
_PARTS = r"the only (?:bits?|parts?|pieces?|sections?|stretch(?:es)?)"
_WANTED = (
    r"(?:worth keeping|(?:that )?(?:i|we) (?:want|need)(?: to keep)?|to keep|that matters?"
    r"|of interest)"
)
_ALL = r"(?:the (?:whole )?lot|everything|it all|all of it)"
_BUT = r"(?:apart from|except(?: for)?|but|other than|bar)"
_LEFT = r"(?:should|must|may|can) (?:survive|stay|remain|be (?:left|kept))"
_LEAD, _END = r"\W*(?:(?:please|so|ok|now)\b[ ,]*)*", r"[ .!]*"
_KINDS = [
    Regex(f"{_LEAD}{one}{_END}", re.IGNORECASE)
    for one in (
        rf"(?:hang on to|hold on to|keep|save)(?: only| just)? {_SPANS}{_THEN_CUT}",
        rf"{_PARTS} {_WANTED} (?:is|are) {_SPANS}(?:{_THEN_CUT})?",
        rf"(?:{_CUT}|throw away) {_ALL} {_BUT} {_SPANS}",
        rf"(?:don't|do not|never) {_CUT} {_SPANS}[,;.]? ?(?:but |and |just )?{_CUT} {_REST}",
        rf"nothing (?:outside(?: of)?|{_BUT}) {_SPANS} {_LEFT}",
    )
]
_ALL_BUT_THAT = Regex(
    rf"{_LEAD}everything {_BUT} (?P<span>{_SPAN}) (?:can|should|may) stay,? (?:but |and )?(?:that|this|it)"
    rf"(?: (?:bit|part|section|stretch))? (?:has to|must|should|can) go{_END}",
    re.IGNORECASE,
)
_BETWEEN = Regex(r"in between", re.IGNORECASE)
_SEVERAL = Regex(r"\band\b|,", re.IGNORECASE)


def only_those_kept(text: str) -> str:
    """The text as the order to keep only those."""
    if found := _ALL_BUT_THAT.fullmatch(text):
        return f"cut {found['span']}"
    for kind in _KINDS:
        if found := kind.fullmatch(text):
            alone = _BETWEEN.search(text) and not _SEVERAL.search(found["spans"])
            return text if alone else f"keep only {found['spans']}"
    return text
