"""The draft of a session as a file: the service's own answer about its state, as every command reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nemo_spec.nemo.text import mask
from nemo_spec.report.record import Record

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State


class NothingThere(OSError):
    """A run that never read a draft. `strerror` says so."""


def report(record: Record) -> str:
    """The draft at the end of a run. Raises NothingThere."""
    if record.state is None or not record.state.draft_json:
        raise NothingThere(0, "there is no draft")
    return of_state(record.state)


def report_all(records: Sequence[Record]) -> str:
    """The draft of the last run. Raises NothingThere."""
    return report(records[-1])


def of_state(state: State) -> str:
    """The draft as it came, letter by letter but for tokens, and the uploads that it names."""
    uploads = [one.model_dump(mode="json", exclude_none=True) for one in state.video_infos]
    draft = state.draft_json.decode("utf-8", "replace") or "{}"
    around = json.dumps({"session_id": state.session_id, "state": {"video_infos": uploads}})
    return mask(f'{around[:-2]}, "draft": {draft}}}}}\n')
