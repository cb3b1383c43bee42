"""English turns of phrase that say more plainly what they say."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.english_fronted import thing_first

_COLORS_BACK = Regex(
    r"(?:(?:the |my )?(?:normal |original )?colou?rs|the (?:normal|original) (?:look|picture|ones)) "
    r"(?:are|were|look(?:ed)?|seem(?:ed)?|was|is) [^,.;!<>]*[,.;!–-]+ (?:so |and |please |just |can you )*"
    r"(?P<verb>put|bring|set|change|turn|make|get) (?:them|it) (?:back(?: to normal)?|normal(?: again)?)\b",
    re.IGNORECASE,
)
_FIRST_AND_SECOND = Regex(
    marked(
        r"(?P<both>(?<![^.;!])(?:(?!<:text>)[^.;!])*<:text>(?:(?!<:text>)[^.;!])*<:text>[^.;!]*?"
        r"(?:[,;.:–-]|\band) ?(?:with )?)"
        r"the (?:first|former)(?: one)? (?P<one>[^.;!]*?)(?P<and>,? and | ?[,;] ?)(?:with )?"
        r"the (?:second|last|latter|other)(?: one)? (?=(?:in|at|to|with|on)\b|[a-z]+[ .]*\Z)"
    ),
    FLAGS,
)


_FIRST = Regex(
    marked(
        r"(?P<put>\b(?:put|place|want|have|play|show|move) (?:it|that|<:file>|(?:the )?(?:second|last)"
        r" clip)) (?:in )?(?:first|up front)(?= ?(?:[,.;!]|and\b|\Z))"
    ),
    FLAGS,
)


_TYPOS = r"(?:typo|spelling (?:mistake|error)|misspelling|mistake|error)"
_BAD = (
    rf"(?:has an? {_TYPOS}(?: in it)?|is misspel(?:led|t)|is spel(?:led|t) wrong(?:ly)?|is wrong"
    r"|is incorrect|has the wrong (?:text|word|name|spelling))"
)
_GOOD = (
    r" ?[,.;:!–-]+ ?(?:and |so |please |but )*(?:it(?:'s| is)|should (?:be|read|say)"
    r"|it(?: should| must| has to| needs to|'s supposed to| is supposed to| ought to) (?:be|read|say)"
    r"|the (?:correct|right) (?:text|spelling|name|word|one) is"
    r"|(?:make|change|correct|fix) (?:it|that)(?: to)?"
    r"|(?:it's |it is )?spel(?:led|t)|correct(?: is)?)? *(?P<new><:text>)(?P<end>[ .!]*)\Z"
)
_NAMED = r"(?:the|my|our) [a-z -]{3,24}?(?: *<:text>)?"
_TYPO = Regex(
    marked(
        rf"\A(?:oh |oops |sorry )?(?:[,.] ?)?(?:(?P<what>{_NAMED}) {_BAD}"
        r"|(?:there(?:'s| is) an?|i (?:made|have) an?|(?:fix|correct) (?:the|that|my)|a)? ?"
        rf"{_TYPOS} in (?P<in>{_NAMED})"
        rf"|i (?:misspel(?:led|t)|mistyped) (?P<i>{_NAMED})){_GOOD}"
    ),
    FLAGS,
)


_SPELT = Regex(r"typo|spel|mistake|error", re.IGNORECASE)


def _put_right(found: Match[str]) -> str:
    """ "There's a typo in the title: it's 'Hello'"."""
    named = found["what"] or found["in"] or found["i"]
    verb = "respell" if _SPELT.search(found[0]) else "change"
    return f"{verb} {named} to {found['new']}{found['end']}"


_N = rf"{NUMBER}(?: ?(?:seconds?|secs?|s))?"
_BEFORE_THE_END = Regex(
    rf"\bfrom (?P<a>{_N})(?: before the end)? (?:until|till|to|up to|and) (?P<b>{_N}) before (?:the end|it)"
    rf"|\b(?:from|starting|beginning)(?: at)? (?P<since>{_N}) (?:before|from) the end(?: on(?:wards)?)?"
    rf"|(?<!cut )(?<!trim )(?<!off )(?<!remove )(?<!delete )(?<!lose )"
    rf"(?:\bat )?(?:\b(?:exactly|precisely) )?\b(?P<at>{_N})"
    r" before (?:the end\b|the (?:whole )?(?:video|film)(?: is)? (?:over|ends?|finishe[sd]|done)\b)",
    re.IGNORECASE,
)


def by_the_start(text: str, seconds: float) -> str:
    """The text with times before the end as times of the video, which is so long."""

    def told(found: Match[str]) -> str:
        name = {
            key: seconds - float(number(re.sub(r" ?(?:seconds?|secs?|s)\Z", "", said, flags=re.I)))
            for key, said in found.groupdict().items()
            if said
        }
        if any(not 0 < one < seconds for one in name.values()):
            return found[0]
        if "a" in name:
            return f"from {name['a']:g} to {name['b']:g} seconds"
        return (
            f"from {name['since']:g} seconds on"
            if "since" in name
            else f"at {name['at']:g} seconds"
        )

    return _BEFORE_THE_END.sub(told, text)


_LEFT_ON = Regex(
    r"\b(?P<keep>leave|keep)(?P<what> (?:the |its |my )?(?:noise reduction|denoising"
    r"|(?:image )?stabili[sz]\w+|(?:loudness )?normali[sz]\w+|ducking|filter|look|music|logo"
    r"|captions?|subtitles?|titles?)) on"
    r"(?= ?(?:[,.;!]|\Z|and\b))",
    re.IGNORECASE,
)


def said_plainly(text: str) -> str:
    """The text in plainer words."""
    text = thing_first(text)
    text = _LEFT_ON.sub(r"\g<keep>\g<what>", text)
    text = _COLORS_BACK.sub(r"\g<verb> the colours back", text)
    text = _TYPO.sub(_put_right, text)
    text = _FIRST.sub(r"\g<put> at the start", text)
    return _FIRST_AND_SECOND.sub(_former_and_latter, text)


def _former_and_latter(found: Match[str]) -> str:
    return f"{found['both']}the former {found['one']}{found['and']}the latter "
