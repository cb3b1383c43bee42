"""The tools of an agent. Each answers with text; what cannot be done raises Refused with the reason.

Their docstrings are what the agent reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from nemo_spec.api.apply import apply
from nemo_spec.api.arguments import settings_of
from nemo_spec.api.check import check
from nemo_spec.api.drafts import open_draft
from nemo_spec.api.plan import plan
from nemo_spec.api.results import InvalidRecipe
from nemo_spec.api.saved_plan import Stale
from nemo_spec.api.verify import verify
from nemo_spec.compile.loader import open_recipe
from nemo_spec.harness.bundled_mock import font_pieces
from nemo_spec.harness.discovery import find_recipes
from nemo_spec.language.diagnostics import visible
from nemo_spec.language.parser import read_source, source_of
from nemo_spec.language.source import Source
from nemo_spec.mcp.limits import Allowance, Folder, Refused
from nemo_spec.nemo.settings import Settings
from nemo_spec.report import help as texts
from nemo_spec.report.json import report
from nemo_spec.report.problems import listing, problems
from nemo_spec.report.timeline import drawn
from nemo_spec.report.timeline_png import timeline_png
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.environment import environment, open_service
from nemo_spec.run.session.last_session import last_session
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import summary
from nemo_spec.timeline.uploads import uploads_of

_WIDTH = 100
"""Columns of a drawn timeline."""
_OFFLINE = "this server works offline: its user may start it with `--max-credits N`"

Recipe = Annotated[str, Field(description="path of an .edit file, from the top of the project")]
Clips = Annotated[
    Sequence[str], Field(description="paths of the clips, from the top of the project")
]
Values = Annotated[
    dict[str, str], Field(description="values for the `let`s of the recipe, by name")
]
NO_VALUES: dict[str, str] = {}
Draft = Annotated[str, Field(description="path of a draft in JSON, from the top of the project")]


class Drawing(NamedTuple):
    """A timeline as text and as PNG."""

    text: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Tools:
    """What an agent can call, inside a folder and an allowance."""

    folder: Folder
    allowance: Allowance

    def check(
        self,
        recipe: Recipe,
        text: Annotated[
            str | None, Field(description="check this text as if the file held it")
        ] = None,
        values: Values = NO_VALUES,
    ) -> str:
        """Find everything that is wrong with a recipe: code, line, column, message and cure, as JSON.

        Nothing is sent, nothing is spent. Do this after every change of a recipe.
        """
        path, content = self.folder.recipe(recipe), None if text is None else text.encode()
        source = None if content is None else source_of(recipe, content)
        self.folder.hold(
            path, (), settings_of(values), source if isinstance(source, Source) else None
        )
        found = check(path, values=values, text=content)
        return _json(listing([recipe], problems(recipe, found.diagnostics)))

    def help(
        self,
        topic: Annotated[str, Field(description="a verb, a code such as E102, or `values`")] = "",
    ) -> str:
        """Explain a verb of the language, a kind of value or an error code; without a topic, list all
        verbs."""
        lines = texts.help_on(topic)
        if lines is None:
            raise Refused(
                f"no help on {visible(topic[:60])}; near is: {texts.nearest(topic) or 'nothing'}"
            )
        return _text(lines)

    def plan(self, recipe: Recipe, clips: Clips = (), values: Values = NO_VALUES) -> str:
        """Show what applying a recipe would send, what is expected of it, and what it would cost.

        Sends no instruction and spends nothing. Do this before `apply`, and show the user the cost.
        """
        path, files = self._held(recipe, clips, values)
        planned = plan(path, *files, values=values, offline=self.allowance.is_offline)
        return _text(planned.shown())

    def apply(self, recipe: Recipe, clips: Clips = (), values: Values = NO_VALUES) -> str:
        """Edit the clips as the recipe says, check the result, render it into the project; the report
        as JSON, with `result` met, not met, unknown or failed, and a finding for every line.

        Offline, against a stand-in for the service, unless the user has allowed credits when they
        started this server. What was done already is not done again.
        """
        path, files = self._held(recipe, clips, values)
        with self.allowance.run() as spending:
            policy = Policy(limit=spending.limit)
            offline = self.allowance.is_offline
            try:
                result = apply(path, *files, values=values, policy=policy, offline=offline)
            except (InvalidRecipe, Stale):
                spending.cost = 0  # nothing was sent
                raise
            spending.cost = result.cost
        return report(result.record)

    def verify(
        self,
        recipe: Recipe,
        draft: Draft,
        clips: Clips = (),
        values: Values = NO_VALUES,
    ) -> str:
        """Check a saved draft against a recipe, line by line; the report as JSON. Nothing is sent."""
        path, files = self._held(recipe, clips, values)
        file = self.folder.path(draft, ".json", ".xml")
        return report(verify(path, *files, draft=file, values=values).record)

    def show(
        self,
        file: Annotated[
            str, Field(description="a draft in JSON, or a recipe: then what it should become")
        ],
        clips: Clips = (),
        values: Values = NO_VALUES,
    ) -> Drawing:
        """Draw a timeline to scale, as text and as a picture: the one of a draft, or the one that a recipe
        predicts."""
        path = self.folder.path(file, ".edit", ".json", ".xml")
        timeline = open_draft(path) if path.suffix != ".edit" else self._of(file, clips, values)
        text = _text([*drawn(timeline, _WIDTH), summary(timeline)])
        return Drawing(text, timeline_png(timeline, font_pieces))

    def status(self) -> str:
        """Show what the project's latest session at the service holds. Needs the service."""
        settings = self._online()
        session = last_session(self.folder.root, settings.api_url)
        if session is None:
            raise Refused("there is no session yet: `apply` begins one")
        with open_service(settings, lambda note: None) as service:
            state = service.call(lambda: service.nemo.state(session.session_id))
        uploads = [one.filename for one in state.video_infos]
        found = read_draft(state.draft, uploads_of(state.video_infos))
        return _text([*(f"file    {name}" for name in uploads), summary(found)])

    def credits(self) -> str:
        """Show what is left: of what the user allows here, and on the account. Needs the service."""
        settings = self._online()
        with open_service(settings, lambda note: None) as service:
            credits = service.call(service.nemo.credits)
        return (
            f"{self.allowance.left:g} credits may be spent here, "
            f"{credits.available:g} are available on the account"
        )

    # ---- Resources -------------------------------------------------------------------------------

    def recipes(self) -> list[str]:
        """The recipes of the project by their paths; hidden folders and what leads outside left out."""
        found = find_recipes([self.folder.root])
        names = (path.relative_to(self.folder.root).as_posix() for path in found)
        return sorted(name for name in names if self._may_read(name))

    def read(self, recipe: str) -> str:
        """The text of a recipe. Raises Refused."""
        found = read_source(self.folder.recipe(recipe), recipe)
        if not isinstance(found, Source):
            raise Refused(found.message)
        return found.original

    def _may_read(self, name: str) -> bool:
        try:
            self.folder.recipe(name)
        except Refused:
            return False
        return True

    # ---- Together --------------------------------------------------------------------------------

    def _held(self, recipe: str, clips: Clips, values: Mapping[str, str]) -> tuple[Path, list[str]]:
        path, files = self.folder.recipe(recipe), self.folder.clips(clips)
        self.folder.hold(path, files, settings_of(values))
        return path, files

    def _of(self, recipe: str, clips: Clips, values: Mapping[str, str]) -> Timeline:
        path, files = self._held(recipe, clips, values)
        opened = open_recipe(path, files, settings_of(values), measure_pauses=True)
        if opened.program is None or not opened.is_good:
            raise Refused("the recipe has errors: see `check`")
        return opened.program.predicted

    def _online(self) -> Settings:
        if self.allowance.is_offline:
            raise Refused(_OFFLINE)
        return environment()


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def _text(lines: Iterable[str]) -> str:
    return "\n".join(map(visible, lines))
