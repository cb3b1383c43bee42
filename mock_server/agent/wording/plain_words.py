"""Words that the plainer turns of English share."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import NUMBER

# What a turn says in its place.
Said = str | Callable[[Match[str]], str]

N = NUMBER
SECONDS = rf"(?:{N})[- ]?(?:seconds?|secs?|s)\b"
AT = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|(?:{N})(?: ?(?:seconds?|secs?|s)\b)?)"
END = r"(?=[ .!]*\Z)"
LOOK = r"(?:vintage|warm|cool|sepia|vivid|vibrant|cinematic|black and white)"
COLOR = r"(?:white|black|red|blue|green|yellow|orange|pink|purple|cyan|gold)"
JOIN = r"(?:dip to (?:black|white)|cross-?fade|cross dissolve|dissolve|wipe(?: (?:left|right))?)"
LEVEL = r"(?:0?\.[0-9]{1,2}|[0-9]{1,3} ?(?:%|percent))"
STYLE = r"(?:jazz|rock|lo-?fi|piano|pop|ambient|classical|techno|folk|upbeat|calm|chill|<:text>)"
TALK = r"(?:the|my|our) (?:talk|speech|interview|video|clip|footage|recording|presentation|lecture)"
PLEASE = r"(?:(?:please|now|ok|okay|and|so|then|just|simply)[, ]+)*"
POLITE = r"(?:,? (?:please|pls|plz|thanks|thank you))?"
STOP = rf"{POLITE}{END}"
PLACE = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)|top|bottom|cent(?:er|re)|middle)"
CORNER = r"(?:(?:top|bottom|upper|lower)[- ](?:left|right)(?: corner)?)"
RANGE = rf"(?:from |between )?{AT} ?(?:to|-|and|until) ?{AT}(?: ?(?:seconds?|secs?|s)\b)?"


def percent(level: str) -> str:
    """A level in percent, of which a share may be said: "0.3"."""
    return level if level[-1] in "%t" else f"{round(float(level) * 100)}%"


def timed(told: str) -> str:
    """A time with its unit, which may be left out: "20", "20 s", "0:20"."""
    return told if ":" in told or told[-1].isalpha() else f"{told} seconds"


def spanned(told: str) -> str:
    """A range of which the last number is one of seconds."""
    return f"{told} s" if told[-1].isdigit() and ":" not in told else told
