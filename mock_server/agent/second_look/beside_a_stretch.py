"""What stands beside a stretch of time: "8到11秒以外" is all but that, a remark of what is heard then is no
order, and what a list goes on with is not of that time alone."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_N = r"[0-9]+(?:\.[0-9]+)?"
_BUT = Regex(rf"(?P<a>{_N})秒?[到至-](?P<b>{_N})秒(?:钟)?(?:以外|之外|外)")
_CUTS = words("[剪删切]|去掉")
_OF_WHICH = words(
    rf"{_N}秒?[到至-]{_N}秒[^,，。;；]*[,，][^,，。;；]{{0,2}}(?:剪|删|切|去)掉?(?:前面"
    rf"|后面)[0-9一二两三四五六七八九十半]"
)
_THEN_SO = words(
    rf"{_N}秒[^,，。;；]*[,，](?:把)?(?:剪|删)掉?[,，](?:然后|再|接着)(?:静音|黑白|倒放|加速|慢放)"
)
_MUSIC_GOES = words("(?:音乐|配乐|bgm)(?:都|也|就)?(?:删|去|拿|关)(?:掉|了|除)(?! *[0-9前后])")
_NOT = words("别|不")
_UNDER_IT = words("人名条[^。;；]*[,，](?:它?的?)(?:下面|底下|下方)(?:的)?(?:小字)?(?:写|标|是)")
_THEN = words(
    r"\b(?:there|then|meanwhile|during|while|in that|for (?:that|those|these)"
    r"|meantime|at the same time)\b"
)
_ITS_OWN = words(
    r"\bfrom [0-9:.]+ ?(?:s\w*)? ?(?:to|until|-) ?[0-9:.]+(?: ?s\w*)?"
    r" (?!s(?:ec\w*)?\b)[a-z][^,;.]*[,;] ?(?:and )?(?:please )?(?:mute|silence)"
    r" (?:the|my) (?:clip|video|own|original|voice|speech|picture)[^,;.]*[ .!]*\Z"
)


def _cuts_what_is_spared(plain: str, edit: Edit) -> bool:
    """ "8到11秒以外的画面太乱，剪掉", and these seconds are gone."""
    found = _BUT.search(plain)
    if not found or not _CUTS.search(plain):
        return False
    gone = edit.ends[0] - edit.ends[1]
    return gone == round(1_000 * (float(found["b"]) - float(found["a"])))


def _cuts_beside_it(plain: str, edit: Edit) -> bool:
    """ "8到11秒笑场了，剪掉前面两秒": the first two of them, or two before them?"""
    return edit.ends[1] < edit.ends[0] and bool(_OF_WHICH.search(plain))


def _does_it_to_all(plain: str, edit: Edit) -> bool:
    """ "8到11秒笑场了，剪掉，然后静音", and all of the video is silent."""
    return bool(_THEN_SO.search(plain)) and edit.before[0] != edit.after[0]


def _keeps_the_music(plain: str, edit: Edit) -> bool:
    """ "8到11秒没声音，音乐删掉", and the music is there as it was."""
    songs = [
        [(one["s"], end_of(one)) for one in side[1] if one.get("role") == "music"]
        for side in (edit.before, edit.after)
    ]
    told = _MUSIC_GOES.search(plain) and not _NOT.search(plain)
    return bool(songs[0]) and songs[0] == songs[1] and bool(told)


def _writes_below(plain: str, edit: Edit) -> bool:
    """ "加人名条“周岩”，下面写“木匠”", and that is a title."""
    names = [one for one in edit.added if one.get("role") == "lower-third"]
    others = any(one.get("role") in ("title", "caption") for one in edit.added)
    return bool(_UNDER_IT.search(plain)) and others and any("sub" not in one for one in names)


def _is_only_then_so(plain: str, edit: Edit) -> bool:
    """ "song.mp3 from 10 to 50, and mute the clip's own sound", and that is heard before and behind."""
    silent = [one.get("vol") == 0 for one in edit.after[0]]
    return (
        any(silent) and not all(silent) and bool(_ITS_OWN.search(plain)) and not _THEN.search(plain)
    )


_IN_THE_WAY = words(
    r"\A\W*the (?P<one>[a-z -]{3,14}?) (?:is too loud over|covers|drowns out|hides|overlaps"
    r"|is over|blocks|is in front of) the (?P<other>[a-z -]{3,14}?),? (?:so |and |please )*[a-z]+ it\b"
)


def _moves_what_is_hidden(plain: str, edit: Edit) -> bool:
    """ "The logo covers the title, so move it to the top right", and that is done to the title."""
    found = _IN_THE_WAY.search(plain)
    if found is None:
        return False
    one, other = (_role(found[name]) for name in ("one", "other"))
    roles = {str(now.get("role")) for _, now in edit.altered}
    return one != other and other in roles and one not in roles


def _role(noun: str) -> str:
    return next((role for role, named in LAYERS.items() if named.search(noun)), "sound")


_NO_SOUND = words("秒没(?:有)?声音?了?[,，]")


def _mutes_what_is_silent(plain: str, edit: Edit) -> bool:
    """ "8到11秒没声音，音乐删掉", and that stretch is muted: it is so already, or is it to be?"""
    return "vol" in edit.gained("vol") and bool(_NO_SOUND.search(plain))


CHECKS = (
    _cuts_what_is_spared, _cuts_beside_it, _does_it_to_all, _keeps_the_music, _writes_below,
    _is_only_then_so, _moves_what_is_hidden, _mutes_what_is_silent,
)  # fmt: skip
