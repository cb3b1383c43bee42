"""English: what is said of a layer beside something else is not done to the video: "make the music quieter
and faster", "make the logo smaller", "also black and white"; and what is said of all that is heard."""

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import words

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


CHECKS = (_does_it_to_the_video, _spares_what_is_heard, _takes_another_for_it)
