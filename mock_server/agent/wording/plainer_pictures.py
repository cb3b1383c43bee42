"""Turns of English orders for speeds, looks, pictures, levels and transitions, in"
" the words that are read."""

from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.plain_words import AT, END, LOOK, SECONDS, N, Said, percent, timed

_RANGE = rf"(?:from |between )?{AT} ?(?:to|-|–|and|until) ?{AT}"
_MUSIC = r"(?:the (?:background )?(?:music|song))"
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
        # --- a look or a speed, but not all over
        (
            rf"\A(?:play (?:it )?at )?(double|half) speed(?: everywhere| throughout)?,? (?:except"
            rf"|but not)(?: for| in)? (the (?:first"
            rf"|last) {SECONDS}){END}",
            r"play everything at \1 speed except \2",
        ),
        (
            rf"\A({LOOK})(?: look)?,? (?:but )?only (?:for |in |during )?(the (?:first"
            rf"|last) {SECONDS}){END}",
            r"make \2 \1",
        ),
        (rf"\Anot ([0-9.]+)x[,;] (?:but )?([0-9.]+)x{END}", r"make it \2x"),
        (
            rf"\A(?:lose|remove|drop) the fade at the (beginning|start|end)(?: only)?{END}",
            lambda found: f"remove the fade {'out' if found[1].lower() == 'end' else 'in'}",
        ),
        (
            r"\A(?:no transition|no crossfade),? (?:after all|actually)(?=[ .!]*\Z)",
            "remove the transition",
        ),
        (
            r"\A(clean up the noise|denoise it|remove the noise),? but (?:don't|do not) (?:stabili[sz]e"
            r"|mute|cut)(?: it| anything)?"
            r"(?=[ .!]*\Z)",
            r"\1",
        ),
        (
            rf"\A(<:text>) ?((?:top|bottom) (?:left|right)) and (<:text>) ?((?:top|bottom) (?:left"
            rf"|right)) as titles,? both (?:from )?"
            rf"({AT} ?(?:to|-) ?{AT}){END}",
            r"title \1 from \5 \2 and title \3 from \5 \4",
        ),
        (
            r"\A(?:a )?(?:big |small )?(?:red|blue|green|yellow|white|black) title\? no[:,] (an? (?:red"
            r"|blue|green|yellow|white|black)"
            rf" title <:text> ?(?:from )?{_RANGE}){END}",
            r"add \1",
        ),
        (
            rf"\Ause (<:file>) as a clip of its own at the (?:very )?end,? (?:for )?({SECONDS}){END}",
            r"add \1 as a clip at the end for \2",
        ),
        (
            rf"\A(half|double) speed,? but only (?:for |from )({AT} ?(?:to|-|–) ?{AT})(?: seconds)?{END}",
            r"play \2 at \1 speed",
        ),
        (
            rf"\A({LOOK}) colou?rs,? but only (?:up to|until|till) (?:second )?({AT}){END}",
            lambda found: f"make 0 to {timed(found[2])} {found[1]}",
        ),
        (
            rf"\A(freeze (?:the )?(?:frame|picture)? ?at {AT} for {SECONDS}),? (?:and )?then (?:go on"
            rf"|continue|carry on){END}",
            r"\1",
        ),
        (rf"\Avolume back (?:up |down )?to ([0-9]+ ?%){END}", r"set the volume to \1"),
        (
            rf"\A(?:{_MUSIC}|music) should be at (0?\.[0-9]{{1,2}}|[0-9]+ ?%),? not (?:0?\.[0-9]{{1,2}}"
            rf"|[0-9]+ ?%){END}",
            lambda found: f"set the music volume to {percent(found[1])}",
        ),
        (
            rf"\A(?:a (?:bit|little) |slightly )?(quieter|louder|softer),? (?:but )?(?:just"
            rf"|only) the (music|song|title|caption|logo|voice-?over){END}",
            r"make the \2 a bit \1",
        ),
        (
            rf"\A([a-z-]{{3,9}}) music,? but only (?:from |between )?({AT}) (?:to"
            rf"|and) ({AT})(?: seconds)?{END}",
            lambda found: f"add {found[1]} music from {found[2]} to {timed(found[3])}",
        ),
        (
            rf"\A(voice-?over <:text> ?{_RANGE}(?: seconds)?)[.;,] ?(?:but )?(?:please )?(?:don't"
            rf"|do not) show it as (?:text|a title|a caption){END}",
            r"\1",
        ),
        (
            r"\A(remove the (?:background )?noise),? but leave the shaky picture(?: as it is"
            r"| alone)?(?=[ .!]*\Z)",
            r"\1",
        ),
        (
            rf"\A(?:don't|do not) mute it,? (?:but )?(?:just )?set it to ([a-z0-9-]+ ?(?:%|percent)){END}",
            r"set the volume to \1",
        ),
        (
            rf"\A(make the (?:logo|title|caption) (?:smaller|bigger)),? but leave it (?:in its corner"
            rf"|where it is|in its place){END}",
            r"\1",
        ),
        (
            r"\A(?:the logo isn't needed|we don't need the logo) in the first ([0-9]+"
            r"|[a-z]+) seconds[.;,] (?:so )?hide it there(?=[ .!]*\Z)",
            r"hide the logo in the first \1 seconds",
        ),
        (
            rf"\A(both titles (?:at the|to the) (?:top|bottom)),? in their old colou?rs{END}",
            r"put \1",
        ),
        (
            rf"\A(?:no|sorry|actually|hm+)[, ]+(?:please )?(?:go )?back to normal(?: speed)?(?:"
            rf" please)?{END}",
            "back to normal",
        ),
        (
            r"\Ai(?:'m| am) (?:a bit |way |much |far )?too (quiet|loud)[,;.] (?:so )?(?:please"
            r" )?make it (?:a (?:bit|little) )?(louder|quieter)(?=[ .!]*\Z)",
            lambda found: (
                f"make my voice a bit {found[2]}"
                if (found[1].lower() == "quiet") == (found[2].lower() == "louder")
                else found[0]
            ),
        ),
        (
            rf"\A{_MUSIC} should (?:get out of the way|duck|go down|dip)(?: when(?:ever)?| while"
            rf"| as soon as) (?:i'm|i am|someone is|somebody is"
            rf"|we're|we are|i|someone|somebody) (?:speak(?:ing|s)?|talk(?:ing|s)?){END}",
            "duck the music under speech",
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
)
