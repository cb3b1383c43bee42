"""A correction within a message that leaves out what stays as it was: "the first ten seconds, sorry, the
last ten", "by 40%, sorry, to 40%", "bottom left, no, right"; and what holds up to a time or behind it:
"black and white, then colour from 30 on". Said of a message before its values are read."""

from re import Match

from mock_server.agent.values.rules import Replacement, Rules, plainly

_WORDS = r"(?:sorry|no|no wait|i mean|i meant|wait|oops|actually|rather|make that|er|or rather)"
_SORRY = rf",? {_WORDS}(?:, i mean)?,? "
_N = r"(?:[0-9]+(?:\.[0-9]+)?|[a-z]+(?:-[a-z]+)?)"
_UNIT = r"(?:seconds?|secs?|s|minutes?)"
_PERCENT = r"[0-9.]+ ?(?:%|percent)"
_T = r"(?:[0-9]+:[0-9]{2}|[0-9]+(?:\.[0-9]+)?(?: ?(?:s|secs?|seconds?))?)"
_STATE = r"(?:black and white|sepia|muted?|silent|half speed|double speed|slow motion|blurred)"
_AS_BEFORE = r"(?:in )?(?:colou?r|sound|full volume|normal(?: speed| volume| sound)?)(?: again)?"
_END = r"(?=[ 。.!]*\Z)"
_EDGE = (
    rf"(?:the )?(?:first {_N}(?: {_UNIT})?|last {_N}(?: {_UNIT})?|(?:from )?{_T} ?(?:to|-) ?{_T})"
)
_LOOKS_SO = (
    r"[ ,]*(?:please )?(?:(?:mute|silence|reverse|rotate|flip|mirror|blur|sharpen|stabilize|denoise|darken"
    r"|brighten|tint|speed|slow|desaturate|crop)(?: up| down)? (?:it|the video)"
    r"|(?:make|turn|play|put) (?:it|the video)(?! (?:short|long|brief|into|a )))"
    r"(?: (?!short|long|brief|last|end|start)[a-z0-9.%]+){0,4}?|[ ,]*add (?:some |a )?[a-z]+(?= ?[.!…])"
)
_RATHER_ONLY = (
    r"(?:(?:on second thoughts?|or rather|rather|i mean|i meant|wait|no|actually|sorry|oh|but|or"
    r"|hm+|well)[ ,.…:]+)*"
)
_ONLY_THERE = (
    r"(?:(?:for|in|on|during) )?(?:the (?:first|second|third|last|final|middle|opening)\b[a-z0-9 ]{0,24}?"
    r"|<:file>)(?: though| please)?"
)


def _place(found: Match[str]) -> str:
    """A corner of which one side is another."""
    first, second, between, other = found.groups()
    new = other.lower()
    if new in ("left", "right"):
        second = other if second.lower() != new else second
    else:
        first = other if first.lower() != new else first
    return f"{first} {second}{between or ''}"


_RULES: Rules[Replacement] = Rules(
    (
        (
            rf"\b(the )(?:first|last|opening|final) ({_N}) ({_UNIT})([^,.;\n]{{0,30}}){_SORRY}the"
            rf" (first|last"
            rf"|opening|final) (?!{_N} {_UNIT})({_N})(?=[ ,.!]|\Z)",
            r"\1\5 \6 \3\4",
        ),
        (
            rf"\b(the )(?:first|last|opening|final) ({_N}) ({_UNIT})([^,.;\n]{{0,30}}){_SORRY}the"
            rf" (first|last"
            r"|opening|final)(?=[.!, ]*\Z)",
            r"\1\5 \2 \3\4",
        ),
        (r"(, )no actually (?=[a-z])", r"\1no, actually "),
        # --- an edge told without "for the"
        (
            rf"((?:\blogo|<:text|file>)(?:,? (?:at the )?(?:top|bottom)[- ](?:left|right))?),? (?:the )?"
            rf"(first|last) ({_N} {_UNIT}){_END}",
            r"\1 for the \2 \3",
        ),
        (rf"\b(?:by|to) {_PERCENT}{_SORRY}((?:by|to) {_PERCENT})", r"\1"),
        (
            rf"\b(top|bottom|upper|lower)[- ](left|right)((?: (?:for|at) {_N} ?(?:{_UNIT}|%))?)"
            rf"{_SORRY}(left|right|top|bottom)(?! (?:left|right)\b)(?=[ ,.!]|\Z)",
            _place,
        ),
        # --- an order, and where only: a part of that, and no cut
        (
            rf"\A({_LOOKS_SO})(?:[ ,.;…!-]+|,? (?=only\b)){_RATHER_ONLY}(?:only|just) "
            rf"({_ONLY_THERE}){_END}",
            r"\1, only \2",
        ),
        # --- how a cut is joined; "between the clips" may be the end of one and the start of the next
        (
            r"\b(?:fade|fading|fades) (?:to|through) (black|white)"
            r"(?= (?:at|on|over|for) (?:the|that|this|every|each|all) cuts?\b)",
            r"dip to \1",
        ),
        # --- up to a time, or but for a part
        (
            rf"\A[ ,]*(?:make it |play it )?({_STATE})(?:,? then|,? and|,)? (?:back to |with )?{_AS_BEFORE}"
            rf" (?:from|after) ({_T})(?: on(?:wards?)?)?{_END}",
            r"\1 until \2",
        ),
        (
            rf"\A[ ,]*(?:make it |play it )?({_STATE})(?:,? but|,? and|,)? (?:with |in )?{_AS_BEFORE}"
            rf" (from {_T} (?:to|-) {_T}){_END}",
            r"\1, except \2",
        ),
        # --- what is left of a cut
        (
            r"\A[ ,]*(?:please )?(?:cut|trim|shorten)(?: it| the (?:video|clip))?(?: down)? (?:down )?to"
            rf" ({_EDGE})(?: and|,? plus|,? and) ({_EDGE}){_END}",
            r"keep only \1 and \2",
        ),
        # --- how loud what was recorded is
        (
            r"\b((?:the )?)original(?: clip| footage| video)?(?= (?:down |up )?(?:to|at)"
            r" [0-9.]+ ?(?:%|percent))(?! (?:speed|size|opacity))",
            r"\1original sound",
        ),
        # --- something else in its place
        (
            r"\A[ ,]*(?:please )?(?:remove|delete|take out) (the (?:title|caption|lower[- ]third))"
            rf"(?: <:text>)? and (?:put|show|write|add) (<:text>) in(?:to)? (?:its|that) place{_END}",
            r"replace \1 with \2",
        ),
        # --- a range, and what is shown in it
        (
            rf"\A[ ,]*({_STATE}) from ({_T}) (?:to|-) ({_T}),? (?:and )?with ((?:the|an?) (?:title|caption"
            rf"|lower[- ]third) <:text>|(?:the |my )?logo(?: [a-z]+[- ](?:left|right))?){_END}",
            r"from \2 to \3 show \4. \1 from \2 to \3",
        ),
    )
)  # fmt: skip


def half_corrected(text: str) -> str:
    """`text` in which a correction says all that it corrects."""
    return _RULES.apply(text, plainly)
