"""Check a draft against a recipe; nothing is sent or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nemo_spec.api.arguments import FilePath, Values, paths_of, settings_of
from nemo_spec.api.drafts import Known, dialect_of_project, draft_in, open_draft
from nemo_spec.api.outputs import refused_exports
from nemo_spec.api.results import InvalidRecipe, Result
from nemo_spec.compile import files_of
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.diagnostics import Diagnostic, has_errors
from nemo_spec.report.record import Record
from nemo_spec.run import events
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import any_failure, only_doubts


def verify(
    recipe: FilePath, *clips: FilePath, draft: FilePath | Mapping[str, Any], values: Values = ()
) -> Result:
    """Check a draft against a recipe, line by line.

    `draft` is a file, or the draft itself as the service sends it. Raises InvalidRecipe, NoDraft
    where the draft cannot be read, and NemoError.
    """
    opened = open_recipe(Path(recipe), paths_of(clips), settings_of(values), measure_pauses=True)
    diagnostics = [*opened.diagnostics, *refused_exports(opened)]
    if has_errors(diagnostics):
        raise InvalidRecipe(diagnostics)
    known = known_of(opened, dialect_of_project(opened.root))
    if isinstance(draft, Mapping):
        return verify_timeline(opened, draft_in(dict(draft)).read(known), diagnostics)
    return verify_timeline(opened, open_draft(Path(draft), known), diagnostics)


def known_of(opened: Opened, dialect: Dialect = DOCUMENTED) -> Known:
    """What a recipe tells beforehand of its draft: the files that it may hold."""
    return Known(files_of(opened.program) if opened.program else (), dialect)


def verify_timeline(
    opened: Opened,
    timeline: Timeline,
    diagnostics: Sequence[Diagnostic] = (),
    draft: Mapping[str, Any] | None = None,
) -> Result:
    """The same for a recipe without errors and a draft that were read already; `draft` is as it came."""
    assert opened.program is not None
    whole = verify_whole(opened.program, timeline)
    met = not any_failure(whole.findings)
    undecided = set(whole.undecided)
    decided = [finding for finding in whole.findings if finding not in undecided]
    record = Record(opened.planned, str(opened.path), delivers=False, program=opened.program)
    record.take(events.Checked(tuple(whole.findings)))
    record.take(events.Edited(timeline, draft or {}))
    unknown = not met and not any_failure(decided)
    doubted = not unknown and only_doubts(whole.findings)
    record.take(events.Finished(met, unknown, None, doubted=doubted))
    return Result(record, diagnostics)
