"""Turns of English orders for speeds, looks, pictures and transitions, in the words that are read."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LOOK, SECONDS, N, percent

Said = str | Callable[[Match[str]], str]

_WAYS = {"speed": "up", "slow": "down"}

PICTURES: Rules[Said] = Rules(
    (
        # --- how fast, and how long it is then
        (
            r"\A(speed|slow) (?:it|the (?:video|clip|reel|whole thing)) (?:up|down) (?:so "
            r"(?:that )?|until )"
            r"(?:it|the (?:video|clip|reel|whole(?: thing)?|total)) (?:is|lasts|runs|takes)(?: only"
            rf"| exactly| just)? ({SECONDS})(?: long)?{END}",
            lambda match: f"{match[1]} it {_WAYS[match[1].lower()]} so that it is {match[2]} long",
        ),
        (
            r"\A(?:fast[- ]forward|speed up) (?:from |between )?"
            rf"({AT}) (?:to|and) ({AT}),? (?:by )?(two|three|four|five|[2-9]) ?(?:times|x)"
            rf"(?:,? (?:and )?the rest (?:(?:stays |plays )?at (?:normal|its normal|the usual) speed"
            rf"|normal)){END}",
            r"play \1 to \2 at \3 times the speed",
        ),
        (
            r"\A(?:that|it|this)(?:'s| is) (?:a bit |far |way |much )?too (?:hectic|fast|rushed|slow|quick"
            r"|sluggish)[,.;] ?(?:so )?(?:please )?(?:(?:put|set|bring|change) it |go )?back to "
            rf"(?:normal|how it was)(?: speed)?{END}",
            "set the speed back to normal",
        ),
        (
            rf"\A(?:undo|take back|revert|reverse) (?:only|just) the (?:speed(?: change)?|speed-?up){END}"
            rf"|\Aonly undo the speed(?: change)?{END}",
            "set the speed back to normal",
        ),
        # --- a look
        (
            rf"\A(?:(?:on second thoughts?|actually|hm+|thinking about it|having seen it)[,:]? )({LOOK})"
            rf" (?:would|will) (?:suit|be|look|work|fit|go)(?: us| it| this| me| the video)? "
            rf"(?:better|nicer|best){END}",
            r"make it \1 instead",
        ),
        (
            r"\A(?:(?:on second thoughts?|actually|hm+|thinking about it|having seen it|no)[,:]? )"
            rf"(?:(?:i|we)(?:'d| would) (?:prefer|rather have)|i(?:'d| would) like) (?:it "
            rf"(?:in )?)?({LOOK}){END}"
            r"|\A(?:(?:on second thoughts?|actually|hm+|thinking about it|having seen it)[,:]? )"
            rf"({LOOK}) (?:looks|suits|fits|works|is)(?: us| it| this| me| the video)? (?:better"
            rf"|nicer|best)"
            rf"{END}",
            lambda match: f"make it {match[1] or match[2]} instead",
        ),
        (rf"\A(make [a-z ]*?{LOOK}),? (?:but )?not (?:too )?{LOOK}{END}", r"\1"),
        (
            r"\A(?:zoom|push) in (?:a (?:little|bit|touch)|slightly|gently) (?=(?:from|between|at) [0-9])",
            "zoom in ",
        ),
        # --- pictures on top
        (
            r",? ?\b(?:at|with|in) (?:an? )?(?:scale|size)(?: of)? (0?\.[0-9]{1,2})(?=[ ,.]|\Z)",
            lambda match: f", scaled to {percent(match[1])}",
        ),
        (
            rf"(?<=as picture in picture)([^.;]*?, )({N}) to ({N})(?=,|[ .!]*\Z)",
            r"\1\2 to \3 s",
        ),
        (
            r"\A(?:set|scale|change|resize) (the logo|<:file>) to (?:an? )?(?:scale|size)?"
            r"(?: of)? ?(0?\.[0-9]{1,2})"
            rf"{END}",
            lambda match: f"scale {match[1]} to {percent(match[2])}",
        ),
        (
            r", (?:scale|size) (0?\.[0-9]{1,2})(?=[ ,.]|\Z)",
            lambda match: f", scaled to {percent(match[1])}",
        ),
        (
            r"\A(?:lay|put|place) (<:file>) (?:over|on top of|onto) (?:the )?(?:video|picture|clip) as an? "
            r"(?:small |little )?(?:window|picture[- ]in[- ]picture|inset) (?:in|at) ",
            r"overlay \1 in ",
        ),
        (
            r"\A(move|put|shift) (the (?:logo|title|caption|watermark)) (?:over )?to the (left|right),? "
            rf"(?:but )?(?:still|staying|keep it) (?:at|in) the (top|bottom){END}",
            r"\1 \2 to the \4 \3",
        ),
        # --- between two clips
        (
            rf"\A(?:use|have|put|make) (an? (?:dip to (?:black|white)|crossfade|cross-fade|wipe)) "
            rf"(?:of|lasting)"
            rf" ({SECONDS}) between (?:the two|both|the) (?:parts|clips|pieces|halves){END}",
            r"add \1 of \2 between the clips",
        ),
    )
)  # fmt: skip
