"""Turns of English orders for clips, splits and several things at once, in the words that are read."""

from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LOOK, SECONDS, N, Said, timed

_MAIN = (
    r"(?:the (?:main |original |first )?(?:talk|clip|video|interview|footage)|my (?:clip|video)"
    r"|everything(?: else)?)"
)
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|–|and|until) ?{AT}(?: ?(?:seconds|secs|s))?"
_FADE = r"(?:cross[- ]?fade|dissolve|fade transition|fade)"
_LENGTH = rf"({SECONDS}|half[- ]a?[- ]?second)"
_TWO = r"(?:<:file> and <:file>|the two (?:clips|parts|halves)|both clips|the clips)"
_WIPE = r"(?:(?:wipe|slide) to the (?:left|right)|dip to (?:black|white)|cross[- ]?fade|dissolve)"
_GONE = r"(?:drop|delete|cut|remove|lose|throw away|discard|get rid of)"
_SOUND = r"(?:\bding|\bwhoosh|\bpop|\bbeep|\bclick|<:text>)"

_DEEDS = {"removed": "remove", "muted": "mute", "reversed": "reverse"}


def _long(told: str) -> str:
    return "0.5 seconds" if told.lower().startswith("half") else told


def _from_on(found: Match[str]) -> str:
    """So many seconds from a time on: "the ten seconds that start at 0:20"."""
    long, start = number(found[1]), _seconds(found[2])
    return f"cut {start:g} to {float(start + float(long)):g} seconds"


def _seconds(told: str) -> float:
    if ":" in told:
        minutes, seconds = told.split(":")
        return int(minutes) * 60 + int(seconds)
    return float(number(told.rstrip("s ").removesuffix(" second").removesuffix(" sec")))


CLIPS: Rules[Said] = Rules(
    (
        # --- another clip in front, or behind
        (
            rf"\A(?:put|insert|place|use|play|add) (?:the clip )?(<:file>)(?:"
            rf" first,)?(?: at the (?:very )?(?:beginning|start),)?"
            rf" (?:in front of|before|ahead of) (?:<:file>|{_MAIN})(?: on the timeline)?(?:,? as (?:an "
            rf"|the |our )?(?:intro"
            rf"|opener|opening)(?: clip)?|,? so that the video (?:begins|starts|opens) with it)?{END}",
            r"put \1 before the video",
        ),
        (
            rf"\A(?:use|take) (<:file>) as the (?:intro|opener|opening)(?: clip)?, (?:in front of"
            rf"|before|ahead of) "
            rf"(?:<:file>|{_MAIN}){END}",
            r"put \1 before the video",
        ),
        (
            rf"\A(?:add|append|attach|put) (<:file>) (?:after|behind) {_MAIN},? (?:joined by"
            rf"|and join (?:them|the two|both)"
            rf" (?:with|by)|with) an? {_LENGTH} {_FADE}(?: between them)?{END}",
            lambda found: f"append {found[1]} with a {_long(found[2])} crossfade",
        ),
        (
            rf"\A(?:just|only) the first ({SECONDS}) of (<:file>) at the (?:very )?end{END}",
            r"put the first \1 of \2 at the end",
        ),
        (
            rf"\A(<:file>) goes first,? (?:and )?(?:the )?(?:talk|video|clip|interview) (?:goes "
            rf"|comes )?after(?: it)?{END}",
            r"put \1 before the video",
        ),
        (
            rf"\Ashow (<:file>) as an? (?:full|own)?(?:[- ]screen)? ?(?:clip|picture"
            rf"|still) for ({SECONDS}) before {_MAIN}{END}",
            r"show \1 for \2 before the video",
        ),
        (
            rf"\A(<:file>) ({_RANGE}),? but (?:skip|without|leave out) the first ({N}) ?(?:sec|secs"
            rf"|seconds|s) of (?:the song|it){END}",
            r"\1 \2, starting at \3 s of the song",
        ),
        (
            rf"\A(?:take out|cut|cut out|remove|delete) seconds ({N}) to ({N})(?:, (?:she|he|i|we"
            rf"|they) [a-z ]{{3,24}})?{END}",
            lambda found: f"cut {float(number(found[1])):g} to {float(number(found[2])):g} seconds",
        ),
        (rf"\A(?:two|three) cuts: ({_RANGE}) and ({_RANGE})(?: out)?{END}", r"cut \1 and \2"),
        (rf"\A(<:text>) sound at ({AT}){END}", r"add the sound effect \1 at \2"),
        # --- splits
        (
            rf"\A(?:split|cut) (?:{_MAIN}|it) at ({AT}) and (?:again )?at ({AT}){END}"
            rf"|\A(?:place|make|put|set) cuts at ({AT}) and ({AT})(?:,? without removing anything"
            rf"|,? but remove nothing)?{END}",
            lambda found: (
                f"split at {timed(found[1] or found[3])} and {timed(found[2] or found[4])}"
            ),
        ),
        (
            rf"\A(?:make a cut|split(?: {_MAIN}| it)?|cut the video in two) at ({AT}),? and (?:put|add"
            rf"|use|place) an? "
            rf"{_LENGTH} {_FADE}(?: (?:there|on it|in between|at that point)){END}",
            lambda found: (
                f"split at {timed(found[1])}. Add a {_long(found[2])} crossfade at {timed(found[1])}"
            ),
        ),
        (
            rf"\A(?:cut|remove|delete) ({AT}) ?(?:to|-|–) ?({AT})(?: seconds)? and (?:smooth|soften"
            rf"|cover) the (?:join|cut|jump)"
            rf" with an? {_LENGTH} {_FADE}{END}",
            lambda found: (
                f"cut {found[1]} to {timed(found[2])}. Add a {_long(found[3])} crossfade"
                f" at {timed(found[1])}"
            ),
        ),
        # --- between two
        (
            rf"\A(?:insert|add|put|use) an? ({_WIPE}) (?:lasting {_LENGTH} )?(?:between {_TWO}"
            rf"|as the transition between {_TWO})"
            rf"(?:,? lasting {_LENGTH})?{END}",
            lambda found: _between(found[1], found[2] or found[3]),
        ),
        (
            rf"\Abetween {_TWO},? i(?:'d| would) like an? ({_WIPE}) that lasts {_LENGTH}{END}",
            lambda found: _between(found[1], found[2]),
        ),
        (
            r"\A(?:i|we) (?:don't|do not) like the transition[,;.] (?:a )?hard cut,? please(?=[ .!]*\Z)",
            "remove the transition",
        ),
        (
            rf"\A(?:an? )?({_WIPE}) between the two (?:pieces|parts|clips|halves),? {_LENGTH}{END}",
            lambda found: _between(found[1], found[2]),
        ),
        # --- what is kept, and what goes
        (
            rf"\Akeep the [a-z' ]{{3,24}}, (?:that's|that is|which is) ({_RANGE}),? and"
            rf" then ({_RANGE})\. {_GONE} (?:everything else"
            rf"|the rest){END}",
            r"keep only \1 and \2",
        ),
        (
            rf"\A(?:i'd like|i want|we want) two parts (?:taken out|removed"
            rf"|gone): ({_RANGE}) and ({_RANGE}){END}",
            r"cut \1 and \2",
        ),
        (rf"\A(?:take|cut) out the ({N}) seconds (?:that start|starting) at ({AT}){END}", _from_on),
        (
            r"\A(?:can|could) we have (the (?:first|second|last) (?:half|third"
            r"|quarter)(?: of the video)?) (removed|muted"
            r"|reversed)[ .!?]*\Z",
            lambda found: f"{_DEEDS[found[2].lower()]} {found[1]}",
        ),
        (
            rf"\Akeep (the (?:first|second|last) (?:half|third)) of the video and play"
            rf" it at ([0-9.]+x)(?: speed)?{END}",
            r"keep only \1. Play it at \2 speed",
        ),
        (
            rf"\A(?:shorten|trim) (<:file>) to its first ({SECONDS})(?:[;,.] (?:the other(?: clip"
            rf"| one)?) (?:stays|remains)"
            rf" as it is)?{END}",
            r"shorten \1 to \2",
        ),
        (
            rf"\A(?:only|just) (the (?:first|last|middle) (?:half|third|quarter)) (?:should|must"
            rf"|may) (?:survive|stay|remain){END}",
            r"keep only \1",
        ),
        (
            rf"\A(?:get|bring|cut) (?:the whole thing|it|the video) down to ({SECONDS}),?"
            rf" (?:and )?(?:trim(?:ming)? it at|by losing"
            rf"|losing|trimming|cutting|cut) the (end|start|beginning){END}",
            lambda found: (
                f"keep only the {'first' if found[2].lower() == 'end' else 'last'} {found[1]}"
            ),
        ),
        (
            rf"\A({AT}) is where the video should (start|begin|end|stop){END}",
            lambda found: f"the video should {found[2]} at {timed(found[1])}",
        ),
        (
            rf"\Athe video should (start|begin) at ({AT}) of the (?:recording|original|clip){END}",
            lambda found: f"the video should start at {timed(found[2])}",
        ),
        (
            rf"\A(?:take out|cut|remove) ({N}) to ({N})(?: seconds)? and crossfade the (?:join"
            rf"|cut),? (?:for |over )?{_LENGTH}{END}",
            lambda found: (
                f"cut {float(number(found[1])):g} to {float(number(found[2])):g}"
                f" seconds. Add a {_long(found[3])} crossfade"
                f" at {float(number(found[1])):g} seconds"
            ),
        ),
        (
            rf"\Abetween {_TWO} goes an? {_LENGTH} ({_WIPE}){END}",
            lambda found: _between(found[2], found[1]),
        ),
        (
            rf"\Adrop the first ({SECONDS}) of (<:file>) in at ({AT}){END}",
            lambda found: f"insert the first {found[1]} of {found[2]} at {timed(found[3])}",
        ),
        (
            rf"\Anot the (?:first|last) {SECONDS}, the (first|last) ({N})(?: seconds)?: (cut|mute"
            rf"|remove) (?:those|them){END}",
            r"\3 the \1 \2 seconds",
        ),
        (
            rf"\A(cut|mute|remove) the (?:first|last) {SECONDS},? ?(?:-|–|—)? ?(?:no|sorry|wait"
            rf"|oops)[, ]+(?:(?:no|sorry|wait)[, ]+)*the"
            rf" (first|last) ({N})(?: seconds)?{END}",
            r"\1 the \2 \3 seconds",
        ),
        (
            rf"((?:cut|cut out|remove) {_RANGE},? and {_RANGE}),? going by the times as they are now{END}",
            r"\1",
        ),
        (
            rf"\A(<:file>) goes (before|after) {_MAIN},? not (?:after|before) it{END}",
            lambda found: (
                f"put {found[1]} before the video"
                if found[2].lower() == "before"
                else f"append {found[1]}"
            ),
        ),
        (
            rf"\A(?:the )?last ({N}) ?(?:sec|secs|seconds|s) (?:away|gone|off|out){END}",
            r"cut the last \1 seconds",
        ),
        (
            rf"\A(?:trim|cut|shorten) the (end|start|beginning) so (?:that )?(?:it|the video)(?:'s"
            rf"| is) ({SECONDS})(?: long)?(?: in total)?{END}",
            lambda found: (
                f"keep only the {'first' if found[1].lower() == 'end' else 'last'} {found[2]}"
            ),
        ),
        # --- looks
        (
            rf"\A(?:convert|turn|make) (the (?:first|last) (?:{SECONDS}|half|third)) (?:to "
            rf"|into )?({LOOK}) and (?:leave|keep)"
            rf" the rest (?:in colou?r|as it is){END}",
            r"make \1 \2",
        ),
        (
            rf"(\A(?:[0-9][.)] )?(?:trim|cut|drop|remove|delete) the (?:first"
            rf"|last) {SECONDS}[,.] )(?:and |[0-9][.)] )?"
            rf"(?:convert|turn|make) (?:the rest|the result|it|what's left) (?:to "
            rf"|into )?({LOOK})(?=[,.]|{END})",
            r"\1make the video \2",
        ),
        (
            rf"\Aconvert to ({LOOK}|9:16|1:1|4:5)(?=,|{END})|(?<=[,:] )convert to ({LOOK}|9:16|1:1"
            rf"|4:5)(?=,|{END})",
            lambda found: f"make it {found[1] or found[2]}",
        ),
        (r"\A(?:please )?do the following: ", ""),
        (
            rf"\Athe ({LOOK}) (?:filter|look) looks [a-z]+,? (?:so )?take it off(?: again)?{END}",
            r"remove the \1 filter",
        ),
        # --- shape
        (
            r"\A(?:this one is|it's|this is) for [^,.;]{4,24}, so can (?:we|you) have it in (1:1|4:5"
            r"|9:16)[ .!?]*\Z",
            r"make it \1",
        ),
        # --- which part, said in brackets or in front
        (
            rf"\A(?:the )?[a-z' ]{{3,28}} \(({_RANGE})\) is (?:boring|slow|dull|too slow"
            rf"|too long),? (?:so )?(?:run|play) (?:that bit"
            rf"|that part|it) at ([0-9.]+x){END}",
            r"play \1 at \2",
        ),
        (
            rf"\Aslow motion at half speed for the [a-z' ]{{3,24}}, ({_RANGE}){END}",
            r"play \1 at half speed",
        ),
        (
            rf"\A(?:wind )?(?:noise|traffic|coughing|a cough) ({_RANGE}),? (?:so"
            rf" )?(?:please )?(?:silence|mute) (?:that part|that bit|it"
            rf"|that){END}",
            r"mute \1",
        ),
        (
            rf"\Azoom in on the [a-z' ]{{3,20}} ({_RANGE}), ([0-9]{{3}})"
            rf" ?%(?:,? (?:in the )?(?:cent(?:er|re)|middle))?{END}",
            lambda found: f"zoom in to {found[2]}% between {found[1].removeprefix('between ')}",
        ),
        (r"\A(set the speed to [0-9.]+x) instead(?=[ .!]*\Z)", r"\1"),
        (rf"\A(hold the last frame for {SECONDS}) at the end{END}", r"\1"),
        (
            rf"\Aspeed it all up by ([0-9.]+x),? (?:the )?[a-z' ]{{4,40}}(?<!not)(?<!only){END}",
            r"speed it up by \1",
        ),
        # --- several layers at once
        (
            rf"\Ashow both the (title <:text>) ?and (the logo|<:file>) ({_RANGE}){END}",
            r"\1 \3 and \2 \3",
        ),
        (
            rf"\A({_RANGE}),? show the (title <:text>) ?and play ([a-z-]{{3,10}}){END}",
            r"add the \2 \1 and \3 \1",
        ),
        (
            rf"\A(?:music and picture|picture and music) should both fade out over the last"
            rf" ({SECONDS}){END}",
            r"fade the music out over \1 and fade the video out over \1",
        ),
        (
            rf"\A(?:put|add|play) the sound effect ({_SOUND}) ?at ({AT}) and (?:again )?at ({AT}){END}",
            r"add the sound effect \1 at \2 and the sound effect \1 at \3",
        ),
        (
            rf"\A(?:drop|add|put|play)? ?an? (?:little |short |loud )?({_SOUND}) ?(?:sound(?:"
            rf" effect)?)? ?(?:when|where|as|the moment)"
            rf" [^,.;0-9]{{4,30}} (?:at|hits|reaches) ({AT}){END}",
            r"add the sound effect \1 at \2",
        ),
        (rf"\Adrop an? (<:text>) sound effect at ({AT}){END}", r"add the sound effect \1 at \2"),
        (
            rf"\Aan? caption (?:reading|saying|that says) (<:text>) ?should (?:appear|be shown"
            rf"|be there) ({_RANGE}){END}",
            r"add the caption \1 \2",
        ),
        (
            rf"\Akeep the (title <:text>) ?(in the [a-z-]+ corner) for"
            rf" the whole video((?:, in [a-z]+)?){END}",
            r"add the \1 \2 for the whole video\3",
        ),
    )
)


def _between(kind: str, length: str | None) -> str:
    return f"add a {kind}" + (f" of {_long(length)}" if length else "") + " between the two clips"
