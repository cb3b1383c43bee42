"""Turns of English orders for what is heard, and for captions, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LEVEL, SECONDS, STYLE, Said, percent

_VOICE = r"(?:speech|voice|talk|clip|video|talking)"
_LOUD = {"up": "louder", "down": "quieter"}


def _levels(found: Match[str]) -> str:
    return f"set the speech volume to {percent(found[1])} and the music to {percent(found[2])}"


def _music_each(found: Match[str]) -> str:
    fade = f" with a {found['fade']} fade out" if found["fade"] else ""
    one, other = (
        f"{found[name].strip()} music {_from(found[when])} at {percent(_share(found[level]))}{fade}"
        for name, when, level in (("one", "r1", "l1"), ("two", "r2", "l2"))
    )
    return f"add {one} and {other}"


def _from(told: str) -> str:
    return told if told.startswith("from") else f"from {told}"


def _share(told: str) -> str:
    """A level whose unit was said beside another one: "60"."""
    return f"{told}%" if told.isdigit() else told.replace(" percent", "%")


def _heard(told: str) -> str:
    return "music" if told.lower() in ("music", "song") else "video"


def _long(told: str) -> str:
    return told.replace("-", " ")


def half_of(one: str, other: str) -> str:
    """Which half is meant: "the other" is not the one."""
    if other.lower() != "other":
        return other
    return "second" if one.lower() == "first" else "first"


SOUND: Rules[Said] = Rules(
    (
        # --- levels
        (
            rf"\A(?:(?:swap|switch) (?:it|them|that|the levels?)|(?:the )?other way (?:a?round))[:,;.] "
            rf"(?:set |put )?the {_VOICE} (?:at|to) ({LEVEL}),? (?:and )?the music (?:at"
            rf"|to) ({LEVEL}){END}",
            _levels,
        ),
        (
            rf"\A(?:both are at [0-9.]+ ?%? (?:now|already)?[;,.] ?)?(double|halve) (?:the )?{_VOICE},?"
            rf" and "
            rf"(double|halve) (?:the )?music{END}",
            r"\1 the volume of the video and \2 the volume of the music",
        ),
        (
            rf"\A(?:set|put) the volume of the (first|second) half (?:to|at) ({LEVEL}),? and (?:that|the"
            rf" volume|the one) of the (first|second|other)(?: half| one)? (?:to|at) ({LEVEL}){END}",
            lambda found: (
                f"set the volume of the {found[1]} half to {percent(found[2])} and the volume of the "
                f"{half_of(found[1], found[3])} half to {percent(found[4])}"
            ),
        ),
        (
            rf"\A(raise|lower|increase|reduce) (?:the|my|her|his) (?:voice|speech|talking) by ([0-9]+ ?(?:%"
            rf"|percent)){END}",
            r"\1 the volume of the video by \2",
        ),
        (
            r"\A(?:make it|turn it) (?:a (?:touch|bit|little|tad) |slightly )?(louder|quieter|up"
            r"|down)(?: a (?:touch"
            r"|bit|little|tad))?[,;] the (talk|voice|speech|clip|video|music"
            r"|song)(?:,? i mean)?(?:,? not the "
            rf"[a-z]+)?{END}",
            lambda found: (
                f"make the {_heard(found[2])} a bit {_LOUD.get(found[1].lower(), found[1])}"
            ),
        ),
        (
            rf"\A(halve|double) the (?:music|song)[.,;:] (?:i mean )?(?:its volume|the volume of it"
            rf"|how loud it is)(?:,? i mean)?{END}",
            r"\1 the volume of the music",
        ),
        (r"\Amute the original (video|clip|sound|audio)(?: track)?(?=[ .!]*\Z)", "mute the video"),
        (
            rf"\A(?:take|turn|bring) the (music|song|voice) down (?:a notch|a touch"
            rf"|a bit)(?: or two)?{END}",
            r"make the \1 a bit quieter",
        ),
        (
            r"\A(?:have|let|make) (the (?:background )?(?:music|song)) (?:duck|go down|dip|get quieter) "
            r"(?:under|for|below) (?:the |my )?(?:voice|speech|talk(?:ing)?)(?=[ .!]*\Z|,)",
            r"duck \1 under speech",
        ),
        (
            rf"(?P<fade>\Afade the (?:music|song) [^.;]{{6,70}}?), (?:and )?(?:set|put|turn) it (?:to"
            rf"|at|down to"
            rf"|up to) ({LEVEL})(?=,| and |[ .!]*\Z)",
            lambda found: f"{found['fade']}, set the music to {percent(found[2])}",
        ),
        # --- music
        (
            rf"\A(?:add |play |use |put )?(?P<one>{STYLE}) ?(?:music )?(?P<r1>(?:from )?{AT} ?(?:to"
            rf"|-) ?{AT}),? and "
            rf"(?P<two>{STYLE}) ?(?:music )?(?P<r2>(?:from )?{AT} ?(?:to|-) ?{AT}),? the first (?:one"
            rf" )?at "
            rf"(?P<l1>{LEVEL}),? (?:and )?the (?:second|other)(?: one)? at (?P<l2>{LEVEL}|[0-9]{{1,3}})"
            rf"(?:,? (?:and )?(?:each|both) (?:fading|fade) out over (?P<fade>{SECONDS}))?{END}",
            _music_each,
        ),
        (
            rf"\A(?:skip|leave out|drop|cut) the (?:very )?first ({SECONDS}) of the (?:song|music"
            rf"|track)(?: itself)?"
            rf",? (?:but |and )?(?:still|but) (?:playing|play|have|keep)(?:ing)? it (?:under|for|over"
            rf"|through) the "
            rf"(?:whole|entire) (?:video|thing|clip),? with an? ({SECONDS}) fade[- ]?(in|out){END}",
            lambda found: (
                f"start the music at {found[1]} of the song and fade it {found[3]} over {_long(found[2])}"
            ),
        ),
        (
            rf"\A(?:swap|replace|exchange|change) the ([a-z-]+|<:text>) ?(?:music )?(?:for|with|by|to"
            rf"|against) "
            rf"(<:file>)(?:,? (?:at the )?same (?:level|volume))?,? (?:but |and )?(?:skip|skipping"
            rf"|leave out"
            rf"|without) (?:the|its) first ({SECONDS})(?: of (?:the (?:song|track|music)|it))?{END}",
            r"replace the \1 with \2, starting at \3 of the song",
        ),
        (
            rf"\A(?:could|can|would) you (?:please )?(?:put|add|lay|play) some ({STYLE}) ?(?:music"
            rf" )?(?:under it"
            r"|underneath|in the background|to it|under the video)(?: for the (?:whole|entire) (?:video"
            r"|thing))?"
            r"(?: please)?[ .?!]*\Z",
            r"add \1 music for the whole video",
        ),
        (
            rf"\A({STYLE}) ?(?:is|sounds) (?:nice|fine|good|ok|okay|great),? but (?:please )?(?:use"
            rf"|take|put in"
            rf"|have|make it) (<:file>)(?: instead)?{END}",
            r"replace the music with \2",
        ),
        (
            rf"\A({STYLE} music (?:for|in|during) the (?:first|last) {SECONDS}) only{END}",
            r"add \1",
        ),
        (
            rf"\A((?:mute|add|put|play|lay)\b[^.;]*<:file>[^.;]*?),? (?:and|but) (?:leave out|skip|no"
            rf"|without"
            rf"|drop)(?: the| a| any)? fade[- ]?in{END}",
            r"\1",
        ),
        # --- captions
        (
            r"\A(?:caption|subtitle|transcribe) (?:what(?:'s| is| i'm| i am| she's| he's"
            r"| they're)? ?(?:being )?(?:say(?:ing)?"
            r"|said|spoken)|everything (?:i|that is|that's) sa(?:y|id)|the speech)(?: (?:for|in|over"
            r"|throughout) (?:the (?:whole |entire )?(?:video|thing|film)))?(?=[ .!]*\Z)",
            "add automatic captions",
        ),
    )
)
