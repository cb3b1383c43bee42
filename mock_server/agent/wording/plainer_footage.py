"""Turns of English orders for clips, their sound and the music, and for what is ruled out beside them, in
the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    END,
    JOIN,
    LOOK,
    SECONDS,
    STYLE,
    TALK,
    N,
    Said,
    spanned,
    timed,
)
from mock_server.agent.wording.plainer_sound import half_of

_RANGE = rf"(?:(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT})"
_IT = (
    r"(?:it|this|(?:the|my) (?:whole )?(?:video|clip|footage|film|recording|talk|speech|interview))"
)
_A_JOIN = (
    rf"(?:an? (?:(?:{N}|half)[- ](?:seconds?|secs?|s)[- ](?:long )?)?{JOIN}(?: of {SECONDS})?)"
)
_BITS = r"(?:bits|parts|pieces|halves|clips|segments|sections|two|ranges)"
_GONE = r"(?:lose|drop|delete|cut|remove|ditch|discard|throw|get rid of)"
_REST = r"(?:(?:all )?the rest|everything else|all else)"
_TIMES = {
    "twice as fast": "double speed", "double speed": "double speed", "half speed": "half speed",
    "half as fast": "half speed", "at double speed": "double speed", "at half speed": "half speed",
    "in slow motion": "half speed", "double its speed": "double speed", "halve its speed": "half speed",
    "at twice the speed": "double speed",
}  # fmt: skip
_SPEED = rf"(?:{'|'.join(sorted(_TIMES, key=len, reverse=True))})"
_NUMBERS = {
    "one and a half": "1.5",
    "two and a half": "2.5",
    "double": "2",
    "triple": "3",
    "half": "0.5",
}


def _part_only(found: Match[str]) -> str:
    """What is done to a part only: "reverse 10 to 20 seconds"."""
    when = spanned(found["when"].removeprefix("from ").removeprefix("between "))
    return f"{found['do']} {when.replace(' and ', ' to ')}"


def _instead_of_cutting(found: Match[str]) -> str:
    """ "Instead of cutting 10 to 20, double its speed"."""
    when, do = found["when"].removeprefix("from ").removeprefix("between "), found["do"].lower()
    when = spanned(when).replace(" and ", " to ")
    if speed := _TIMES.get(do.removeprefix("play it ").removeprefix("make it ")):
        return f"play {when} at {speed}"
    if " it" in do:
        return do.replace(" it", f" {when}", 1)
    return found[0]


FOOTAGE: Rules[Said] = Rules(
    (
        # --- what is kept
        (
            rf"\A(?:keep|use|take) (?:just |only )?(?:from )?({N})(?: ?s(?:ec(?:ond)?s?)?)? ?(?:to|-"
            rf"|until) "
            rf"?({N})(?: ?s(?:ec(?:ond)?s?)?)?,? and (?:from )?({N})(?: ?s(?:ec(?:ond)?s?)?)? ?(?:to|-"
            rf"|until) "
            rf"?({N})(?: ?s(?:ec(?:ond)?s?)?)?[,;.]? (?:and )?{_GONE} {_REST}(?: out| away)?,? (?:with"
            rf"|and) "
            rf"(?P<join>{_A_JOIN}) (?:between|in between)(?: the| these"
            rf"| those)?(?: two)?(?: {_BITS})?{END}",
            r"keep only \1 to \2 and \3 to \4 seconds and add \g<join> between the clips",
        ),
        (
            rf"\A(?:i |we )?(?:only|just) (?:need|want|keep) (?:the )?seconds ({N}) ?(?:to|-|until"
            rf"|through) "
            rf"?({N}){END}",
            r"keep only \1 to \2 seconds",
        ),
        (
            rf"\A(?:only|just) (the (?:first|middle|last) {SECONDS}) (?:should|must|may|shall|is to|are to)"
            rf" (?:survive|stay|remain|be kept|be left){END}",
            r"keep only \1",
        ),
        (
            rf"\A(?:cut|trim|shorten|bring|get) {_IT}(?: down)? to (?:exactly "
            rf"|just )?({SECONDS}) by (?:trimming"
            rf"|cutting|shortening) (?:off )?(?:from )?(?:the|its) (start|beginning|opening|front|end"
            rf"|ending"
            rf"|back){END}",
            lambda found: (
                f"keep only the {'first' if found[2].lower() in ('end', 'ending', 'back') else 'last'}"
                f" {found[1]}"
            ),
        ),
        (
            rf"\A(?:everything|all|what(?:'s| is)) (?:between|from) {AT} (?:and|to) {AT}(?: goes| out"
            rf"| is out"
            rf"| has to go| must go)?[,;.] (?:no,? |wait,? |sorry,? |actually,? "
            rf"|rather,? ){{1,3}}(?:between"
            rf"|from) ({AT}) (?:and|to) ({AT}){END}",
            lambda found: f"cut {found[1]} to {timed(found[2])}",
        ),
        (
            rf"(?P<first>\b(?:cut|remove|trim|drop|delete) (?:off )?the first {N})(?: seconds?| s)?[,;]? "
            rf"(?:and )?then,? of what(?:'s left| is left| remains),? (?:also )?the last "
            rf"({N})(?: seconds?| s)?(?=,| and |[ .!]*\Z)",
            r"\g<first> seconds and the last \2 seconds",
        ),
        (
            rf"\A(?:the (?:whole|entire) (?:thing|video|film|clip)|it) (?:should|must|has to"
            rf"|is to) (?:end up"
            rf"|be|become|last)(?: just| exactly)? ({SECONDS})(?: long)?[,;.:] (?:so |but )?(?:just "
            rf"|simply "
            rf"|please )?(?:speed it up){END}",
            r"speed it up so that it is \1 long",
        ),
        # --- its parts
        (
            rf"\Asplit {_IT} (?:at|in) ({AT})[,;.]? (?:and |then )?(?:put|add|place"
            rf"|with) ({_A_JOIN}) (?:between"
            rf"|in between)(?: the| both| these)?(?: two)?(?: {_BITS}| them)?{END}",
            lambda found: f"split it at {timed(found[1])}. Add {found[2]} at {timed(found[1])}",
        ),
        (
            rf"\A({LOOK})(?: look| colou?rs)? (?:for|in|during) the (first|second) half,? (?:and |but "
            rf"|then )?"
            rf"({LOOK})(?: look| colou?rs)? (?:for|in|during) the (first|second|other)(?: half| one)?{END}",
            lambda found: (
                f"make the {found[2]} half {found[1]} and the {half_of(found[2], found[4])} half {found[3]}"
            ),
        ),
        (
            rf"\A(?:an? )?({LOOK}) look (?:everywhere|throughout|all over|all the way)(?: through)?,?"
            rf" (?:except"
            rf"|but|apart from)(?: not)?(?: for| in)? (the (?:first|last) {SECONDS}){END}",
            r"make it \1 except \2",
        ),
        (
            rf"\A(?P<do>reverse|mute|denoise|stabili[sz]e|blur) {_IT},? but (?:only"
            rf"|just) (?:the (?:part|bit"
            rf"|section|stretch) )?(?P<when>{_RANGE}){END}",
            _part_only,
        ),
        (
            rf"\A({_SPEED}),? but only (?:from|after) (?:second )?({AT}) (?:on|onwards?){END}",
            lambda found: f"play it at {_TIMES[found[1].lower()]} from {timed(found[2])} on",
        ),
        (
            rf"\A(?:instead of|rather than) (?:cutting|removing|deleting|dropping) (?P<when>{_RANGE})"
            rf"(?: out)?,? (?:just |please )?(?P<do>double its speed|halve its speed|play it {_SPEED}"
            rf"|mute it"
            rf"|reverse it|make it (?:{LOOK}|twice as fast)){END}",
            _instead_of_cutting,
        ),
        (
            rf"\A((?:mute|silence|speed up|reverse) (?:from |between )?{AT} ?(?:to|-"
            rf"|and) ?{AT})(?: seconds?"
            rf"| s)?,? (?:without|but (?:don't|do not)) (?:cut(?:ting)?|remov(?:e|ing)|delet(?:e|ing)) "
            rf"(?:it|that|anything)(?: out)?{END}",
            lambda found: spanned(found[1]),
        ),
        # --- how fast, how it looks
        (
            rf"\Anot (?:double|half|triple|twice the|[0-9.]+ ?x)(?: speed)?[,;.] (?:but |rather |make it )?"
            rf"(one and a half|two and a half|[0-9.]+ ?x|[0-9]\.[0-9]+)(?: times)?(?: speed)?{END}",
            lambda found: f"make it {_NUMBERS.get(found[1].lower(), found[1].strip('xX '))}x",
        ),
        (
            rf"\Anot (?P<old>{LOOK})[,;.:] (?:but )?(?:i (?:want|need|said|meant)|i(?:'d| would) like"
            rf"|make) "
            rf"(?:it )?(?:in )?(?!(?P=old))({LOOK}){END}",
            r"make it \2",
        ),
        (
            r"\A(?:please )?do(?:n't| not) (?:crop|mute|rotate|flip|reverse"
            r"|cut) it[,;.:] (?:but )?(?:please )?"
            r"(?:just |only )?((?:rotate|flip|mirror|crop|mute|reverse) it[a-z0-9 ]{0,40}?)"
            rf"(?: instead)?{END}",
            r"\1",
        ),
        (
            rf"\A(zoom in (?:to )?[0-9.]+x? {_RANGE}(?: seconds)?),? and"
            rf" (?:to )([0-9.]+)x? ({_RANGE}){END}",
            lambda found: f"{found[1]} and zoom in {found[2]}x {spanned(found[3])}",
        ),
        (
            rf"\A(?:add |play )?({STYLE})(?: music)?,? but only (?:in|for|during|over) (the (?:first"
            rf"|last) "
            rf"{SECONDS}){END}",
            r"add \1 in \2",
        ),
        (
            rf"\A(?:make|turn|paint|set) (?:all|everything|what)(?: that| which)?(?:'s| is)? (?:remains"
            rf"|left"
            rf"|stays|kept) ({LOOK}){END}",
            r"make everything \1",
        ),
        # --- fades
        (
            rf"\bfade in(?P<how>(?: from black)?)(?: at the (?:very )?(?:beginning"
            rf"|start))? over ({N})(?: ?(?:seconds?"
            rf"|secs?|s)\b)?,? and (?:fade )?out(?: to black)?(?: at the (?:very )?end)? over ({N})(?:"
            rf" ?(?:seconds?|secs?"
            rf"|s)\b)?(?=,|[ .!]*\Z)",
            r"fade in over \2 seconds and fade out over \3 seconds",
        ),
        (
            rf"\Afade (?:the )?(?:very )?end(?:ing)? out(?: to black)? over ({SECONDS}){END}",
            r"fade the video out over \1",
        ),
        (
            r"\A(?:lose|drop|remove|delete|take out) the fade[- ]?(in|out)[,;.] (?:but )?(?:keep"
            r"|leave) the "
            rf"fade[- ]?(?!\1)(?:in|out){END}",
            r"remove the fade \1",
        ),
        (
            r"\Ano (?:more )?fade(?:[- ](?:in|out))? at the (end|start|beginning) of the (picture|video"
            r"|clip"
            r"|music|song)(?: any ?more| any longer)?(?:[,;.] (?:but )?the (?:music|song|picture|video)'s"
            rf" fade (?:stays|remains|is fine))?{END}",
            lambda found: f"remove the fade {_way(found[1])} of the {found[2]}",
        ),
        (
            rf"\A(?:swap|exchange|switch) (?:the lengths of )?the (?:two )?fades?(?:' lengths)?[:,;.] ({N})"
            rf"(?: seconds?| s)? (?:at|for) the (?:start|beginning),? (?:and )?({N})(?: seconds?"
            rf"| s)? (?:at|for)"
            rf" the end{END}",
            r"change the fade in to \1 seconds and the fade out to \2 seconds",
        ),
        # --- a frame
        (
            rf"\A(?:freeze|hold) (?:the |it )?(?:frame|picture|image)? ?(?:at"
            rf"|on) (?:second )?({N})(?: seconds?"
            rf"| s)? for ({SECONDS})(?:,? (?:and )?then (?:go on|continue|carry on|resume))?{END}",
            r"freeze the frame at \1 seconds for \2",
        ),
        # --- where a clip goes
        (
            rf"\A(?:put|place|insert|add) (<:file>) (?:in front of|before|ahead of) {TALK},? (?:and "
            rf"|but )?"
            rf"(?:only|just)(?: use| take)? its first ({SECONDS}){END}",
            r"insert \1 for \2 at 0 s",
        ),
        (
            rf"\A(?:put|place|insert|add) (<:file>) (?:in front of|before|ahead of"
            rf"|in front,? before) {TALK}{END}",
            r"put \1 before the video",
        ),
        (
            rf"\A(?:i(?:'d)? (?:want|like)|let|have) (<:file>) (?:to )?(?:play|come|run|go"
            rf"|be) first,? (?:and )?"
            rf"(?:then|before|followed by) {TALK}{END}"
            rf"|\A(<:file>) (?:should|must|has to|is to) (?:play|come|run|go|be) first,? (?:and )?"
            rf"(?:then|before|followed by) {TALK}{END}",
            lambda found: f"put {found[1] or found[2]} before the video",
        ),
        (
            rf"\A(?:use|take|put) (?:just |only )?the first ({SECONDS}) of (<:file>) (?:as an? "
            rf"(?:opener|intro|opening)(?: in front)?|in front|at the (?:very )?(?:start|beginning))"
            rf"(?P<mute>,? and mute (?:those|them|that|it))?{END}",
            lambda found: (
                f"insert {found[2]} for {found[1]} at 0 s{' and mute it' if found['mute'] else ''}"
            ),
        ),
        # --- pictures on top
        (
            r"\A(?:show|put|place|lay|have) (<:file>) (?:in|at) the ((?:top|bottom)[- ](?:left"
            r"|right))(?: corner)?"
            rf" from the (?:very )?(?:start|beginning)(?: on)?{END}",
            r"show \1 as picture in picture in the \2 corner",
        ),
        (
            rf"\A(?:lay|put|place) (<:file>) over (?:it|the video|the clip),? (?:in the "
            rf"|at the )?((?:top|bottom)"
            rf"[- ](?:left|right))(?: corner)?,? (?:at )?([0-9]+ ?%)(?: size| big| of the size)?{END}",
            r"overlay \1 in the \2, scaled to \3",
        ),
        (
            rf"(?P<show>\A(?:show|lay|put|place) <:file>[^.;]*?),? (?P<much>{N}|[0-9]+)(?: ?%"
            rf"| percent) (?:big|large|wide)"
            r"(?=,)",
            r"\g<show>, scaled to \g<much>%",
        ),
        (
            rf"(?P<when>(?:from |between ){AT} (?:to|and) {AT})(?P<unit> seconds)?,? and (?P<do>mute"
            rf"|reverse|denoise|blur) "
            rf"(?:the )?(?:main |original )?(?:clip|video|talk|sound)? ?(?:in the meantime|meanwhile"
            rf"|at the same time"
            rf"|during that(?: time)?){END}",
            r"\g<when> seconds, and \g<do> the video \g<when> seconds",
        ),
    )
)


def _way(edge: str) -> str:
    return "out" if edge.lower() == "end" else "in"
