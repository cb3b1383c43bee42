"""English denials that are no plain "don't": they tell how something that is there is to be, or until when:
"the title isn't red", "don't show the logo before 5", "the video shouldn't be longer than 40 seconds"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import DIGITS, SPELLED

_FIGURE = rf"(?:{DIGITS}|\b(?:{SPELLED})\b|\bhalf\b)"
_DENIES = Regex(
    r"n['’]t\b|\b(?:not|never|cannot|nobody|no one|no longer|rather not|without)\b|\bno (?=title"
    r"|caption|logo"
    r"|music|sound|song)|['’]s no\b",
    re.IGNORECASE,
)
_OF_THE_FILM = Regex(
    r"\b(?:titles?|captions?|subtitles?|texts?|logo|watermark|overlay|music|song|jazz|piano|track"
    r"|lower thirds?"
    r"|name|sound|audio|volume|voice|speech|video|clips?|film|movie|footage|picture"
    r"|colou?rs?|seconds?|speed"
    r"|fades?|blur|zoom|silent|mute|sepia|loud|quiet|fast|slow|backwards|red|blue|green|yellow|white|black"
    r"|end|start|top|bottom|left|right)\b"
    rf"|{_FIGURE}|\b(?:it|that|this|he|she|they) (?:should|must|is|was|does)(?:n['’]t| not| never)\b",
    re.IGNORECASE,
)
_DEEDS = (
    r"(?:cut|trim|touch|mut(?:e\b(?<!be mute)|ed|ing)|silenc|chang|remov|delet|alter|edit|modif"
    r"|shorten|lengthen|extend|mov|shift"
    r"|speed(?:ing)? (?=it|up|the|any|this)|sped|slow(?:ing|ed)?(?= (?:it|down|the|any|this))|crop|rotat"
    r"|revers|replac|swap|export|download|sav|render|resiz|los[et]|drop|do\b|done|doing|bother|worr|forget"
    r"|mess|appl|split|rid\b|translat|undo|adjust|tweak|correct|fix|ruin|damag|affect|interfer"
    r"|turn(?:ed|ing)? (?:it |the \w+ )?(?:up|down))"
)
_SOFT_DEEDS = (
    r"(?:add|put|mak[ei]|made|fad[ei]|insert|us[ei]|blur|zoom|bring"
    r"|effects?|filters?|transitions?|anything else"
    r"|anything more|turn)"
)
_PLAINLY = Regex(rf"\b{_DEEDS}", re.IGNORECASE)
_SOFTLY = Regex(rf"\b{_SOFT_DEEDS}", re.IGNORECASE)
_NO_MORE = Regex(
    r"\b(?:get|be|become|need to be|have to be)(?: any)? (?:longer|shorter|louder|quieter|bigger"
    r"|smaller|faster|slower"
    r"|larger|brighter|darker)\b(?! than)|\bany (?:longer|shorter|louder|quieter|bigger|smaller"
    r"|faster|slower)\b"
    r"(?! than)|\bneed (?:any |an? )?(?:music|titles?|captions?|subtitles?|logo|effects?|sound)\W*\Z"
    r"|\bnot (?:yet|now|necessary|needed|important|urgent|sure)\b|\b(?:isn['’]t|not) (?:ready"
    r"|finished|done)\b"
    r"|\b(?:else|more|yet|for now)\W*\Z",
    re.IGNORECASE,
)
_LIMIT = Regex(
    rf"\b(?:before|after|until|till|past|beyond|(?:longer|shorter|more|less|louder|quieter|bigger"
    rf"|smaller|faster"
    rf"|slower|higher|later|earlier) than|over|exceed)(?: the)?(?: first| last)? ?{_FIGURE}",
    re.IGNORECASE,
)
_BUT = Regex(
    r"(?:n['’]t\b|\bnot\b)[^,;.]*,? (?:but|just|only|rather)(?: rather| only| just)* (?:on|at|in|to"
    r"|from|until|till"
    rf"|the|an?|some|with|{_FIGURE})(?![a-z])",
    re.IGNORECASE,
)
_IT_IS = Regex(
    r"(?:\b(?:is|are|was)(?:n['’]t| not)|\b(?:doesn['’]t|does not) (?:say|read"
    r"|belong))\b[^,;.]*[,;:.–-]+ ?(?:but )?"
    r"(?:it|that|this|he|she|they)(?:['’]s| is| are| says| reads| belongs| should)\b"
    r"(?! (?:fine|ok|okay|good|great|perfect|nice|necessary|needed|just|already|the best|my"
    r"|important|right))",
    re.IGNORECASE,
)
_ALL_I_WANT = Regex(
    r"\A\W*(?:all (?:that )?(?:i|we)(?:['’]m| am)? (?:want|need|ask|asking)|nobody needs|(?:i|we) never)\b",
    re.I,
)


def tells_how_it_is(plain: str, parts: Sequence[str]) -> bool:
    """Whether a message that was taken for a plain "don't" says how something is to be; `parts` are those
    between its stops."""
    if _BUT.search(plain) or _IT_IS.search(plain):
        return True
    if _ALL_I_WANT.match(plain) and not _PLAINLY.search(plain):
        return True
    return any(_tells(one) for one in parts)


def _tells(part: str) -> bool:
    if not _DENIES.search(part) or not _OF_THE_FILM.search(part) or _PLAINLY.search(part):
        return False
    if _LIMIT.search(part):
        return True
    return not (_SOFTLY.search(part) or _NO_MORE.search(part))
