"""How a session differs from its recipe, as `plan` shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TextIO

from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.plan import Planned
from nemo_spec.report.color import is_colored
from nemo_spec.report.columns import padded
from nemo_spec.run.budget import Estimate
from nemo_spec.run.reconcile.plan_diff import PlanDiff, PlannedChange

_COLORS = {"+": "32", "~": "33", "-": "31"}
_STATEMENT = 40


def show_drift(
    planned: Planned, drift: PlanDiff, session: str, out: TextIO | None = None
) -> Iterator[str]:
    """Lines for the terminal; signs are coloured there."""
    noun = _counted(drift.kept, "instruction")
    yield f"session      {visible(session)}: {noun} done"
    colored = is_colored(out or sys.stdout)
    said = None
    for change in drift.changes:
        sign = f"\x1b[{_COLORS[change.sign]}m{change.sign}\x1b[0m" if colored else change.sign
        yield f"  {sign} {_line(planned, change)}  {visible(change.message)}"
        if change.step not in (None, said) and not drift.unreachable:
            said = change.step
            yield f"    send       {visible(change.step.text)}"
    yield ""
    yield _summary(drift)


def show_estimate(estimate: Estimate) -> str:
    """`about 50 credits, 1 min 10 s to 3 min 30 s at the service`; `0 credits` where nothing is sent."""
    low, high = map(_minutes, estimate.seconds)
    credits = f"about {estimate.credits:g} credits" if estimate.credits else "0 credits"
    if not estimate.seconds[1]:
        return credits
    more = "" if estimate.known else ", more for long footage"
    return f"{credits}, {low} to {high} at the service{more}"


def _line(planned: Planned, change: PlannedChange) -> str:
    if change.owner is None:
        what, number = "the clips" if change.sign != "-" else "not in the recipe", ""
    else:
        span = planned.origins[change.owner].span
        what, number = visible(" ".join(span.text.split())), str(span.line)
    return f"{number:>3}  {padded(what, _STATEMENT)}"


def _summary(drift: PlanDiff) -> str:
    if not drift.changes:
        return "nothing to send: the draft is what the recipe says"
    counts = {sign: sum(change.sign == sign for change in drift.changes) for sign in _COLORS}
    left = sum(change.step is None for change in drift.changes)
    told = f"{counts['+']} to add, {counts['~']} to change, {counts['-']} to remove; "
    if drift.unreachable:
        return (
            f"{told}nothing to send: no instruction can fix this; it needs a new session, --fresh"
        )
    told += _counted(len(drift.steps), "instruction")
    return f"{told}; {left} cannot be fixed" if left else told


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _minutes(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes >= 10:  # nobody knows it to the second
        return f"{minutes + (rest >= 30)} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
