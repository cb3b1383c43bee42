"""What was done, held against the words of the message once more, without the reader.

The reader accounts for every word that is left when a sentence has been said plainly; what was lost on
the way there it cannot know. So each word that speaks of something is looked for in what has changed,
unless a word beside it may say that nothing shall change there, or that something else was meant.
"""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.second_look import (
    about_so_many,
    again,
    aims,
    all_of_a_kind,
    all_of_a_list,
    all_that_sounds,
    and_the_next,
    another_kind,
    another_time,
    as_it_was_elsewhere,
    as_that_one,
    assured,
    at_a_part,
    at_both_times,
    begins,
    behind_that,
    beside,
    beside_a_stretch,
    beside_it,
    both,
    both_edges,
    both_sides,
    by_its_time,
    by_or_to,
    by_so_much,
    comes_then,
    contradicted,
    cut_as_told,
    during_a_clip,
    each_complaint,
    each_named,
    edge_of,
    elsewhere,
    ends_where,
    fades_as_told,
    fading,
    figures,
    first_and_last,
    for_a_while,
    former_value,
    from_and_until,
    from_its_inside,
    from_then_on,
    goes_on,
    in_front,
    in_its_place,
    instead,
    its_own_end,
    kept,
    later,
    lead,
    left_open,
    level_as_told,
    like_before,
    like_the_last_one,
    limits,
    listed,
    manners,
    meant_by_it,
    more_of_a_layer,
    moved_there,
    named,
    named_together,
    no_order,
    not_all_of_it,
    not_made_here,
    not_the_other,
    not_the_video,
    of_a_part,
    of_several,
    of_the_one_before,
    one_beside_it,
    one_for_all,
    one_more,
    other_side,
    parts,
    pointed_at,
    put_in,
    put_right,
    quoted_alone,
    rather_that,
    reach,
    respectively,
    rider,
    ruled_out,
    same_verb,
    set_apart,
    several,
    so_long_until,
    so_many_times,
    so_much_more,
    spared_of_all,
    stays_beside,
    stays_so,
    taken_away,
    taken_back,
    that_big,
    there_already,
    those_clips,
    time_of_a_list,
    together,
    told_as_text,
    too_and_then,
    turned_off,
    unasked,
    unsaid,
    unsettled,
    until,
    until_then,
    up_to_a_clip,
    up_to_there,
    when,
    which,
    which_of_them,
    whose,
    whose_clip,
    whose_complaint,
    whose_fade,
    whose_length,
    whose_time,
    within,
    within_its_range,
    written_on,
)
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import PUT_RIGHT, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values
from mock_server.agent.values.quotes import take_quotes, whole_characters

_VALUE = Regex(rf"{MARK.pattern}|[\w-]+\.[a-z][a-z0-9]{{1,3}}\b", re.IGNORECASE | re.ASCII)
_CHECKS = (*which.CHECKS, *when.CHECKS, *named.CHECKS, *kept.CHECKS)
# What is said of one thing and done to another is wrong in a part of what was asked, too. These hold of
# a message whatever the words were in which it was understood,
_ALWAYS = (
    all_of_a_kind, all_of_a_list, and_the_next, first_and_last, for_a_while, more_of_a_layer, unasked,
    another_kind, another_time, assured, at_a_part, beside_a_stretch, by_or_to,
    by_so_much, contradicted, from_then_on,
    in_front, named_together, rather_that,
    later, like_before, limits, manners, meant_by_it, moved_there, not_the_other, of_a_part,
    of_the_one_before, one_for_all, parts, pointed_at, put_right, ruled_out, set_apart, spared_of_all,
    stays_beside, there_already, those_clips, time_of_a_list, too_and_then,
    turned_off, until_then, up_to_a_clip,
    whose_clip, whose_complaint, whose_fade, whose_time,
    former_value, other_side, within_its_range, fades_as_told, behind_that, written_on,
    beside_it, cut_as_told, its_own_end, level_as_told, stays_so, same_verb, so_long_until, so_much_more,
    by_its_time, during_a_clip, from_and_until, not_all_of_it,
    all_that_sounds, at_both_times, comes_then, in_its_place, not_made_here, one_more,
    so_many_times, that_big, about_so_many, each_complaint, like_the_last_one, one_beside_it, rider,
    as_it_was_elsewhere, both_edges, respectively, told_as_text, up_to_there,
    both_sides, goes_on, whose_length,
)  # fmt: skip
# and these of the words that were read: a message that was put otherwise may leave some of them out.
_AS_READ = (
    again, aims, begins, beside, both, edge_of, elsewhere, ends_where, fading, figures, instead, lead,
    left_open, listed, no_order, not_the_video, of_several, put_in, reach, several, taken_away,
    taken_back, together, unsaid, unsettled, until, which_of_them, whose, within,
)  # fmt: skip
_HELD = (
    *(check for room in _ALWAYS for check in room.CHECKS),
    assured.breaks,
    kept.changes_what_stays_beside,
    when.narrows_to_elsewhere,
    *edge_of.IN_PLACE_OF_THE_WORDS,
    again.plays_twice,
    figures.goes_the_other_way,
    named.sizes_what_is_seen_through,
)
# And these ask for the names in a message, too.
_BY_NAME = (
    and_the_next.changes_what_stays,
    as_that_one.is_done_to_the_other,
    each_named.loses_a_name,
    like_the_last_one.leaves_what_it_is_not,
    one_beside_it.writes_a_word_of_it,
    respectively.leaves_what_is_not_wanted,
    at_both_times.stands_at_an_end,
    from_its_inside.begins_elsewhere_in_it,
    quoted_alone.plays_what_is_quoted,
    same_verb.is_like_what_is_spared,
    told_as_text.loses_the_rest_of_it,
    told_as_text.writes_an_order,
    told_as_text.writes_it_again,
    whose_complaint.does_it_to_another_file,
)
_OF_ANOTHER = (
    *kept.IN_PART,
    *(check for room in (*_ALWAYS, *_AS_READ) for check in room.CHECKS),
)


_A_SECOND = 1_000  # ms
_SPEEDS = words(r"\bspeed\b|[0-9] ?x\b", "倍速|变速")
_PUT_RIGHT_BEHIND = words(
    r"(?:\.\.|…) ?(?:oh |ah |uh |er )?(?:sorry|oops|no,? wait|scratch that)\b"
)


def gainsays(
    message: str, before: Mapping[str, Any], after: Mapping[str, Any], *, whole: bool = True
) -> bool:
    """Whether a message says otherwise than what it has made of a draft; `whole`: all of it was done."""
    plain, edit = _plain(message), Edit.of(before, after)
    if any(check(message, edit) for check in _BY_NAME):
        return True
    if any(check(plain, edit) for check in _OF_ANOTHER):
        return True
    if not whole:
        return bool(_PUT_RIGHT_BEHIND.search(plain))  # what was put right may be what was done
    if unsettled.asks(message, plain):
        return True
    if edit.only_splits or (edit.only_holds and _SPEEDS.search(plain)):
        return False
    if edit.ends[0] < _A_SECOND and edit.before[0]:
        return False  # any time that is told is all of it
    if any(check(plain, edit) for check in _CHECKS):
        return True
    return not PUT_RIGHT.search(plain) and figures.loses_a_figure(plain, edit)


def breaks_a_word(message: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether an edit is not what a message says, in whatever other words that was understood."""
    plain, edit = _plain(message), Edit.of(before, after)
    held = any(check(plain, edit) for check in _HELD)
    return held or any(check(message, edit) for check in _BY_NAME)


def loses_words(message: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a text has lost more than the word that a message spells right, or the level of another thing
    than of what was taken back is another one."""
    plain, edit = _plain(message), Edit.of(before, after)
    return any(
        loses(plain, edit)
        for loses in (
            put_right.loses_the_other_words,
            another_kind.is_another_level,
            rather_that.loses_the_other_edge,
            rather_that.takes_back_more,
            rather_that.takes_back_the_others,
            whose_time.loses_its_time,
            too_and_then.takes_back_what_stays,
            up_to_there.takes_back_that_too,
            *level_as_told.CHECKS,
            *former_value.CHECKS,
        )
    )


def _plain(message: str) -> str:
    """A message without what it quotes, and without the names of files."""
    return _VALUE.sub(" ", take_quotes(whole_characters(message), Values()))
