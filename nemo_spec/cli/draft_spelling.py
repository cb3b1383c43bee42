"""How a server spells its drafts: an upload and four instructions whose effect is known."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from nemo_spec.compile import Program, files_of
from nemo_spec.compile.loader import open_recipe
from nemo_spec.conformance.verdicts import NotTestable
from nemo_spec.conformance.world import World, clip, needed
from nemo_spec.nemo.text import clean_line
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.spelling import Learned, learn
from nemo_spec.timeline.uploads import together, uploads_of
from nemo_spec.verdict.final import verify_whole

_PROBES = """\
title 0.2-0.8s "Alpha"
title 1.1-1.8s "Beta"
music "lo-fi" 0.3-1.6s volume 35%
"""
"""No two times, lengths or levels are alike. Placing the clip is the fourth instruction."""


class Probed(NamedTuple):
    """What was learned; nothing is, as `wrong` says, from a draft that is not as asked for."""

    learned: Learned
    wrong: str


def probe(world: World) -> Probed:
    """Edit a session of its own, and read how its draft is spelled. Raises NotTestable, NemoError."""
    own = World(world.client, spend=True, poll_every=world.poll_every)
    needed(own.upload(), "the upload")
    program = _program()
    for step in program.instructions:
        needed(own.instruct(step.text, own.sid()), "the instruction")
    state = needed(own.state(), "reading the state").data.get("state")
    fields = state if isinstance(state, dict) else {}
    draft = fields.get("draft")
    if not isinstance(draft, dict):
        raise NotTestable("there is no draft")
    uploads = together(uploads_of(fields.get("video_infos")), files_of(program))
    read = read_draft(draft, uploads)
    found = verify_whole(program, read).findings
    wrong = next((one.message for one in found if one.is_failure and not one.is_doubt), "")
    return Probed(learn(draft, read, program.predicted.segments, uploads), clean_line(wrong))


def _program() -> Program:
    with tempfile.TemporaryDirectory(prefix="nemo-spec-") as folder:
        recipe, video = Path(folder, "probe.edit"), Path(folder, "conformance.mp4")
        recipe.write_text(_PROBES, "utf-8")
        video.write_bytes(clip())
        program = open_recipe(recipe, (str(video),), ()).program
    assert program is not None
    return program
