"""English: what is said of a layer beside something else is not done to the video: "make the music quieter
and faster", "make the logo smaller", "also black and white"; and what is said of all that is heard."""

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import LAYERS, words

_THING = (
    r"(?:title|caption|subtitle|lower third|logo|overlay|watermark|music|song|track|text"
    r"|voice-?over|inset)s?"
)
_LIKE = (
    r"(?:(?:a bit|a little|slightly|much|twice as|half as) )?(?:black and white|black-and-white"
    r"|b&w|warm(?:er)?|sepia"
    r"|cool(?:er)?|cold(?:er)?|vintage|vivid|cinematic|fast(?:er)?|slow(?:er)?|quicker|loud(?:er)?"
    r"|quiet(?:er)?|backwards)"
)
_BOTH = words(
    rf"\b(?:make|turn|have|get|want|set) (?:the|my|this|that"
    rf"|our) (?:[a-z]+ )?{_THING} (?:[a-z-]+ ){{1,4}}and {_LIKE}\b"
)
_VIDEO = words(
    r"\b(?:videos?|clips?|pictures?|footage|film|image|everything|all of it|whole|colou?rs?|speed"
    r"|sound|audio|speech|voice)\b"
)
_ALSO = words(
    rf"\A\W*(?:and|also)(?: also)? (?:make it )?{_LIKE}(?:,? (?:too|as well|please))*\W*\Z",
    rf"\A\W*(?:make it )?{_LIKE},? (?:too|as well|also)(?: please)?\W*\Z",
    r"\A\W*(?:and |also )?fade (?:it )?(?:in|out)\b[^,.;]*\b(?:too|as well|also)\W*\Z",
    r"\A\W*(?:and|also)(?: also)? fade (?:it )?(?:in|out)\b[^,.;]*\Z",
)
_SEEN = ("color", "speed", "vol", "reverse", "fade_in", "fade_out")
_ALL = words(
    r"\b(?:everything|all of it|the whole thing|all the sounds?|all sounds?)\b[^.;]*\b(?:loud"
    r"|louder|quiet|quieter|volume)\b",
    r"\b(?:quieter|louder|volume)\b[^.;]*\b(?:of|for) everything\b",
)
_ONE_OF_KIND = words(r"\bthe (?:video|picture|image|photo|clip) one\b")


def _of_the_video(edit: Edit) -> bool:
    was, now = edit.before[0], edit.after[0]
    return any(
        {str(one.get(key)) for one in was} != {str(one.get(key)) for one in now} for key in _SEEN
    )


def _does_it_to_the_video(plain: str, edit: Edit) -> bool:
    return bool(_BOTH.search(plain)) and not _VIDEO.search(plain) and _of_the_video(edit)


def _spares_what_is_heard(plain: str, edit: Edit) -> bool:
    """ "Make everything quieter", and a video on top is as loud as it was."""
    if not _ALL.search(plain) or not _of_the_video(edit):
        return False
    changed = {was.get("id") for was, _ in edit.layers}
    return any("vol" in one and one.get("id") not in changed for one in edit.before[1])


def _takes_another_for_it(plain: str, edit: Edit) -> bool:
    """ "Mute the video one" of two overlays, and the video is."""
    return bool(_ONE_OF_KIND.search(plain)) and _of_the_video(edit) and has(edit.before[1], "src")


def takes_the_video_for_the_layer(message: str, made: Edit, edit: Edit) -> bool:
    """ "Make the overlay smaller", "quieter, too", and the video is."""
    of_layers = bool(made.layers) and made.before[0] == made.after[0]
    return (
        of_layers
        and bool(_ALSO.search(message))
        and not _VIDEO.search(message)
        and _of_the_video(edit)
    )


_ONE_MORE = words(
    "再(?:来|加|上|放|补|写|打)一?[个条句行段](?!标题|字幕|人名条|文字|旁白|配音|音乐|音效)",
    r"\b(?:and |then |now )?(?:another(?: one)?|one more|a second one)\b(?! (?:title|caption|subtitle|lower"
    r"|text|voice|song|sound|logo))",
)


def is_another_kind_of_text(message: str, made: Edit, edit: Edit) -> bool:
    """ "5到8秒字幕“欢迎”", "8到11秒再来一条“请坐”", and that is a title."""
    first, then = (
        {one.get("role") for one in side.added if "text" in one} for side in (made, edit)
    )
    told = _ONE_MORE.search(message) and not any(one.search(message) for one in LAYERS.values())
    return bool(told and first and then - first)


_A_LINE_BELOW = words(
    "\\A[ ,，]*(?:[它他她]的?|名字|人名条的?)?(?:下面|底下|下方)的?(?:再|还)?[加写来]一?[行排]"
)
_A_LINE_BELOW_A_TEXT = words("(?:标题|字幕)的?(?:下面|底下|下方)(?:再|还)?[加写来]一?[行排]")


def _writes_no_line_below(plain: str, edit: Edit) -> bool:
    """ "下面再加一行“设计师”", and that is a name, or takes the place of the line that is there."""
    names = any(one.get("role") == "lower-third" and "sub" not in one for one in edit.added)
    others = any("sub" in was and was["sub"] != now.get("sub") for was, now in edit.altered)
    if (names or others) and _A_LINE_BELOW.search(plain):
        return True
    return bool(edit.added) and bool(_A_LINE_BELOW_A_TEXT.search(plain))


CHECKS = (
    _writes_no_line_below,
    _does_it_to_the_video,
    _spares_what_is_heard,
    _takes_another_for_it,
)
