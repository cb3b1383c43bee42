"""What is to be so "only" there, or there "instead", is so no more elsewhere: "mute only until 0:10" of
what is silent for 20 seconds, "sepia for the last ten seconds instead"."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_ONLY = words(
    r"\b(?:only|just|instead|everywhere (?:but|except))\b", "[只仅](?!有|是)|而不是|改成|除了"
)
_KEYS = ("vol", "color", "speed", "reverse")


def _stays_so_elsewhere(plain: str, edit: Edit) -> bool:
    """ "Mute just 5 to 10" of what was silent up to 20, and it still is."""
    if edit.ends[0] != edit.ends[1] or len(edit.before[0]) < 2 or not _ONLY.search(plain):
        return False
    if edit.only_splits:
        return True
    return any(_is_kept(edit, key) and _is_spread(edit, key) for key in _KEYS)


def _is_kept(edit: Edit, key: str) -> bool:
    """Whether all clips that had a value have it still, at the same time."""
    held = [(one["s"], str(one[key])) for one in edit.before[0] if key in one]
    now = [(one["s"], str(one[key])) for one in edit.after[0] if key in one]
    return bool(held) and all(one in now for one in held)


def _is_spread(edit: Edit, key: str) -> bool:
    """Whether others have the same value now."""
    was, now = (
        [str(one[key]) for one in side[0] if key in one] for side in (edit.before, edit.after)
    )
    return len(now) > len(was) and set(now) == set(was)


CHECKS = (_stays_so_elsewhere,)
