"""What a comparison is to come to, said behind it: "slower: 1.5x", "make the music louder: 60%", "make the
title longer: 5 seconds". The value is where it ends, not by how much it changes."""

from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ .!。]*\Z)"
_COLON = r"(?:,? please)?(?:,? to be exact|,? that is)? ?[:,–-] ?"
_TIMES = r"(?:double|half|twice|triple)(?= (?:the )?(?:normal )?speed)"
_SPEED = rf"((?:[0-9.]+ ?x|[0-9.]+ times|{_TIMES})[ a-z]*)"
_LEVEL = r"([0-9.]+ ?(?:%|percent))"
_LENGTH = r"([0-9.]+|[a-z]+) (?:seconds?|secs?|s)"
_BIT = r"(?:a (?:bit|little|touch|tad) |slightly |somewhat |much )?"
_A_BIT = r"(?: a (?:bit|little|touch|tad)| slightly| somewhat)?"
_THING = r"(?:the )?(music|song|voice-?over|sound|video|narration|jingle)"
_TEXT = r"((?:the )?(?:title|caption|subtitle|music|song|logo|lower[- ]third|text))"
_AGAIN = r"(?: now| again)?"

_RULES: Rules[Replacement] = Rules(
    (
        (
            rf"\A[ ,]*(?:please )?(?:play |make )?(?:it )?{_BIT}(?:faster"
            rf"|slower){_AGAIN}{_COLON}{_SPEED}{_END}",
            r"set the speed to \1",
        ),
        (
            rf"\A[ ,]*(?:please )?(?:speed|slow) (?:it|the (?:whole )?(?:video|clip)) (?:up|down)"
            rf"{_A_BIT}{_AGAIN} ?: ?{_SPEED}{_END}",
            r"set the speed to \1",
        ),
        (
            rf"\A[ ,]*(?:please )?(?:speed|slow) ((?:the (?:first|last) [a-z0-9.]+ seconds?|[0-9:.]+ to"
            rf" [0-9:.]+(?: ?s| seconds)?)) (?:up|down){_A_BIT}{_AGAIN} ?: ?{_SPEED}{_END}",
            r"set the speed of \1 to \2",
        ),
        (
            rf"\A[ ,]*(?:please )?(?:make |turn |put |have )?{_THING} (?:up |down )?{_BIT}(?:louder"
            rf"|quieter|softer)"
            rf"{_AGAIN}{_COLON}{_LEVEL}{_END}",
            r"set the \1 volume to \2",
        ),
        (
            rf"\A[ ,]*(?:please )?(?:turn|bring) {_THING} (?:up|down){_A_BIT}{_AGAIN} ?: ?{_LEVEL}{_END}",
            r"set the \1 volume to \2",
        ),
        (
            rf"\A[ ,]*{_BIT}(?:louder|quieter|softer) (music|song|voice-?over|sound){_COLON}{_LEVEL}{_END}",
            r"set the \1 volume to \2",
        ),
        (
            rf"\A[ ,]*(?:please )?(?:make|keep|have) {_TEXT} {_BIT}(?:longer"
            rf"|shorter){_COLON}{_LENGTH}{_END}",
            r"make \1 \2 seconds long",
        ),
    )
)  # fmt: skip


def aimed_at(text: str) -> str:
    """`text` in which the value behind a comparison is what it comes to."""
    return _RULES.apply(text, plainly)
