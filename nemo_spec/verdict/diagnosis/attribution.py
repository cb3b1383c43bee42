"""Attribute a difference to the instruction that caused it, where no omission explains it."""

from __future__ import annotations

from collections import defaultdict

from nemo_spec.compile import Instruction
from nemo_spec.compile.compiler import DEFAULT_TOLERANCE
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.diagnosis.other_material import named_as_expected, other_names, placing
from nemo_spec.verdict.diagnosis.predict import Predicted, tolerance_of
from nemo_spec.verdict.diagnosis.search import WHOLE, Indices, OmissionSearch
from nemo_spec.verdict.findings import Finding, about

_ASKED = 40
"""Only for the last so many instructions is the video without them predicted: seconds at most."""


def attribute_differences(search: OmissionSearch, missing: Indices) -> dict[int, Finding]:
    """Findings by the id of their step, without these that are missing anyway."""
    if len(missing) == len(search.on_video):
        return {}
    if only_properties(search.without(missing), search.actual):
        return _by_key(search, missing)
    return _by_material(search) or _by_omission(search)


def only_properties(predicted: Predicted, actual: Timeline) -> bool:
    """Whether everything plays when it should, perhaps in another colour or at another level."""
    if predicted.timeline.is_uncertain:
        return False
    parts = _parts(predicted.timeline, actual, DEFAULT_TOLERANCE)
    return bool(parts) and all(part.key != MATERIAL for part in parts)


def _parts(predicted: Timeline, actual: Timeline, tolerance: int) -> list[Part]:
    """Where they differ (times in ms), be it for a moment where they do nowhere else."""
    found = (diff_main_tracks(predicted.main, actual.main, off) for off in (tolerance, 1))
    return next(filter(None, found), [])


# ---- A level, a colour, a fade -------------------------------------------------------------------


def _by_key(search: OmissionSearch, missing: Indices) -> dict[int, Finding]:
    """Each difference at the last instruction that sets that part of the video, or else at the one that
    placed the clips."""
    predicted, texts = search.without(missing).timeline, defaultdict[int, list[str]](list)
    for part in _parts(predicted, search.actual, tolerance_of(search.on_video)):
        setting = (i for i in search.acting(part, missing) if search.sets(i, part.key))
        texts[next((i for i in setting if i not in missing), 0)].append(str(part))
    steps = [(search.on_video[index], said) for index, said in texts.items()]
    return {id(step): about(step, "different", "; ".join(said[:3])) for step, said in steps}


# ---- Another file --------------------------------------------------------------------------------


def _by_material(search: OmissionSearch) -> dict[int, Finding]:
    """Another file at the right times, at the instruction that placed the clips; nothing if more is wrong
    than a level or a colour."""
    for meant in named_as_expected(search.without(WHOLE).timeline, search.actual):
        texts, rest = other_names(search.actual, meant), OmissionSearch(search.on_video, meant)
        if not texts:
            continue
        is_right = rest.explains(WHOLE)
        if is_right or only_properties(rest.without(WHOLE), meant):
            step, found = placing(search.on_video), {} if is_right else _by_key(rest, WHOLE)
            texts += [found[id(step)].message] if id(step) in found else []
            return found | {id(step): about(step, "different", "; ".join(texts[:3]))}
    return {}


# ---- What plays when ---------------------------------------------------------------------


def _by_omission(search: OmissionSearch) -> dict[int, Finding]:
    """Each problem at the last instruction that takes part in it, of those that act where the video differs
    if there are any; doubt at the others that do, and at those that would leave no trace."""
    on_video, problems = search.on_video, search.without(WHOLE).problems
    acting = {i for part in search.parts(WHOLE) or () for i in search.acting(part, WHOLE)}
    involved: list[tuple[Instruction, list[str]]] = []
    elsewhere: list[tuple[Instruction, list[str]]] = []
    unseen: list[tuple[Instruction, list[str]]] = [(step, []) for step in on_video[:-_ASKED]]
    for index in range(len(on_video))[-_ASKED:]:
        without = search.without(frozenset((index,))).problems
        theirs = [text for text in problems if text not in without]
        if theirs:
            (involved if index in acting else elsewhere).append((on_video[index], theirs))
        elif all(text in problems for text in without):
            unseen.append((on_video[index], []))
    left, found = list(problems), dict[int, Finding]()
    if not involved and not elsewhere:
        involved = [(step, left) for step in on_video[-1:]]
    for step, theirs in [*unseen, *reversed(involved), *reversed(elsewhere)]:
        mine = [text for text in theirs if text in left]
        left = [text for text in left if text not in mine]
        message = "; ".join(mine[:3]) or "cannot be checked while the video differs"
        found[id(step)] = about(step, "different" if mine else "unreadable", message)
    return found
