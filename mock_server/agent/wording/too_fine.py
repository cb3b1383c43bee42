"""English orders that are finer than anything the agent can do, or than what they say of it: "the music
quieter towards the end", "but not during the title", "mute the video in the corner". They are left alone.
Said before the values are read."""

from mock_server.agent.values.placeholders import HAN, UNREADABLE
from mock_server.agent.values.rules import Replacement, Rules, plainly

_LAYER = r"(?:title|logo|music|song|captions?|subtitles?|lower third|watermark|text|ding|sound)"
_IT = r"(?:it|that|this|them)"
_SOUND = r"[\w-]+\.(?:mp3|wav|m4a|aac|flac|ogg)"
_STRENGTH = (
    r"(?:louder|quieter|softer|bigger|smaller|larger|mute|lower|raise|turn (?:up|down)|duck|faster|slower"
    r"|half transparent|fainter|move)"
)

_RULES: Rules[Replacement] = Rules(
    (
        # --- little by little, or from some time on
        (r"\b(\w+er) and \1\b", rf"\1 {UNREADABLE}"),
        (
            rf"\b({_STRENGTH}\b[^.;,]{{0,40}}?) (?:towards? the (?:very )?end|for the (?:ending|outro))\b",
            rf"\1 {UNREADABLE}",
        ),
        # --- but not then, or only then
        (
            rf",? (?:but|just|only|and)? ?not (?:during|while|when|under|over|where) the (?={_LAYER})",
            f" {UNREADABLE} ",
        ),
        (
            r"\bonly (?:where|when|while) (?=nobody|no one|no-one|someone|somebody)",
            f"{UNREADABLE} ",
        ),
        (r"\bduck (?:the|my) [^.;]{4,40}\bonly (?=from|between|in|for|at)", f"{UNREADABLE} "),
        (
            rf"\bmove the (?={_LAYER})([^.;,]{{3,24}} (?:from|between) [^.;,]{{3,16}} only)\b",
            rf"{UNREADABLE} \1",
        ),
        (
            rf"\bkeep the ({_LAYER}) at (?=[\d:.]+ ?(?:s|secs?|seconds?)\b)",
            rf"keep the \1 {UNREADABLE} at ",
        ),
        (
            rf"\bwith (?:the |just )?({_LAYER}|voice|picture)(?: and [a-z]+)? only\b",
            rf"with \1 {UNREADABLE}",
        ),
        # --- of the picture in the picture
        (
            r"(?<!put )(?<!move )(?<!place )(?<!show )(?<!add )(?<!lay )(?<!remove )(?<!delete )"
            r"\b(the (?:video|clip)) in the corner\b",
            rf"\1 {UNREADABLE}",
        ),
        (r"\bin the corner and its (?=sound|audio)", f"{UNREADABLE} "),
        # --- a part of a file, of which the wrong one would be taken
        (
            r"\b(?:last|final) (?=(?:[\w.]+ )?(?:seconds?|secs?|minutes?|half|third) of (?:the )?"
            rf"{_SOUND})",
            f"{UNREADABLE} ",
        ),
        (rf"\bseconds? [\d.]+ (?:to|-) [\d.]+ of (?={_SOUND})", f"{UNREADABLE} "),
        (
            r"\bshow the (?:first|last|final) (?=[\w.]+ (?:seconds?|secs?) of [\w-]+\.(?:mp4|mov|webm|mkv)"
            r" (?:in|at|on) the (?:top|bottom|upper|lower|left|right|corner))",
            f"show {UNREADABLE} ",
        ),
        # --- what stays, and is no black and white
        (r"(?<=\w),? (?:and |but )?no colou?r (?:changes?|grading|filters?)(?=[ .!]*\Z|[,;])", ""),
        (r"\A(?:please )?no colou?r (?=changes?|grading|filters?)", f"{UNREADABLE} "),
        # --- which of two, and what of it
        (
            rf"(?<=\w) {_IT}(?=,? (?:and|as well as|plus) the {_LAYER})|(?<=\bthe title and) it\b"
            rf"|(?<=\bthe logo and) it\b|(?<=\bthe music and) it\b",
            f" {UNREADABLE}",
        ),
        (r"\bthe (jazz|piano|lo-?fi)\b(?=[^.;]{3,40}\bthe song\b)", rf"the {UNREADABLE}"),
        (
            rf"\A(?:never ?mind|forget(?: about)?)(?= the {_LAYER},? (?:just|only|simply)\b)",
            UNREADABLE,
        ),
        (rf"\A(?:no|not a) new {_LAYER},? (?:please,? )?(?:just|only|simply) ", ""),
        (rf"\binstead of an? (?=\w+er {_LAYER})", f"{UNREADABLE} "),
        (
            r"\b(?:show|put up|display) (?:the text )?[A-Z][\w']*(?: [A-Z][\w']*)* (?=(?:from|at) [\d:.]"
            r"[^.;,]{2,20} (?:with|and) an? (?:ding|pop|whoosh|bell|chime))",
            f"show {UNREADABLE} ",
        ),
    )
)


def too_fine(text: str) -> str:
    """A message with a word that nobody knows where it asks for more than can be done."""
    return text if HAN.search(text) else _RULES.apply(text, plainly)
