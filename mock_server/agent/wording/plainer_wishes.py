"""Wishes, polite questions and statements in English that are orders, as these."""

from re import Match

from mock_server.agent.values.numbers import number
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LOOK, SECONDS, N, Said, timed

_DO = (
    r"(?:mute|cut|remove|delete|trim|lose|drop|add|put|show|play|fade|lower|raise|turn|make|reverse"
    r"|rotate|speed|slow"
    r"|crop|keep|move|change|split|denoise|stabili[sz]e|normali[sz]e|freeze|hold|zoom|blur|duck)"
)
_CLAUSE = r"[^.;!?]{4,80}?"
_PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom)(?: corner)?"
_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|–|and|until) ?{AT}"
_PART = r"(?:bit|part|section|stretch|piece|portion|segment)"
_GONE = (
    r"(?:drop|delete|cut|remove|ditch|scrap|discard|forget|lose|bin|throw (?:away|out)|get rid of)"
)
_WHO = r"(?:(?:the|my|our) )?(?:client|customer|boss|team|director|producer)|she|he|they|we|i"
_MUSIC = r"(?:the (?:background )?(?:music|song))"
_THAT_IS = (
    r"(?:which (?:is|are|runs?|goes|lasts)"
    r"|(?:that's|that is|it's|it is|i mean|i\.e\.|it runs|they run))"
)

_DEEDS = {"muted": "mute", "reversed": "reverse", "cut": "cut", "removed": "remove"}

WISHES: Rules[Said] = Rules(
    (
        # --- asked
        (
            rf"\A(?:is|would) it (?:be )?possible (?:for you )?to ({_DO} {_CLAUSE})\? ?(?:if (?:so|yes"
            rf"|it is|you can)"
            rf",? ?(?:please )?(?:do it|do so|do that|go ahead|do)){END}",
            r"\1",
        ),
        (
            rf"\Ais (?:it possible to have )?(the title <:text> ?{_CLAUSE}"
            rf"|{LOOK})(?: possible)?\? ?(?:if (?:so|yes|it is)"
            rf",? ?(?:please )?(?:do it|do so|do that|go ahead)){END}",
            lambda found: _wished(found[1]),
        ),
        (rf"\Ayou couldn't ({_DO} {_CLAUSE}), could you[ .!?]*\Z", r"\1"),
        (rf"\A(?:please )?(?:don't|do not) forget to ({_DO} {_CLAUSE}){END}", r"\1"),
        (
            rf"\A(?:i'd be (?:very )?(?:grateful|happy|glad)|it would be (?:great|nice|lovely|good)"
            rf"|i would be grateful)"
            rf" if (the (?:first|last) {SECONDS}|the video|it|{AT} to {AT}) (?:was|were|could be) (muted"
            rf"|reversed"
            rf"|cut|removed){END}",
            lambda found: f"{_DEEDS[found[2].lower()]} {found[1]}",
        ),
        (
            rf"\A(?:i guess|i suppose|i think) we (?:could|can|should) ({_DO} {_CLAUSE}),"
            rf" yes,? (?:please )?do (?:that|it){END}",
            r"\1",
        ),
        (
            rf"\A(?:how about|what about|can we have|could we have) (a title <:text> ?(?:from "
            rf"|at )?{_RANGE})[ .!?]*\Z",
            r"add \1",
        ),
        # --- what somebody wants
        (
            rf"\A(?:{_WHO}) (?:can't|cannot|can not) (?:stand|bear) ({_MUSIC}|the (?:title"
            rf"|logo))(?: any ?more)?,? (?:so|and)"
            rf" (?:please )?({_GONE}) it{END}",
            r"remove \1",
        ),
        (
            rf"\A(?:{_WHO}) (?:found|finds|thinks?|says?) {_MUSIC} (?:is )?(?:a bit |far |way "
            rf"|much )?too loud[,;.] (?:so )?"
            rf"(?:please )?(?:take|turn|bring) it down(?: a (?:bit|little|notch))?{END}",
            "make the music quieter",
        ),
        # --- what is kept
        (
            rf"\A(?:only|just) the {_PART} ({_RANGE}) (?:should|must|may|is to|gets to) (?:survive|stay"
            rf"|remain|be kept"
            rf"|be left){END}",
            r"keep only \1",
        ),
        (
            rf"\A(?:keep|leave)(?: only| just)? what happens (?:from |between )(?:second )?({AT})"
            rf" (?:and|to) (?:second )?({AT})"
            rf"(?:[;,.] ?(?:and )?(?:the rest|everything else) (?:can|may|must) go)?{END}",
            lambda found: f"keep only {_range(found)}",
        ),
        (
            rf"\A(?:keep|leave)(?: only| just) the [a-z' ]{{3,24}}, {_THAT_IS} (?:from )?({_RANGE}){END}"
            rf"|\Ai (?:only |just )?need the [a-z' ]{{3,24}} only, {_THAT_IS} (?:from )?({_RANGE}){END}",
            lambda found: f"keep only {found[1] or found[2]}",
        ),
        (
            rf"\Ai only (?:need|want) the (?:stuff|material) ({_RANGE})(?:[,;]"
            rf" ?(?:and )?{_GONE} the rest)?{END}",
            r"keep only \1",
        ),
        # --- a part that is described, and where it is
        (
            rf"\A(?:slow|play) the [a-z' ]{{3,24}} (?:down to|at|in) half speed, {_THAT_IS}"
            rf" ({_RANGE}){END}",
            r"play \1 at half speed",
        ),
        (
            rf"\Aspeed up the [a-z' ]{{3,24}}, {_THAT_IS} ({_RANGE}),? by (?:a factor of )?([0-9.]+|two"
            rf"|three|four)(?:x)?{END}",
            r"speed up \1 by \2x",
        ),
        (
            rf"\A(?:slow motion|slo-?mo)(?: (?:for|on) the [a-z' ]{{3,24}})?(?:"
            rf" please)?,? (?:{_THAT_IS} |at )?({_RANGE})"
            rf"(?: please)?, half (?:the (?:normal )?)?speed{END}",
            r"play \1 at half speed",
        ),
        (
            rf"\Athe [a-z' ]{{3,24}} ({_RANGE}) should (?:run|play|go) (two|three|four"
            rf"|[0-9.]+) times as fast{END}",
            r"play \1 at \2 times the speed",
        ),
        # --- one thing and not the other
        (
            rf"\Anot the (?:first|last) {SECONDS}, (cut|mute|reverse) the (first|last) ([0-9]+"
            rf"|[a-z]+)(?: (?:seconds|secs|s))?{END}",
            r"\1 the \2 \3 seconds",
        ),
        (
            rf"\A([0-9.]+x)(?: speed)? but (?:leave|not) (the (?:first|last) {SECONDS})(?: alone"
            rf"| as (?:it is|they are))?{END}",
            r"play it at \1 except for \2",
        ),
        (
            rf"\A((?:raise|lower) the (?:volume|music) by [0-9]+ ?%) of what it is(?: now)?{END}",
            r"\1",
        ),
        (
            rf"\A(?:{_WHO}) wants? (?:exactly |about )?({SECONDS})(?: total| in total)?, (?:so "
            rf"|just )*(?:trim|cut|chop)(?: off)? the (end|start|beginning){END}",
            lambda found: (
                f"keep only the {'first' if found[2].lower() == 'end' else 'last'} {found[1]}"
            ),
        ),
        (
            rf"\A(?:make )?both fades (?:should (?:be|last) )?({SECONDS})(?: long)?{END}",
            r"change the fade in to \1 and the fade out to \1",
        ),
        (
            r"\Aget rid of everything you(?:'ve)? added except (the [a-z]+)(?=[ .!]*\Z)",
            r"remove everything except \1",
        ),
        (
            rf"\A(?:don't|do not) (cut|trim|remove) the (?:beginning|start|intro|opening|ending|end"
            rf"|outro)[,;.] (?:but )?"
            rf"(?:cut|trim|remove) the (?:beginning|start|intro|opening|ending|end|outro)(?:,|:"
            rf"| -) ?(?:i\.e\. |that is,? )?"
            rf"(the (?:first|last|final) {SECONDS}){END}",
            lambda found: f"cut {found[2].replace('final', 'last')}",
        ),
        (
            rf"\Adrop the (first|second) clip[,;.] i only want the (first|second)(?: one| clip)?{END}",
            lambda found: f"remove the {found[1]} clip" if found[1] != found[2] else found[0],
        ),
        (
            rf"\A(?:on second thoughts?|actually)[,:]? ({LOOK}) (?:looks|is|fits"
            rf"|suits it) better\. (?:please )?(?:use|take)"
            rf" (?:that|it)(?: one)?(?: instead)?{END}",
            r"make it \1 instead",
        ),
        (r"\A(square|vertical) would be better(?:,? actually)?(?=[ .!]*\Z)", r"make it \1"),
        # --- said with why
        (
            r"\A(?:it's |it is )?(?:a )?bit (?:slow|fast|quiet|loud|long|dark|noisy"
            r"|shaky)[,;.] (?=(?:speed|slow|turn|make|trim|cut)\b)",
            "",
        ),
        (
            r"(\bbackground noise|\bthe (?:noise|hum|hiss)),? there'?s (?:an? )?[a-z ]{3,24}(?=[ .!]*\Z)",
            r"\1",
        ),
        (
            r"\A(?:that(?:'s| is)|it(?:'s| is))? ?(?:a bit |way |much )?too (?:fast"
            r"|slow)[.,;!] (?:please )?back to normal(?: speed)?(?=[ .!]*\Z)",
            "set the speed back to normal",
        ),
        (
            rf"\A({LOOK})(?: look)?,? but only (?:for|in|during) (the (?:first|last) {SECONDS}){END}",
            r"make \2 \1",
        ),
        (
            r"\A(?:the )?(first|second|third|last) part (?:in |should be |to be )?(black and white"
            r"|sepia|muted|reversed)(?=[ .!]*\Z)",
            lambda found: (
                f"{_DEEDS[found[2].lower()]} the {found[1]} clip"
                if found[2].lower() in _DEEDS
                else f"make the {found[1]} clip {found[2]}"
            ),
        ),
        (
            rf"\A(?:and )?([0-9]+|[a-z]+)(?: seconds| s)? more off the (end|start){END}",
            lambda found: (
                f"cut the {'last' if found[2].lower() == 'end' else 'first'} {found[1]} seconds"
            ),
        ),
        # --- a logo
        (
            rf"\A(?:put|move|place) (the logo) (?:in|at|to) the ({_PLACE}) instead{END}",
            r"move \1 to the \2",
        ),
        (
            rf"\A(?:other|the other) corner: put (the logo) (?:in|at) the ({_PLACE}){END}",
            r"move \1 to the \2",
        ),
        # --- several cuts, and of which times
        (
            rf"((?:cut|remove|delete|get rid of|take)\b[^.;]{{6,90}}?)(?:,| \() ?(?:all )?(?:times"
            rf"|timings)? ?(?:as (?:they are now"
            rf"|in the original|of now)|by the current timing|in the original times)\)?{END}",
            r"\1",
        ),
        (
            rf"\A(remove|cut|delete) ({AT} ?- ?{AT}) as well as ({AT} ?- ?{AT}){END}",
            r"\1 \2 and \3",
        ),
        # --- a half of it, and a part that is no share
        (
            rf"\A({LOOK}), but (?:only|just) (?:for |in |over )?(?:the )?(first|second"
            rf"|last) half{END}",
            r"make the \2 half \1",
        ),
        (
            rf"\A(?:remove|cut|delete|drop|take out) ({N}) to ({N}){END}",
            lambda found: f"cut {number(found[1])} to {number(found[2])} seconds",
        ),
        # --- asked, and told beside it
        (
            r"\A(?:can|could|may) (?:it|this|the video) (?:be|go|run|play) (a (?:bit|little|touch|tad)"
            r" (?:faster|slower))\?? *\Z",
            r"make the video \1",
        ),
        (
            r"\A(?:i|we)(?:'ve| have)? uploaded (?:a|the|my|our) logo[.,;] (?:so )?(?:please )?"
            r"(put|place|show|add) it ",
            r"\1 the logo ",
        ),
        (
            rf"\A(?:have|let) the logo (?:come up|appear|show up) at ({AT}),? (?:in "
            rf"|at )?(?:the )?({_PLACE}),?"
            rf" (?:and )?stay(?: there| until the end)?{END}",
            lambda found: f"show the logo {found[2]} from {timed(found[1])} to the end",
        ),
        (
            rf"\A(?:stick|put|add|place) (<:file>) (?:on|at|to) the (?:very )?end,? not (?:at |on |to )?the"
            rf" (?:start|beginning|front){END}",
            r"append \1",
        ),
        (
            rf"\A(?:i don't want (?:the|that|this) (?:wipe|crossfade|dissolve|slide|dip"
            rf"|transition)(?: any ?more)?"
            rf"|no (?:crossfade|dissolve|transition|wipe),? just an? (?:hard|straight|plain) cut){END}",
            "remove the transition",
        ),
        (
            rf"\Aless ({LOOK})[:,;] (?:only |just )?(?:at )?(?:half(?: the)?|([0-9]+)%)(?: strength)?{END}",
            lambda found: f"make it {found[1]} at {found[2] or 50}%",
        ),
        (
            rf"\A(?:cut|drop|reduce|lower) the music's (?:volume|level) by ([0-9]+%){END}",
            r"turn the music down by \1",
        ),
        (
            r"\A(?:jazz|piano|lo-fi|the music|this music|that music) (?:isn't right|is wrong|doesn't fit"
            rf"|is not right)[;,.] (?:so )?(?:please )?(?:use|take|try) (?:some )?(jazz|piano|lo-fi"
            rf"|calm|upbeat"
            rf"|ambient|<:file>){END}",
            r"replace the music with \1",
        ),
        (
            rf"\A(?:take|get) (?:that|the|this) ({LOOK}) (?:thing|filter|look|effect|tint"
            rf"|stuff) off(?: again)?{END}",
            r"remove the \1 look",
        ),
        (
            r"\A(?:i'd like|i want|i need) ((?:subtitles|captions) (?:of|for) what (?:i|we|she|he) says?),?"
            r" (?:can|could) you (?:generate|make|add|create) (?:them|those)\?? *\Z",
            "add automatic captions",
        ),
        (rf"\Aunblur (?:it|the picture|the video){END}", "remove the blur"),
        (
            rf"\Askip the song's first ({SECONDS}){END}",
            r"skip the first \1 of the song",
        ),
        (
            rf"\A(?:drop|lose|remove|take away) the (title|logo|music|caption)'s fade[- ]?(in"
            rf"|out),? (?:but )?"
            rf"keep (?:its|the) fade[- ]?(?:in|out){END}",
            r"remove the \1's fade \2",
        ),
        (
            r"(add [a-z-]+ music) to what(?:'s| is)? (?:remains|left|remaining),? at ([0-9]+%)",
            r"\1 at \2",
        ),
        (
            r"\b(denoise the (?:sound|audio|voice)), set it to ([0-9]+%)",
            r"\1, set the volume to \2",
        ),
        (
            rf"\bgive (everything|it all|the (?:whole )?video) an? ({LOOK}) (?:tint|tone|cast|touch)\b",
            r"make \1 \2",
        ),
        (
            rf"\A((?:put|place|show) the logo [^.;]*?)(?:,? for the whole video)?,? but (?:leave"
            rf" it out of|not in"
            rf"|not during|hide it for) the first ({SECONDS}){END}",
            r"\1 from \2 to the end",
        ),
        (
            rf"\A(?:actually,? )?move it so (?:that )?it starts at ({AT})(?:,? (?:with the )?same (?:length"
            rf"|duration))?{END}",
            r"move it to \1",
        ),
    )
)


def _wished(what: str) -> str:
    return f"add {what}" if what.lower().startswith("the title") else f"make it {what}"


def _range(found: Match[str]) -> str:
    return f"{timed(found[1])} to {timed(found[2])}"
