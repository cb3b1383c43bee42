"""Turns of English orders for music, sounds and captions by speech, in the words that are read."""

from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import (
    AT,
    END,
    LEVEL,
    PLEASE,
    SECONDS,
    STOP,
    STYLE,
    TALK,
    Said,
    percent,
    timed,
)

_MUSIC = r"(?:the (?:background )?(?:music|song))"


def _beneath(found: Match[str]) -> str:
    """ "Put some jazz under it at 0.5": so loud, not at that time."""
    music = "" if found["song"].lower() == "music" or "." in found["song"] else " music"
    return f"add {found['song']}{music} at {percent(found['level'])}"


MUSIC: Rules[Said] = Rules(
    (
        # --- music
        (
            rf"\A{PLEASE}(?:put|lay|add|play|have|run|drop) (?!(?:an? )?<:text>)"  # it may be a title
            r"(?:some |a little |a bit of |an? )?"
            rf"(?P<song>{STYLE}|music|<:file>)(?: (?:music|track))?"
            r" (?:under|underneath|beneath|behind|below) (?:it|this"
            rf"|everything|(?:all|the whole) of it|{TALK})(?:,? (?:and )?at| with)?"
            rf" (?:a )?(?P<level>{LEVEL})(?: (?:volume|level|loudness))?{STOP}",
            _beneath,
        ),
        (
            rf"\Areplace the current music with an? ([a-z-]{{3,12}}|<:text>) (?:track|song|tune){END}",
            r"replace the music with \1",
        ),
        (rf"\A(?:use|take) (<:file>|<:text>) in its place{END}", r"replace the music with \1"),
        (
            rf"\Aset the music to half its recorded (?:volume|level){END}",
            "set the music volume to 50%",
        ),
        (
            rf"\Ause (<:file>) for the first ({SECONDS}) only,? and fade it out over ({SECONDS}){END}",
            r"add \1 for the first \2, fade it out over \3",
        ),
        (
            rf"\A((?:turn )?(?:the )?(?:background )?(?:music|song|volume|sound|voice-?over)) up to"
            rf" (?:1\.0|0?\.(\d)0?){END}",
            lambda found: f"set {found[1].removeprefix('turn ')} to {found[2] or 10}0%",
        ),
        (rf"\A([a-z-]{{3,9}}) music only for (the first {SECONDS}){END}", r"add \1 music for \2"),
        (
            r"\A(?:(?:the )?(?:client|boss|customer)|she|he|they) hates? the (song"
            r"|music)\. get it out of (?:there|here)(?=[ .!]*\Z)",
            r"remove the \1",
        ),
        # --- sound
        (
            rf"\A(?:after|from) ({AT})(?: on)?,? there (?:should|must|is to) be no (?:more )?sound(?:,?"
            rf" only (?:the )?picture)?{END}",
            lambda found: f"mute from {timed(found[1])} to the end",
        ),
        (
            rf"\A(?:play|run) {_MUSIC} at half (?:of )?its (?:current |present )?(?:volume|level){END}",
            "lower the music by half",
        ),
        (
            rf"\A(?:turn|bring) {_MUSIC} up to twice what it is(?: now)?{END}",
            "make the music twice as loud",
        ),
        (
            rf"\A(?:nobody|no one|i|we|you) can(?:'t|not)?(?: really)? hear {_MUSIC}[,;.] (?:so )?it (?:has"
            rf"|needs) to be"
            rf" louder{END}",
            "make the music louder",
        ),
        (
            rf"\A{_MUSIC} could do with being (louder|quieter),? (?:so )?(?:please )?(?:raise|lower"
            rf"|turn) it(?: up| down)?{END}",
            r"make the music \1",
        ),
        (
            rf"\A(?:have|let) the (?:[a-z]+ )?music fade out over the (?:last|final) ({SECONDS}){END}",
            r"fade the music out over \1",
        ),
        (
            rf"\A(?:have|let) {_MUSIC} (?:dip|duck)(?: automatically)? (?:when(?:ever)?|while) (?:somebody"
            rf"|someone|anybody|i|we)"
            rf" (?:am|is|are)? ?(?:talks?|speaks?|talking|speaking){END}",
            "duck the music under speech",
        ),
        (
            rf"\Aonly (?:have|play) {_MUSIC} (?:up to|until|till) ({AT}),? (?:and )?after"
            rf" that no (?:more )?music{END}",
            lambda found: f"music only until {timed(found[1])}",
        ),
        (
            rf"\A(?:drop|remove|mute|take out) the original (?:sound|audio) and (?:use|put in"
            rf"|take) (<:file>) as (?:the|its)"
            rf" soundtrack{END}",
            r"mute the video and add \1 as music",
        ),
        (
            r"\A(?:please )?(?:caption|subtitle|transcribe) what i(?:'m| am) saying automatically(?=["
            r" .!]*\Z)"
            r"|\A(?:can|could) i (?:have|get) automatic captions[ .!?]*\Z",
            "add automatic captions",
        ),
    )
)
