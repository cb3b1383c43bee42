"""The orders that a clause gives, by the parts that it has."""

from collections.abc import Callable, Sequence

from mock_server.agent.word_by_word.order import Found, Order
from mock_server.agent.word_by_word.orders_on_clips import (
    adds_clip,
    crops,
    puts_in_place,
    splits,
)
from mock_server.agent.word_by_word.orders_on_fades import fades, to_black, transitions
from mock_server.agent.word_by_word.orders_on_layers import (
    adds_picture,
    adds_text,
    captions,
    jobs,
    lengths,
    styles,
    swaps,
    texts,
    times,
)
from mock_server.agent.word_by_word.orders_on_sound import (
    adds_music,
    doubles,
    ducks,
    levels,
    mutes,
    named_sounds,
    other_music,
    skips,
    sounds,
    unmutes,
)
from mock_server.agent.word_by_word.orders_on_stretches import (
    begins_or_ends,
    crops_a_side,
    cuts_at_an_edge,
    keeps_a_stretch,
    moves_a_stretch,
    other_sound,
    paces,
    shares_of_speed,
    zooms_by_a_share,
)
from mock_server.agent.word_by_word.orders_on_the_video import (
    arranges,
    effect_times,
    effects,
    flags,
    freezes,
    looks,
    plain_colors,
    rotates,
    shapes,
    speeds,
)
from mock_server.agent.word_by_word.orders_that_take_away import (
    begins_later,
    cuts,
    edges,
    gone_from,
    is_not_to_be,
    keeps_only,
    lasts,
    removes,
    removes_others,
    stays,
    undo,
)
from mock_server.agent.word_by_word.parts import Clause, Part
from mock_server.agent.word_by_word.things import Draft

_ORDERS: tuple[Callable[[Order], Found | None], ...] = (
    undo, gone_from, begins_later, is_not_to_be, splits, crops, puts_in_place, swaps, removes_others,
    keeps_only, stays, lasts, edges, arranges, skips, ducks, sounds, named_sounds, effect_times, effects,
    cuts, removes, mutes, unmutes, captions, looks, plain_colors, freezes, shapes, rotates, jobs, texts,
    other_music, lengths, styles, times, adds_text, adds_music, adds_picture, adds_clip,
    fades, levels, doubles, transitions,
    speeds, flags, to_black, cuts_at_an_edge, keeps_a_stretch, begins_or_ends, paces,
    shares_of_speed, zooms_by_a_share, other_sound,
    crops_a_side, moves_a_stretch,
)  # fmt: skip


def orders_of(parts: Sequence[Part], draft: Draft) -> Found:
    """The operations that the parts of a clause ask for. Raises Unknown."""
    return Order(
        Clause([one for one in parts if one.kind not in ("comma", "and", "stop")]), draft
    ).read(_ORDERS)
