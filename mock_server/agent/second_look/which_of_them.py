"""Which of the things that are there is meant, or left alone: "the video in the corner", "the song" beside
a style of music, "never mind the title, just …", "bigger title, no music"."""

from mock_server.agent.lexicon.named_last import THING
from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.leant_on import does_one_of_two
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.files import is_picture, is_sound
from mock_server.timeline.tracks import Segment

_NEVER_MIND = words(
    rf"\b(?:never ?mind|skip|forget(?: about)?|no new|not)(?: about)? (?:the |my |that )?{THING},?"
    r" (?:and |but |please )?(?:just|only|simply)\b"
)


def _takes_what_is_dropped(plain: str, edit: Edit) -> bool:
    """ "Never mind the title, just lower the music", and the title is gone."""
    told = _NEVER_MIND.search(plain)
    if not told:
        return False
    gone = {str(was.get("role")) for was, now in edit.layers if not now}
    return any(role in gone for role, one in LAYERS.items() if one.search(told[0]))


_NO_MORE = r"(?:\A|[,;] ?|\band )(?:and )?no (?:more )?"
_NONE = words(rf"{_NO_MORE}({THING})(?=\W*(?:[,;.!]|\Z|and\b))")
_NO_FADE = words(rf"{_NO_MORE}(?:fades?|fad(?:e|ing)[- ](in|out)s?)(?=\W*(?:[,;.!]|\Z|and\b))")


def _leaves_what_is_not_wanted(plain: str, edit: Edit) -> bool:
    """ "Bigger title, no music", and the music is as it was."""
    if not edit.values:
        return False
    if no := _NO_FADE.search(plain):
        keys = (f"fade_{no[1].lower()}",) if no[1] else ("fade_in", "fade_out")
        faded = {one.get("id") for one in (*edit.before[0], *edit.before[1]) if has([one], *keys)}
        now = [one for one in (*edit.after[0], *edit.after[1]) if one.get("id") in faded]
        if has(now, *keys):
            return True
    kept = {str(one.get("role")) for one in edit.before[1] if one in edit.after[1]}
    said = [found[1] for found in _NONE.finditer(plain)]
    return any(LAYERS[role].search(one) for one in said for role in kept & LAYERS.keys())


_IN_THE_CORNER = words(
    r"\b(?:video|clip|footage|film|one|recording)(?: (?:that|which)(?: is|'s| sits))? (?:in|at) the"
    r" (?:(?:top|bottom|upper|lower)[- ](?:left|right)(?: corner)?|corner)\b"
)
_PUTS = words(r"\b(?:move|put|place|show|add|insert|shrink|fit)\b")


def _does_it_to_the_main_one(plain: str, edit: Edit) -> bool:
    """ "Mute the video in the corner", and the one behind it is silent."""
    inset = any(one.get("role") == "overlay" and "pos" in one for one in edit.before[1])
    changed = edit.before[0] != edit.after[0]
    return inset and changed and bool(_IN_THE_CORNER.search(plain)) and not _PUTS.search(plain)


_THE_SONG = words(r"\b(?:the|my) song\b")


def _changes_the_other_music(plain: str, edit: Edit) -> bool:
    """ "Fade out the song" beside "jazz", and it is the jazz."""
    music = [one for one in edit.before[1] if one.get("role") == "music"]
    songs = [one for one in music if is_sound(str(one.get("src", "")))]
    if len(songs) != 1 or len(music) == 1 or songs[0] not in edit.after[1]:
        return False
    other = any(was in music for was, _ in edit.layers)
    return other and bool(_THE_SONG.search(plain))


_HEARD = ("music", "sound", "voiceover")
_NO_TEXTS = ("overlay", *_HEARD)


def _colors_what_has_none(_: str, edit: Edit) -> bool:
    """ "Make both red", and one of them is a logo; "move both to the top", and one is music."""
    return any(
        (role in _NO_TEXTS and _gains(was, now, "style", "font"))
        or (role in _NO_TEXTS and _gains(was, now, "color") and isinstance(now["color"], str))
        or (role in _HEARD and _gains(was, now, "pos", "x", "size", "scale", "opacity", "outline"))
        for was, now in edit.altered
        for role in [now.get("role")]
    )


def _gains(was: Segment, now: Segment, *keys: str) -> bool:
    return any(key in now and differs(was, now, key) for key in keys)


_SHOWS_A_TEXT = words(r"\A\W*(?:please )?show\b[^.;]*\b(?:with|and) an? [a-z]+\W*\Z")


def _shows_a_sound(plain: str, edit: Edit) -> bool:
    """ "Show the text New from 10 to 12 with a ding", and there is only the ding."""
    heard = bool(edit.added) and all(one.get("role") == "sound" for one in edit.added)
    return heard and bool(_SHOWS_A_TEXT.match(plain))


_NOT_SO_BUT = words(
    r"\b(?:instead of|rather than) (?:an? |making (?:it|the [a-z]+) )?(?:bigger|larger|smaller|louder"
    r"|quieter|softer)\b"
)


def _does_what_is_not_wanted(plain: str, edit: Edit) -> bool:
    """ "Instead of a bigger title I'd like a red one", and it is red and bigger."""
    both = any(
        differs(was, now, "size", "scale", "vol")
        and differs(was, now, "color", "style", "pos", "opacity", "s", "d")
        for was, now in edit.altered
    )
    return both and bool(_NOT_SO_BUT.search(plain))


_AS_LOUD_AS_USUAL = words(r"\b(?:normal|usual|full) volume\b", "正常音量|音量正常|原来?音量")


def _leaves_the_music_low(plain: str, edit: Edit) -> bool:
    """ "换成钢琴曲，正常音量", and it is as low as the music before it."""
    low = any(
        now.get("role") == "music"
        and float(now.get("vol", 1)) not in (0, 1)
        and not differs(was, now, "vol")
        for was, now in edit.altered
    )
    return low and edit.before[0] == edit.after[0] and bool(_AS_LOUD_AS_USUAL.search(plain))


_UPLOADED = words(
    r"\buploaded (?:song|track|music|file)\b|\b(?:song|track|music) (?:that )?I uploaded\b",
    "上传的",
)


def _plays_another_song(plain: str, edit: Edit) -> bool:
    """ "Lay the uploaded song under the video", and it is some music that was made up."""
    made_up = any(one.get("role") == "music" and "src" not in one for one in edit.added)
    return made_up and bool(_UPLOADED.search(plain))


_STILL_HALF = words(r"\bstill (?:at )?half\b", "(?:还是|仍是|依然是?|保持)一半")


def _halves_what_is_half(plain: str, edit: Edit) -> bool:
    """ "换成song.mp3，音量还是一半", where it was half already, and it is a quarter now."""
    halved = any(
        differs(was, now, "vol") and float(was.get("vol", 1)) == 0.5 for was, now in edit.changes
    )
    return halved and bool(_STILL_HALF.search(plain))


_SEVERAL_LOGOS = words(
    r"\b(?:first|second|third|last|other|both|all|every|each|two|three)(?: of)?(?: the| my| these| those)?"
    r"(?: two| three)? (?:logos?|watermarks?)\b",
    r"\b(?:logos|watermarks)\b",
    "(?:第[一二三四1-4]个?|最后一?个?|另一?个|两个|所有的?|全部的?|每个|这些|那些)(?:logo|水印|贴图)"
    "|(?:logo|水印|贴图)(?:都|全)",
)


def _takes_a_video_for_a_logo(plain: str, edit: Edit) -> bool:
    """ "Delete the second logo", where there is one, and a video in the corner."""
    changed = [
        str(was["src"]) for was, _ in edit.layers if was.get("role") == "overlay" and "src" in was
    ]
    pictures = [one for one in edit.before[1] if is_picture(str(one.get("src", "")))]
    inset = any(not is_picture(one) for one in changed)
    return (
        inset and bool(pictures) and bool(_SEVERAL_LOGOS.search(plain)) and not _INSET.search(plain)
    )


_INSET = words(
    r"\b(?:pip|picture[- ]in[- ]picture|inset|(?:small|little|other|corner|second) (?:video|clip|one)"
    r"|video|clip|overlays?)\b",
    "画中画|视频",
)


CHECKS = (
    _takes_a_video_for_a_logo,
    _plays_another_song,
    _halves_what_is_half,
    _leaves_the_music_low,
    does_one_of_two,
    _does_what_is_not_wanted,
    _takes_what_is_dropped,
    _leaves_what_is_not_wanted,
    _does_it_to_the_main_one,
    _changes_the_other_music,
    _colors_what_has_none,
    _shows_a_sound,
)
