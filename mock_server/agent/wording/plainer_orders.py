"""Turns of everyday English orders that need nothing of the draft, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    COLOR,
    PLEASE,
    POLITE,
    RANGE,
    SECONDS,
    STOP,
    N,
    Said,
    spanned,
    timed,
)

_FAST = r"(?:half|double|triple|normal|quarter) speed|[0-9.]+x"
_LAYER = r"(?:logo|watermark|title|caption|subtitle|music|song|lower third)"
_SUBTITLES = r"(?:subtitles|captions)"
_SPEAKING = r"(?:i'm|i am|he's|he is|she's|she is|we're|we are|they're|they are)"
_MY_VOICE = r"(?:my|his|her|the|our)(?: own)? (?:voice|speech|talking)"
_LOUDER = r"(?:a (?:little )?bit |a little |slightly |somewhat |much )?(?:louder|quieter|softer)"
_NO_LAYER = (
    r"(?!(?:[a-z' -]* )?(?:title|caption|subtitle|logo|music|song|sound|text|lower third)s?\b)"
)
_NAME = r"(?:<:text>|(?-i:[A-Z])[A-Za-z.'-]{1,20}(?: (?-i:[A-Z])[A-Za-z.'-]{1,20}){0,2})"
_JOIN = r"(?:cross-?fade|dissolve|dip to (?:black|white))"


def _quoted(told: str) -> str:
    return f'"{told}"' if told[0].isalpha() and told.isascii() else told


def _big_letters(match: Match[str]) -> str:
    """ "Write "Tips" in big red letters from 0 to 4"."""
    looks = [one for one in (match["big"] and "bigger", match["color"]) if one]
    said = f"Make the title {match['text']} {' and '.join(looks)}"
    return f"add the title {match['text']} {spanned(match['when'])}. {said}"


def _lower_third(match: Match[str]) -> str:
    name, below, when, more = match["name"], match["below"], match["when"], match["more"] or ""
    sound = more and f". add a {match['sound']} at {timed(match['at'])}"
    return f"lower third {_quoted(name)}, {_quoted(below)} {spanned(when)}{sound}"


ORDERS: Rules[Said] = Rules(
    (
        # --- what is said of a stretch, which "that" is then
        (
            rf"\A{_NO_LAYER}[a-z' -]{{3,40}} (?:between|from) ({AT}) (?:and|to) ({AT}),? "
            rf"(mute|silence|cut|remove|reverse) (?:that|it)(?: out)?(,? and [^,;]+)?{STOP}",
            lambda match: f"{match[3]} from {timed(match[1])} to {timed(match[2])}{match[4] or ''}",
        ),
        (
            rf"\A(?:bleep|beep|cut|remove) nothing,? (?:simply|just|only) (mute|silence) "
            rf"({RANGE}){STOP}",
            lambda match: f"{match[1]} {spanned(match[2])}",
        ),
        # --- what is not needed, and what would be nicer
        (
            rf"\A(the (?:(?:first|second|third|last|other) )?{_LAYER}) (?:isn't|is not"
            r"|is no longer|isn't really) (?:needed|wanted|necessary|required)"
            rf"(?: any ?more| any longer| now)?(?:[,;.] (?:please )?(?:remove|delete|drop|cut) it)?{STOP}",
            r"remove \1",
        ),
        (
            rf"\A(?:an? )?(?:slightly |somewhat )?(smaller|bigger|larger) ({_LAYER}) would "
            r"(?:be|look) (?:nicer|better|good|nice|great|perfect)[,;.] (?:so )?(?:please )?"
            rf"(?:change (?:it|that)|make it so|do that){STOP}",
            r"make the \2 \1",
        ),
        (
            rf"\A(?:the )?(?:heading|title|caption|text) (?:shouts|screams|is (?:shouting|screaming"
            rf"|too loud|too big|huge|way too big))[,;.] (?:so )?(?:please )?make it (smaller){STOP}",
            r"make the title \1",
        ),
        (
            rf"\A(?:everything(?:'s| is) (?:fine|good|great|perfect)|all(?:'s| is) (?:fine|good|well)),? "
            rf"(?:only|but|except|just)(?: that)? the ({_LAYER}) (?:has to|must|should|needs to|can) "
            rf"(?:go|go away|disappear|come off){STOP}",
            r"remove the \1",
        ),
        # --- subtitles, a voice
        (
            rf"\A(?:i(?:'d| would) (?:love|like)|i (?:want|need)|(?:can|could) (?:i|we) have) {_SUBTITLES} "
            rf"for what {_SPEAKING} saying(?:[,;.?] ?(?:can|could|would|will) you (?:please )?(?:generate"
            r"|make|add|create|do) (?:them|those|that|it))?[ .!?]*\Z",
            "add automatic captions",
        ),
        (
            rf"\A{PLEASE}(?:make )?{_MY_VOICE} ({_LOUDER})(?:,? (?:but )?not the (?:music|song))?{STOP}",
            r"make the speech \1",
        ),
        (
            rf"\A(?:my|the) voice is (?:a bit |really |so |too )?(?:hard to (?:hear|understand)|too quiet"
            r"|barely audible|difficult to hear)[,;.] (?:so )?(?:please )?make (?:me|it|my voice) "
            rf"({_LOUDER}){STOP}",
            r"make the speech \1",
        ),
        (
            r"\A(?:(?:have|let) (?:a|the) (?:computer |robot )?voice (?:say|read|speak)|read out|read aloud"
            rf"|speak|narrate) (<:text>) ?({RANGE})(?:,? (?:with|in|using) an? (?:computer|robot|ai"
            rf"|generated|synthetic|artificial) voice)?{STOP}",
            lambda match: f"add a voice-over {match[1]} {spanned(match[2])}",
        ),
        (
            rf"\A(?:have|let) (?:a|the) (?:computer |robot )?voice (?:say|read"
            rf"|speak) (<:text>) ?({RANGE}),? "
            r"and (?:mute|silence) (?:my|the) (?:clip|video|talk|own sound|original sound) (?:just |only )?"
            rf"(?:for|during) (?:those|these|that|the same) [a-z0-9 ]{{3,20}}{STOP}",
            lambda match: (
                f"mute the clip {spanned(match[2])}. add a voice-over {match[1]} {spanned(match[2])}"
            ),
        ),
        (
            r"\A(?:there(?:'s| is) (?:an? |some )?(?:[a-z]+ )?(?:hum|hiss|noise|buzz|static|humming"
            r"|hissing)"
            r"(?: in the (?:background|recording|audio|sound))?)[,;.] (?:so )?(?:please )?"
            rf"clean (?:up )?(?:the (?:audio|sound|recording)|it)(?: up)?{STOP}",
            "remove the background noise",
        ),
        (
            r"\Ano (?:sound|audio)(?: at all)? (?:from|of|in) (?:my|the) (?:clip|video|talk|footage"
            r"|recording)"
            rf"{POLITE}(?:[,;] (?:just |only )?(?:the )?music(?: only)?)?{STOP}",
            "mute the clip",
        ),
        # --- two things at a time
        (
            rf"\A(?:show|display|add|put) (<:file>|the logo) and (?:the |an? )?(title|caption) (<:text>) ?"
            rf"({RANGE}){STOP}",
            lambda match: (
                f"show {match[1]} {spanned(match[4])}. add the {match[2]} {match[3]} {spanned(match[4])}"
            ),
        ),
        (
            rf"\A(?:write|show|put|add) (?P<text><:text>) ?in (?:(?P<big>big|large|huge|bigger|larger)"
            rf"(?:,? |, )?)?(?P<color>{COLOR})? ?letters,? (?P<when>{RANGE}){STOP}",
            _big_letters,
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (?:with|reading|saying|for) (?P<name>{_NAME}) ?, "
            rf"(?P<below>{_NAME}) ?,? (?P<when>{RANGE})(?P<more>,? and an? (?P<sound>whoosh|ding|chime|pop"
            rf"|click|bell|beep|swoosh) at (?P<at>{AT}))?{STOP}",
            _lower_third,
        ),
        (
            rf"\A(?:add )?(?:an? |the )?lower third (?:with|reading|saying|for) (?P<name>{_NAME}) ?, "
            rf"(?P<below>{_NAME}) ?,? from second (?P<a>{N}) to second (?P<b>{N}){STOP}",
            lambda match: (
                f"lower third {_quoted(match['name'])}, {_quoted(match['below'])} "
                f"from {match['a']} to {match['b']} seconds"
            ),
        ),
        # --- fades
        (
            rf"\bfade the (?:end|ending)(?: of (?:it|the video))? (?:in)?to (black|white) (?:over|for|in) "
            rf"({SECONDS})(?=[ .!]*\Z|,? and |[;.] )",
            r"fade the video to \1 over \2 at the end",
        ),
        (
            r"\A(?:the )?(?:picture|image|video) (?:comes|fades|should come|should fade) (?:up"
            r"|in) from black"
            rf" (?:in|over|within) ({N})(?: seconds?)?,? and (?:goes|fades|should go|should fade) "
            rf"(?:back )?(?:out )?(?:to )(?:black) (?:in|over|within) ({N})(?: seconds?)?"
            rf"(?: at the end)?{STOP}",
            r"fade the video in over \1 seconds and fade the video out over \2 seconds",
        ),
        (
            rf"\A(?:the )?(music|song|title|logo|picture|video) (?:shouldn't|should not|mustn't"
            rf"|doesn't have to) fade"
            rf" (in|out)(?: any ?more| any longer)?(?:,? (?:only|just) (?:in|out))?{STOP}",
            r"remove the fade \2 of the \1",
        ),
        (
            rf"\Ainsert (<:file>) (?:after the first ({N}) seconds|at ({N}) ?(?:seconds"
            rf"|s)),? but (?:only|just) its "
            rf"first ({N}) (?:seconds|s){STOP}",
            lambda match: (
                f"insert {match[1]} for {match[4]} seconds at {match[2] or match[3]} seconds"
            ),
        ),
        # --- how fast, how long
        (
            rf"\Aslow (?:down )?(?:from )?({N}) ?(?:to|-|until) ?({N}) (?:down )?to ({_FAST}){STOP}",
            r"slow down \1 to \2 seconds to \3",
        ),
        (
            rf"\A(?:run|play|have) (?:the whole (?:thing|video|clip)|it|everything|the video"
            rf"|the clip) at one "
            rf"and (?:a|one) (quarter|half) times (?:the )?(?:normal )?speed{STOP}",
            lambda match: f"play the video at {'1.25' if match[1] == 'quarter' else '1.5'}x speed",
        ),
        (
            rf"\A{PLEASE}(half|twice) as fast{STOP}",
            lambda match: (
                f"play the video at {'half' if match[1].lower() == 'half' else 'double'} speed"
            ),
        ),
        (
            rf"\A(?:trim|cut|shorten) (?:it|the video)(?: down)? to (?:a total of |exactly )?({N}) "
            rf"(?:seconds|seconnds|secnods|secnds|secs|s)(?: in total)?,? (?:off|by (?:shaving"
            rf"|cutting"
            rf"|trimming|clipping)(?: off)?) (?:of )?the (end|ending|back|start|beginning|front){STOP}",
            lambda match: (
                f"keep only the {'first' if match[2][0] == 'e' or match[2] == 'back' else 'last'} "
                f"{match[1]} seconds"
            ),
        ),
        (
            rf"\Ai (?:want|need) (?:a|an) ({N})[- ]second (?:video|clip|cut)[.,;:] (?:so )?(?:please"
            rf" )?(?:trim"
            rf"|cut|shorten|shave)(?: off)? the (end|ending|back|start|beginning|front){STOP}",
            lambda match: (
                f"keep only the {'first' if match[2][0] == 'e' or match[2] == 'back' else 'last'} "
                f"{match[1]} seconds"
            ),
        ),
        (
            rf"\A(?:do(?:n't| not) (?:remove|cut|delete|lose) anything (?:but|except|apart from)) "
            rf"(the (?:first|last) {SECONDS}){STOP}",
            r"cut \1",
        ),
        (
            r"\A(?:(?:no|hm+|oh)[, ]+)*(?:that's|this is|it's) (?:way |far |a bit )?too (?:much|fast"
            r"|slow|strong"
            rf"|quick)[,;.] (?:so )?(back to normal speed){STOP}",
            r"\1",
        ),
        (
            rf"\A(?:the |my )?({_LAYER}) should (?:pop up|come up|show up|appear|come in"
            rf"|turn up) ({SECONDS}) "
            rf"(later|earlier){STOP}",
            r"the \1 should start \2 \3",
        ),
        (
            rf"\A(?:put|place|add|play) (<:file>) at the (?:start|beginning),? (?:with"
            rf"|and) (?:the )?(?:original )?"
            rf"(?:audio|sound) muted (?:on|in|of) both(?: clips| videos| of them)?{STOP}",
            r"put \1 at the start. mute the whole video",
        ),
        # --- a still
        (
            r"\A(?:hold|freeze|keep) the (?:closing|final|last|ending) (frame|picture|image) "
            rf"(?:for )?({SECONDS}) at the (?:very )?end{STOP}",
            r"hold the last frame for \2",
        ),
    )
)
