"""English words for what is there now that say no more than the order itself: "a bit quieter than that",
"two seconds longer, same start"; and a speed that is told by the one that is there."""

from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, HAN
from mock_server.agent.wording.named_by_draft import There

_THAN_THAT = Regex(
    r"(?P<more>\b(?:quieter|louder|softer|bigger|smaller|larger|faster|slower|longer|shorter|warmer))"
    r" than (?:that|this|(?:it|that) is(?: (?:now|right now|at the moment))?|now)"
    r"(?= ?(?:[,.;!]|\Z))",
    FLAGS,
)
_SAME_START = Regex(
    r"(?P<more>\b(?:longer|shorter)),? (?:and |but |with )?(?:the |its )?(?:same (?:start|beginning)"
    r"(?: time)?|(?:start|beginning) (?:unchanged|as it is|stays(?: the same| as it is| where it is)?))"
    r"(?=[ .!]*\Z)",
    FLAGS,
)
_THERE = Regex(
    rf"\A(?P<keep>\W*(?:(?:please|and|ok|now)[ ,]+)*(?:keep|leave|have|let) (?:it|that))"
    r" (?:up )?(?:there|on screen)"
    rf"(?: for)? (?P<more>(?:another )?{NUMBER} (?:seconds?|secs?) (?:longer|more))",
    FLAGS,
)
_TIMES_AS_FAST = Regex(
    r"(?P<lead>\b(?:make|play|run|have) (?:it|the (?:video|clip)))"
    rf" (?:(?P<k>twice|double|half|triple)|(?P<n>{NUMBER}) times) as fast as"
    r" (?:it is|now|it is (?:right )?now|it plays now)(?=[ .!]*\Z)",
    FLAGS,
)
_TIMES = {"twice": 2.0, "double": 2.0, "half": 0.5, "triple": 3.0}
_MOST = 8


def as_it_is_now(message: str, there: There) -> str:
    """The message without such words."""
    if HAN.search(message):
        return message
    plain = _THAN_THAT.sub(r"\g<more>", message)
    plain = _SAME_START.sub(r"\g<more>", plain)
    plain = _THERE.sub(r"\g<keep> \g<more>", plain)

    def so_fast(found: Match[str]) -> str:
        times = _TIMES[found["k"].lower()] if found["k"] else float(number(found["n"]))
        speed = round(there.speeds[0] * times, 4)
        return f"{found['lead']} {speed:g}x" if 0 < speed <= _MOST else found[0]

    if len({*there.speeds}) == 1 and there.speeds[0] != 1:
        plain = _TIMES_AS_FAST.sub(so_fast, plain)
    return plain
