"""Turns of short everyday English orders, in the words that are read: "nothing but 0:07-0:25 should
survive", "lose the first and the last title", "half again as fast"."""

import re
from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    CORNER,
    JOIN,
    LEVEL,
    LOOK,
    PLEASE,
    RANGE,
    SECONDS,
    STOP,
    STYLE,
    N,
    Said,
    percent,
    spanned,
    timed,
)

_CUT = r"(?:cut|cut out|remove|delete|trim|trim off|drop|chop off|take off)"
_WHO = r"(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
_JOB = r"(?-i:[A-Z][\w'&-]+(?:(?: of| and| for)? [A-Z][\w'&-]+){0,4})"
_STRIP = r"(?:lower[- ]third|name tag|name strip)"
_LAYER = r"(?:title|caption|logo|music|song|lower third)"
_NTH = r"(?:first|second|third|fourth|last)"
_MUSIC = r"(?:the )?(?:music|song|track)"
_NEVER_MIND = r"(?:\.{2,3}|[,;.] ?)? ?(?:no,? |wait,? |oh,? |actually,? )*"
_QUICK = {"half again": "1.5x", "one and a half times": "1.5x", "twice": "2x", "three times": "3x"}


def _two_changed(found: Match[str]) -> str:
    """ "The first part black and white, the second one sepia"."""
    return f"make the {found[1]} clip {found[2]} and the {found[3]} clip {found[4]}"


def _named(found: Match[str]) -> str:
    """A name and what is below it, with the time in front, or behind."""
    told = found.groupdict()
    return f'lower third "{told["who"]}", "{told["job"]}" {spanned(told["when"])}'


def _first_or_last(edge: str) -> str:
    return "first" if edge.lower() in ("end", "back") else "last"


DAILY: Rules[Said] = Rules(
    (
        # --- a name with what is below it
        (
            rf"\A{PLEASE}(?:(?:add|show|put|give me) )?(?:an? |the )?{_STRIP}"
            rf" (?P<when>{RANGE}|for the first {SECONDS})(?:[:;,]| saying| with| for) ?(?P<who>{_WHO})"
            rf"(?:,| -|;)(?: the)? (?P<job>{_JOB}){STOP}",
            _named,
        ),
        (
            rf"\A{PLEASE}(?:(?:add|show|put|give me) )?(?:an? |the )?{_STRIP}(?:[:;,]| saying| with| for)"
            rf" ?(?P<who>{_WHO}),(?: the)? (?P<job>{_JOB}),? (?P<when>{RANGE}|for the first {SECONDS})"
            rf"{STOP}",
            _named,
        ),
        # --- what is kept
        (
            rf"\A{PLEASE}(?:nothing|no part) but ({RANGE}|the (?:first|last) {SECONDS}) (?:should|must|may"
            rf"|is to|shall) (?:survive|stay|remain|be (?:left|kept))(?: in)?{STOP}",
            r"keep only \1",
        ),
        (
            rf"\A(?:all|the only (?:thing|part|bit)) (?:that )?(?:i|we) (?:want|need)(?: to keep)? is "
            rf"(the (?:middle|first|last) {SECONDS}|{RANGE}){STOP}",
            r"keep only \1",
        ),
        (
            rf"\A(?:i|we) (?:only|just) (?:need|want) (?:two|these two|the following two) (?:bits|parts"
            rf"|pieces|sections): ?({RANGE}),? and ({RANGE}){STOP}",
            r"keep only \1 and \2",
        ),
        (
            rf"\A{PLEASE}{_CUT} the (end|back|start|beginning|front) so (?:that )?(?:i|we) (?:have"
            rf"|get|end up with) ({SECONDS})(?: in total| in all| altogether| left)?{STOP}",
            lambda found: f"keep only the {_first_or_last(found[1])} {found[2]}",
        ),
        # --- what goes
        (
            rf"\A{PLEASE}{_CUT} ({AT}) (?:to|-|until|through) ({N})(?: seconds)? (?:from|of|in|out of)"
            rf" the (?:video|clip|talk){STOP}",
            lambda found: f"cut {timed(found[1])} to {timed(found[2])}",
        ),
        (
            rf"\A{PLEASE}({_CUT} the )(?:first|last) {SECONDS}{_NEVER_MIND}(?:never ?mind|scratch that"
            rf"|forget (?:that|it)),? (?:leave|keep) (?:them|those|it)(?: in)?[.;,]"
            rf" (?:and )?{_CUT} the (first|last) ({N})(?: seconds| s)?{STOP}",
            r"\1\2 \3 seconds",
        ),
        (
            rf"\A{PLEASE}(?:lose|remove|delete|drop|take out|get rid of) the ({_NTH}) and(?: the)? ({_NTH})"
            rf" (title|caption|clip)s?{STOP}",
            r"remove the \1 \3 and the \2 \3",
        ),
        (
            rf"\A(?:just|only) the ({_NTH}) (title|caption|clip) (?:should|must|has to|can|may|needs to)"
            rf" (?:go|be (?:removed|deleted|gone)|disappear){STOP}",
            r"remove the \1 \2",
        ),
        (
            rf"\A(?:everything|all|anything) (?:that is |that's )?(?:on top of|over|above) the (?:picture"
            rf"|video) (?:can|may|should|must|has to) go,? (?:except|but|apart from)(?: for)?"
            rf" (the (?:logo|title|caption|music)){STOP}",
            r"remove everything except \1",
        ),
        (
            rf"\A(?:the )?fade at the (end|start|beginning) (?:may|can|should) (?:stay|remain),?"
            rf" (?:but )?the one at the (?:end|start|beginning) (?:not|may not|should not"
            rf"|shouldn't|should go|can go|must go){STOP}",
            lambda found: f"remove the fade {'in' if found[1].lower() == 'end' else 'out'}",
        ),
        (
            rf"\A(?:no|not an?) (?:{JOIN}|transition)(?: there| here)?,? (?:please,? )?(?:but )?(?:just )?"
            rf"an? (?:hard|straight|plain|simple) cut{STOP}",
            "remove the transition",
        ),
        (
            rf"\A(?:take|get) the (?:speed-?up|slow[- ]?motion|slow-?down|speed change) (?:off|away from)"
            rf" (?:the (?:clip|video|talk)|it){STOP}",
            "set the speed back to normal",
        ),
        # --- how fast, how loud
        (
            rf"\A{PLEASE}(?:play it |make it |run it )?(half again|one and a half times|twice"
            rf"|three times) as fast{STOP}",
            lambda found: f"play it at {_QUICK[found[1].lower()]}",
        ),
        (
            rf"\A{PLEASE}make (?:it|the video) (?:slower|faster),? ((?:half|double|triple)"
            rf" speed|[0-9.]+x),? but (?:only|just) (?:for |in )?(the (?:first|last) {SECONDS}){STOP}",
            r"play \2 at \1",
        ),
        (
            rf"\A{PLEASE}((?:set|put|turn|bring) the (?:volume|level) of {_MUSIC} to {LEVEL}|(?:set|put"
            rf"|turn) {_MUSIC} (?:to|down to|up to) {LEVEL}),? (?:and )?not (?:up |down )?by"
            rf" {LEVEL}{STOP}",
            r"\1",
        ),
        (
            rf"\A{PLEASE}a (?:little|bit|touch) (more|less) (?:music volume|volume (?:on|for) {_MUSIC}"
            rf"|music){STOP}",
            lambda found: (
                f"make the music a little {'louder' if found[1].lower() == 'more' else 'quieter'}"
            ),
        ),
        (
            rf"\A{PLEASE}(?:set|put|turn) the (?:sound|audio|volume) of the (clip|video|talk)"
            rf" (?:at|to) ({LEVEL}){STOP}",
            lambda found: f"set the volume of the {found[1]} to {percent(found[2])}",
        ),
        # --- music
        (
            rf"\A{PLEASE}(?:add |use |put |play )?(<:file>|{STYLE}) as (?:the )?background music,?"
            rf" (?:at )({LEVEL}),? (?:but |and )?(?:only |just )?(?:for |in |from )?({RANGE}"
            rf"|the (?:first|last) {SECONDS}){STOP}",
            lambda found: f"add {found[1]} {_when(found[3])} at {percent(found[2])}",
        ),
        (
            rf"\A{PLEASE}add (?:some )?({STYLE})(?: music)? for the whole video at ({LEVEL}){STOP}",
            lambda found: f"add {found[1]} for the whole video at {percent(found[2])}",
        ),
        (
            rf"\A{PLEASE}(?:have|let) (?:the )?(music|song|title|caption|logo) come in with an? ({SECONDS})"
            rf"(?: long)? fade(?:[- ]?in)? and go (?:out|away) with an? ({SECONDS})(?: long)?"
            rf" fade(?:[- ]?out)?{STOP}",
            r"fade the \1 in over \2 and out over \3",
        ),
        (
            rf"\A{PLEASE}({STYLE}) (?:for|in|during) the first half,? (?:and |then )?({STYLE}) (?:for|in"
            rf"|during) the (?:second|other)(?: half| one)?{STOP}",
            r"add \1 for the first half and add \2 for the second half",
        ),
        (
            rf"\A{PLEASE}fade (?:both|them both|both of them) (out|in)[,:;] the (title|caption|logo|music"
            rf"|song|picture|video) (?:over|for) ({N})(?: seconds?)?,? (?:and )?the (title|caption|logo"
            rf"|music|song|picture|video) (?:over|for) ({N})(?: seconds?)?{STOP}",
            r"fade the \2 \1 over \3 seconds and fade the \4 \1 over \5 seconds",
        ),
        # --- texts
        (
            rf"\A{PLEASE}(?:(?:add|show|put) )?(?:the )?(?:two )?(title|caption)s:? (<:text>) ?and"
            rf" (<:text>) ?,? ?the first(?: one)? (?:at |from )?({RANGE}),? (?:and )?the (?:second"
            rf"|other)(?: one)? (?:at |from )?({RANGE}){STOP}",
            lambda found: (
                f"{found[1]} {found[2]} {spanned(found[4])} and {found[1]} {found[3]} {spanned(found[5])}"
            ),
        ),
        (
            rf"\A(<:text>) ?should (?:come up|appear|start|show up|be shown|come) ({SECONDS})"
            rf" (later|earlier)(?:,? (?:for|and (?:stay|last)(?: for)?|but (?:stay"
            rf"|last)(?: for)?) (?:the same (?:length"
            rf"|time|duration)|(?:just )?as long))?{STOP}",
            r"move \1 \2 \3",
        ),
        (
            rf"\A{PLEASE}(?:put|move) the (title|caption|logo)(?: back)? to {RANGE},? (?:wait|no|sorry"
            rf"|i mean|rather)[, ]+(?:no,? )?({RANGE}){STOP}",
            lambda found: f"move the {found[1]} to {spanned(found[2])}",
        ),
        (
            rf"\Ait(?:'s| is) (?:spelled|spelt|written) (<:text>) ?(?:,? with [^.;]{{1,24}}?)?[.;,]"
            rf" (?:so )?(?:please )?(?:fix|correct|change) the (title|caption)(?: for me)?{STOP}",
            r"change the \2 to \1",
        ),
        (
            rf"\A{PLEASE}(?:move|shift|put) it so (?:that )?it (?:starts|begins|appears) at ({AT})"
            rf"(?: instead)?{STOP}",
            lambda found: f"move it to {timed(found[1])}",
        ),
        (
            rf"\A({COLOR}) (?:instead of|rather than|not) {COLOR} for the (title"
            rf"|caption)[.;,] (?:(?:actually"
            rf"|no|wait|sorry|hm+|oh)[, ]+)+({COLOR}){STOP}",
            r"make the \2 \3",
        ),
        (
            rf"\A({COLOR}) (?:instead of|rather than|not) {COLOR} for the (title|caption){STOP}",
            r"make the \2 \1",
        ),
        (
            rf"\A(?:the {_LAYER} (?:is|looks|sounds) (?:fine|ok|okay|good),? (?:but )?)the ({_LAYER})"
            rf" (?:isn't|is not|doesn't)[:;,.] (?:so )?(?:please )?(?:remove|delete|drop|lose) it{STOP}",
            r"remove the \1",
        ),
        (
            rf"\A(?:sorry,? |oops,? |no,? )*undo (?:only|just) (?:that|the) (?:last|latest) (?:change|edit"
            rf"|step){STOP}",
            "undo that",
        ),
        # --- clips and looks
        (
            rf"\A(?:please )?(?:don't|do not) make it {LOOK},? (?:but"
            rf" )?make it ({LOOK})(?: instead)?{STOP}",
            r"make it \1",
        ),
        (
            r"(\A[^;]*\b(?:the two|both) clips\b[^;]*?,? (?:and )?(?:mute|reverse|denoise"
            r"|stabili[sz]e) the (?:first|second)) one(?=,|[ .!]*\Z)",
            r"\1 clip",
        ),
        (
            rf"\A(?:(?:can|could|would) you )?(?:start|begin) the video at ({AT}),? (?:and )?end it at"
            rf" ({AT}),? and (?:run|play) (?:what is left|what's left|what remains|the rest|it) at"
            rf" ((?:twice the|double|half|triple) speed|[0-9.]+x)(?: speed)?[ .?]*\Z",
            lambda found: (
                f"keep only {_moment(found[1])} to {_moment(found[2])}. Play it at {found[3]}"
            ),
        ),
        (
            rf"\A{PLEASE}(?:put|add|use|place) an? ({N})[- ]second ({JOIN}) (?:on|at|over|across) the"
            rf" (?:cut|join|edit)(?: point)? at ({AT}){STOP}",
            lambda found: (
                f"add a {float(number(found[1])):g} second {found[2]} at {timed(found[3])}"
            ),
        ),
        (
            rf"\A{PLEASE}make the ({_NTH}) (?:part|clip|piece|one) ({LOOK}),? (?:and )?the ({_NTH})"
            rf" (?:(?:part|clip|piece|one) )?({LOOK})(?:,? (?:and|but) (?:leave|don't touch|keep|don't do"
            rf" anything to|do nothing to) the (?:third|rest|last|others?)(?: one| part| clip)?(?: alone"
            rf"| as it is| as they are)?)?{STOP}",
            _two_changed,
        ),
        (
            rf"\A{PLEASE}(?:make|turn) it ({LOOK}|quieter|louder|faster|slower),? (?:the )?(<:file>)"
            rf" that is{STOP}",
            r"make \2 \1",
        ),
        (
            rf"\A{PLEASE}((?:make|turn) <:file> {LOOK}),? (?:and|but) (?:leave|keep) the (?:talk|rest"
            rf"|other (?:one|clip)) in colou?r{STOP}",
            r"\1",
        ),
        (
            rf"\A{PLEASE}drop (<:file>) in at ({AT})(?: as (?:a clip of its own|its own clip)){STOP}",
            lambda found: f"insert {found[1]} at {timed(found[2])}",
        ),
        (
            rf"\A{PLEASE}((?:append|attach|add|put) <:file>(?: (?:at|to) the (?:very )?end)?),?"
            rf" (?:and|then) (?:warm up the colou?rs of|make) the first clip( {LOOK})?{STOP}",
            lambda found: f"{found[1]}. Make the first clip{found[2] or ' warm'}",
        ),
        (
            rf"\A({PLEASE}make it (?:vertical|square|horizontal)[^.;]*?blurred (?:bars|sides|background)) "
            rf"(?:rather than|instead of|not) black(?: ones| bars)?{STOP}",
            r"\1",
        ),
        (
            rf"\A{PLEASE}(?:blur|mute) (?:only|just) (the (?:first|last) {SECONDS}) (?:instead of|rather"
            rf" than|not) (?:all of it|the whole (?:thing|video)|everything){STOP}",
            lambda found: f"{found[0].split()[0]} only {found[1]}",
        ),
        (
            rf"\A(?:i|we)(?:'ve| have)? uploaded (?:a|the|my|our) logo,? but it(?:'s| is)(?:n't| not) (?:in"
            rf"|on) the (?:video|timeline) yet[.;,] (?:so )?(?:please )?(?:put|place|show|add) it"
            rf" (?:in|at) the ({CORNER}){STOP}",
            r"put the logo in the \1",
        ),
        (
            rf"(\A{PLEASE}(?:{_CUT})\b[^;]*?[0-9]),? and (mute|reverse|denoise|stabili[sz]e) what(?:'s left"
            rf"| is left| remains){STOP}",
            r"\1. \2 the video",
        ),
    )
)


def _moment(told: str) -> str:
    """A time of which the number may be a word: "fifty-two"."""
    bare = re.fullmatch(rf"({N})(?: ?(?:seconds?|secs?|s))?", told, re.IGNORECASE)
    return f"{float(number(bare[1])):g} seconds" if bare else told


def _when(told: str) -> str:
    return f"for {told}" if told.lower().startswith("the") else spanned(told)
