"""Turns of English wishes, of what is wanted and of what is wrong, in the words that are read."""

import re
from re import Match

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, SECONDS, N, Said, spanned

_GONE = r"(?:lose|drop|delete|cut|remove|ditch|scrap|discard|forget|throw (?:away|out)|get rid of)"
_REST = r"(?:(?:all )?the rest|everything else|all else|the other parts?)"
_WHO = r"(?:(?:the |my |our )(?:client|customer|boss|team|editor|producer)|we|i|they|she|he)"
_VIDEO = r"(?:this|it|the (?:video|clip|footage|recording))"
_STYLE = r"(?:jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk)"
_NO_NAME = r"(?:as|the|from|between|with|and|at)\b"
_NAME = rf"(?:<:text>|(?!{_NO_NAME})[a-z]{{2,20}}(?: (?!{_NO_NAME})[a-z]{{2,20}}){{0,2}})"
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT}"
_SPAN = rf"({N})(?: ?s(?:ec(?:ond)?s?)?)? ?(?:to|-|and) ?({N})(?: ?s(?:ec(?:ond)?s?)?)?"
_BETWEEN = r"(?:dip to (?:black|white)|cross-?fade)"
_LAYER = r"(?:title|caption|logo|lower third|text|clip|sound)"
_ONE = rf"(?:the|my|our) (?:music|song|{_LAYER})"
_NTH = r"(?:first|second|third|last)"
_AT = r"(?:top|bottom|cent(?:er|re)|middle|left|right|(?:top|bottom)[- ](?:left|right))(?: corner)?"
_COLOR = r"(?:red|blue|green|yellow|white|black|orange|pink|purple)"
_CAN_GO = r"(?:can|should|must|has to|needs to) (?:go|be cut|be removed)"
_SLOW = {"faster": "slow", "slower": "fast"}


def _quoted(told: str) -> str:
    return told if HAN.search(told) or not told.isascii() else f'"{told}"'


def _sped(match: Match[str]) -> str:
    """How fast it is to be, where what is said of the speech agrees with that."""
    agrees = _SLOW[match[1].lower()] in match[2].lower()
    return f"make it a bit {match[1]}" if agrees else match[0]


def _of_those(match: Match[str]) -> str:
    noun = match[1].rpartition(" ")[2]
    one = match[2].replace("one", noun) if match[2].endswith("one") else match[2]
    same = one.rpartition(" ")[2] == noun
    return f"{one} {match[3]} {match[4]}" if same and one != match[1] else match[0]


WANTED: Rules[Said] = Rules(
    (
        # --- what is kept
        (
            rf"\A{_WHO} only (?:wants?|needs?) the (first|last) (third|half|quarter|{SECONDS})"
            rf"(?: of {_VIDEO})?{END}",
            r"keep only the \1 \2",
        ),
        (
            rf"\A(?:just|only) the (first|last) (third|half|quarter|{SECONDS})(?: of {_VIDEO})?"
            rf"(?: please)?[,;.] ?(?:and )?{_GONE} {_REST}{END}",
            r"keep only the \1 \2",
        ),
        (
            r"\A(?:i |we )?(?:just |only )?(?:need|want|keep) (?:just "
            rf"|only )?(?:these )?two (?:parts|bits"
            rf"|pieces|sections)[:,] {_SPAN},? and {_SPAN}[,;.] ?(?:and )?{_GONE} {_REST}{END}",
            r"keep only \1 to \2 and \3 to \4 seconds",
        ),
        (
            r"\A(?:trim|cut|shorten) (?:off )?the (?:end|ending) so (?:that )?it (?:stops|ends) at "
            rf"({AT})[ .!?]*\Z",
            lambda match: f"cut everything after {spanned(match[1])}",
        ),
        (
            r"\A(?:my|the) (?:intro|start|beginning|opening) is (?:a bit |way |far |much )?too long[,;.] ?"
            rf"(?:so )?(?:please )?(?:start|begin) at ({AT}){END}",
            lambda match: f"cut everything before {spanned(match[1])}",
        ),
        (
            rf"\A(?:just )?({_RANGE}|seconds {_SPAN}|the (?:first|last|middle) (?:third|half|quarter"
            rf"|{SECONDS}))"
            rf" (?:is|are|would be|will be) all (?:that )?{_WHO} (?:need|want)(?: to (?:keep|have|use))?"
            rf"(?: of {_VIDEO})?{END}",
            r"keep only \1",
        ),
        (
            rf"\Aall (?:that )?{_WHO} (?:need|want)s?(?: to keep)?(?: of {_VIDEO})? (?:is|are) "
            rf"({_RANGE}|seconds {_SPAN}|the (?:first|last|middle) (?:third|half|quarter"
            rf"|{SECONDS})){END}",
            r"keep only \1",
        ),
        (
            r"\A(?:could|can|may|should) ((?:it|the (?:title|caption|logo|lower third|music))"
            rf" (?:stay|last|remain)(?: on| up| there)? (?:until|till|up to) {AT}){END}",
            lambda match: f"{match[1].replace('it ', 'it should ', 1)}"
            if match[1].lower().startswith("it ")
            else re.sub(r"(?= (?:stay|last|remain))", " should", match[1], count=1),
        ),
        (
            rf"\A{_WHO} (?:want|need|wants|needs|would like|'d like) (?:just|only) the (first|last) (third"
            rf"|half|quarter|{SECONDS})(?: of {_VIDEO})?{END}",
            r"keep only the \1 \2",
        ),
        (
            r"\A(?:everything|all|anything|whatever)(?: that comes| that is)?"
            rf" (?:after|behind|past) the first (third|half|quarter|{SECONDS}) {_CAN_GO}{END}",
            r"keep only the first \1",
        ),
        (
            r"\A(?:everything|all|anything|whatever)(?: that comes| that is)?"
            rf" before the last (third|half|quarter|{SECONDS}) {_CAN_GO}{END}",
            r"keep only the last \1",
        ),
        # --- turned round: not there but here, and what it should be
        (
            rf"\A({_ONE}) (?:doesn't|does not|shouldn't|should not) (?:belong|be|go|sit|stand|stay) "
            rf"(?:at|in|on) the {_AT},? but(?: rather)? ((?:at|in|on) the {_AT}){END}",
            r"\1 should be \2",
        ),
        (
            rf"\Anot (the {_NTH} {_LAYER}),? but (the {_NTH} (?:one|{_LAYER})) (should be|is to be"
            rf"|must be) (deleted|removed|muted|{_COLOR}|bigger|smaller){END}",
            _of_those,
        ),
        (
            rf"\A({_ONE}) (?:shouldn't|should not|mustn't|must not) (?:play|be shown|stay|go on|run|last"
            rf"|continue|be heard|be there|be visible)(?: any longer)? (?:after|past|beyond) ({AT}){END}",
            lambda match: f"end {match[1]} at {spanned(match[2])}",
        ),
        (
            rf"\Asee ({_ONE})\? (?:it|that) (should be|must be|needs to be"
            rf"|has to be) ([a-z -]{{3,24}}){END}",
            r"\1 \2 \3",
        ),
        (
            rf"\A({_COLOR}) is what ({_ONE}) (should be|must be|needs to be){END}",
            r"\2 \3 \1",
        ),
        # --- taken back, and why
        (
            r"\A(?:please )?(undo (?:that|this|it)|take that back),? (?:(?:i|we) (?:still |do )?"
            r"(?:need|want)"
            rf" (?:the|my|that) [a-z]+(?: back)?|(?:i|we) liked it (?:better )?before"
            rf"|it (?:was|looked|sounded) better before){END}",
            r"\1",
        ),
        # --- how it is to look
        (
            r"\A(?:please )?(?:the|my|our) (?:food|dish(?:es)?|product|products|flowers?|colou?rs?|shots?"
            rf"|images?|footage|scene|sunset|landscape) (?:should|must|needs to|has to) (look|be) "
            rf"((?:more )?"
            rf"(?:vibrant|vivid|colou?rful)){END}",
            r"it should \1 \2",
        ),
        # --- how fast
        (
            r"\A(?:make it )?(?:just )?(?:a (?:tiny |little )?bit|slightly|a touch|a little) (faster"
            r"|slower)(?: please)?[,;.] ?(?:because |since )?(?:he|she|i|we|they) (?:talks?"
            r"|speaks?|am talking"
            rf"|is talking) (?:(?:so+|too|very|really|way|rather) ){{0,3}}(slow|fast)(?:ly)?{END}",
            _sped,
        ),
        # --- captions and music
        (
            r"\A(?:(?:could|can|may) )?(?:i|we)(?: please)? (?:have|get) (?:auto(?:matic)?"
            rf"|auto-?generated) (?:captions|subtitles)(?: (?:on|for|in) {_VIDEO})?(?: please)?[ .?!]*\Z",
            "add automatic captions",
        ),
        (
            r"\A(?:give (?:it|the video)|(?:i|we)(?:'d| would) like|let's have) some "
            rf"('?{_STYLE}'?|<:text>) music(?: in the background| underneath| under it)?"
            rf"(?: for the whole (?:video|thing))?{END}",
            r"add \1 music for the whole video",
        ),
        (
            r"\A(?:give (?:it|the video)|(?:i|we)(?:'d| would) like|let's have|add|put in) some "
            rf"('?{_STYLE}'?|<:text>) music(?: in the background| underneath"
            rf"| under it)?,? and (?:have|make"
            r"|let) it (?:go down|duck|dip|get quieter|drop) (?:when(?:ever)?|while) (?:i|we|she|he|they"
            rf"|someone|somebody|people) (?:speaks?|talks?|am speaking|am talking|is talking|is speaking)"
            rf"{END}",
            r"add \1 music and duck it under speech",
        ),
        (
            r"\A(?:lay|put|run|play|have) (<:file>) under (?:the )?(?:clip|video|footage|speech|talk) "
            rf"({_RANGE}),? with an? ({N})[- ]second fade[- ]in and an? ({N})[- ]second fade[- ]out{END}",
            lambda match: (
                f"add {match[1]} {spanned(match[2])}, fade in {match[3]} seconds, "
                f"fade out {match[4]} seconds"
            ),
        ),
        # --- a fade at each end
        (
            rf"\A(?:start|begin|open)(?: {_VIDEO})? with an? ({SECONDS}) fade[- ]in(?: from black)?,? and "
            rf"(?:end|finish|close)(?: it)? with an? ({SECONDS}) fade(?:[- ]out)?(?: to black)?{END}",
            r"fade the video in over \1 and fade the video out over \2",
        ),
        # --- what is written
        (
            r"\A(?:let|have|make) the (<:text>|[a-z]{2,20}) ?title (?:come|come up|appear|start"
            r"|come in) at "
            rf"({N})(?: seconds?| s)? instead,? and (?:stay|last|remain|run|stay up) (?:until|till|to) "
            rf"({N})(?: seconds?| s)?{END}",
            lambda match: f"move the {_quoted(match[1])} title to {match[2]}-{match[3]} seconds",
        ),
        (rf"\A(?:show|have|put) it (?:at|from) {_SPAN} instead{END}", r"move it to \1-\2 seconds"),
        (
            r"\A(?:name (?:strap|tag|plate|banner)|nameplate) (?:for )?(<:text>) ?,? (?:with )?(?:the )?"
            rf"(?:subtitle|role|job|title) (<:text>) ?,? ({_RANGE})(?:,? as an? lower third)?{END}",
            lambda match: f"lower third {match[1]}, {match[2]} {spanned(match[3])}",
        ),
        (
            rf"\A(?:show |add |put )?(?:my|her|his|the) name,? ({_NAME}) ?,? (?:as|in) an? lower third "
            rf"({_RANGE}),? with ({_NAME}) ?(?:underneath|below|beneath|(?:under|below|beneath) "
            rf"(?:it|(?:my|her|his|the) name)){END}",
            lambda match: f"lower third {_named(match)}",
        ),
        (
            rf"\A(?:show |add |put )?(?:an? |the )?lower third(?: for)? ({_NAME}) ?,? ({_RANGE}),? with "
            rf"({_NAME}) ?(?:underneath|below|beneath|(?:under|below|beneath) (?:it|(?:my|her|his|the) "
            rf"name)){END}",
            lambda match: f"lower third {_named(match)}",
        ),
        # --- another clip, and what is between two
        (
            r"\A(?:play|show|put) (<:file>) first,? (?:and )?(?:before|ahead of|then) "
            rf"(?:the (?:talk|video|clip|footage|interview)|my (?:clip|video|talk)|everything else){END}",
            r"insert \1 at the beginning",
        ),
        (
            r"\A(?:put|add|place|append) (<:file>) after (?:my|the) (?:clip|video|talk"
            r"|footage),? (?:and )?"
            rf"not (?:over|on top of|on) it{END}",
            r"append \1",
        ),
        (
            r"\A(?:append|attach|tack on|add) (?:only|just) the first "
            rf"({SECONDS}) of (<:file>)(?: (?:at|to|on) the (?:very )?end)?{END}",
            r"put the first \1 of \2 at the end",
        ),
        (
            r"\Athe (?:jump(?: at the cut)?|cut|jump cut) (?:is|looks|feels) (?:a bit |really |very |too "
            r"|so |rather )?(?:ugly|harsh|hard|abrupt|rough|jarring|sudden|visible)[,;.] ?(?:so )?"
            rf"(?:please )?(?:put|add|use|have) an? (?:({SECONDS}) )?({_BETWEEN}) (?:there|over it"
            rf"|on it){END}",
            lambda match: f"add a {match[1] + ' ' if match[1] else ''}{match[2]} at the cut",
        ),
        # --- pictures on top
        (
            rf"\A(?:put|bring|throw|stick) up (<:file>|the logo) ({_RANGE}){END}",
            lambda match: f"show {match[1]} {spanned(match[2])}",
        ),
    )
)  # fmt: skip


def _named(match: Match[str]) -> str:
    name, span, below = match.groups()
    return f"{_quoted(name)}, {_quoted(below)} {spanned(span)}"
