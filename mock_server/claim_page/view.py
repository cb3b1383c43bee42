"""The claim page: a session's timeline, conversation and video, as plain HTML without scripts."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mock_server.api.request import ApiRequest
from mock_server.claim_page.timeline import draw, seconds, summary
from mock_server.faults.delayed_edits import DelayedEdits
from mock_server.state.renders import Renders
from mock_server.state.sessions import Sessions

if TYPE_CHECKING:
    from jinja2 import Template

MESSAGES_SHOWN = 200


@dataclass(eq=False)
class ClaimPage:
    """The page that a claim token opens."""

    sessions: Sessions
    renders: Renders
    delayed: DelayedEdits

    async def claim(self, call: ApiRequest) -> Response:
        """The page of the session that a claim token names; 404 when it has expired."""
        session = self.sessions.claimed(call.request.query_params.get("ct", ""))
        if session is None:
            return _html({}, 404)
        call.entry.session = session
        await self.delayed.land(session)
        row = self.sessions.get(session)
        draft = json.loads(row["draft"])
        return _html(
            {
                "session": row,
                "seconds": seconds(draft.get("d", 0)),
                "shape": _shape(draft),
                "conversation": self.sessions.conversation(session, MESSAGES_SHOWN),
                "player": self._player(session),
                "timeline": draw(draft),
                "summary": summary(draft),
            }
        )

    def _player(self, session: str) -> dict[str, Any]:
        """The newest completed render, else the progress of the newest one."""
        rows = self.renders.newest_first(session)
        statuses = [self.renders.visible_status(row) for row in rows]
        if "completed" in statuses:
            return {"file": rows[statuses.index("completed")]["file"]}
        if not rows:
            return {"message": "Not rendered yet."}
        if statuses[0] in ("failed", "cancelled"):
            why = f": {rows[0]['error']}" if rows[0]["error"] else ""
            return {"message": f"The last render was {statuses[0]}{why}"}
        return {"percent": round(100 * rows[0]["progress"])}


def _shape(draft: dict[str, Any]) -> str:
    meta = draft.get("m", {})
    known = {"width", "height"} <= set(meta)
    return f"{meta['width']}×{meta['height']}"[:40] if known else "–"


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader

    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(
        "template.html"
    )


def _html(values: dict[str, Any], status: int = 200) -> Response:
    nonce = secrets.token_urlsafe(16)
    page = _template().render({"player": {}, "timeline": {}, **values, "nonce": nonce})
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; media-src 'self'; img-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
    }
    return Response(page.encode("utf-8", "replace"), status, headers, "text/html; charset=utf-8")
