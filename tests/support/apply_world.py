"""A project with a recipe and its clip, and a service that charges for every edit."""

from __future__ import annotations

from pathlib import Path

from mock_server.server import MockHandle
from support.commands import Call, Outcome

RECIPE = """\
keep 0-4s
title 0-2s "Intro"
music "lo-fi" volume 35%
title 2-3s "Later" at top
"""
EXPORT = "export 90p mp4 10fps low\n"


class World:
    """`a.edit` and `clip.mp4` in a project, and the service."""

    def __init__(self, call: Call, service: MockHandle, project: Path, clip: Path) -> None:
        self.call, self.service, self.path, self.clip = call, service, project / "a.edit", clip
        service.change(price_per_edit=5, price_per_session=0)
        self.write(RECIPE)

    def write(self, text: str) -> None:
        self.path.write_text(text + EXPORT, "utf-8")

    def apply(self, *flags: str) -> Outcome:
        return self.call("apply", "a.edit", self.clip, *flags)

    def plan(self, *flags: str) -> Outcome:
        return self.call("plan", "a.edit", self.clip, *flags)

    @property
    def sent(self) -> list[str]:
        """All messages sent to the agent, oldest first."""
        return [str(entry["instruction"]) for entry in self.requests("run_sse")]

    def requests(self, call: str) -> list[dict[str, object]]:
        return self.service.requests(call=call)

    def say(self, text: str) -> None:
        """Edit the session from outside the recipe, as a browser would."""
        assert self.call("chat", text).code == 0
        self.before = len(self.sent)
