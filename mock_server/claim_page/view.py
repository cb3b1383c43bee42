"""The claim page: a session's timeline, conversation and video, as plain HTML without scripts."""

from __future__ import annotations

import json
import secrets
from html import escape
from typing import Any

from starlette.responses import Response

from mock_server.api.handlers.renders import visible_status
from mock_server.api.request import ApiRequest
from mock_server.claim_page.style import CSS
from mock_server.claim_page.timeline import draw, seconds, summary
from mock_server.faults import delayed_edits
from mock_server.mock import Mock

SORRY = "This link is not valid any more. Ask for a new one."
MESSAGES_SHOWN = 200


async def claim(call: ApiRequest) -> Response:
    """The page of the session that a claim token names; 404 when it has expired."""
    mock = call.mock
    row = mock.store.one(
        "select s.* from claims c join sessions s on s.id = c.session_id"
        " where c.token = ? and c.expires > ?",
        call.request.query_params.get("ct", ""),
        mock.clock.now(),
    )
    if row is None:
        return _html(f'<div class="sorry"><h1>Nothing here</h1><p>{SORRY}</p></div>', "", 404)
    call.entry.session = row["id"]
    await delayed_edits.land(mock, row["id"])
    row = mock.store.one("select * from sessions where id = ?", row["id"]) or row
    draft = json.loads(row["draft"])
    tracks, rules = draw(draft)
    player, more = _player(mock, row["id"])
    body = (
        f"<main>{_head(row, draft)}"
        f'<div class="top"><section><h2>Video</h2>{player}</section>'
        f'<section><h2>Conversation</h2><div class="talk">{_talk(mock, row["id"])}</div></section>'
        f'</div><section class="wide"><h2>Timeline</h2>{tracks}'
        f'<p class="summary">{escape(summary(draft))}</p></section></main>'
    )
    return _html(body, rules + more)


def _html(body: str, rules: str, status: int = 200) -> Response:
    nonce = secrets.token_urlsafe(16)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>NemoVideo mock</title><style nonce="{nonce}">{CSS}\n{rules}</style></head>'
        f"<body>{body}</body></html>"
    )
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


def _head(row: dict[str, Any], draft: dict[str, Any]) -> str:
    about = draft.get("m", {})
    shape = f"{about['width']}×{about['height']}" if {"width", "height"} <= set(about) else "–"
    return (
        f"<header><h1>{escape(row['name'][:200])}</h1>"
        f'<span class="tag"><b>{seconds(draft.get("d", 0))} s</b></span>'
        f'<span class="tag"><b>{escape(shape[:40])}</b></span>'
        f'<span class="tag">session {escape(row["id"])}</span>'
        '<span class="brand">NemoVideo mock</span></header>'
    )


def _talk(mock: Mock, session: str) -> str:
    said = mock.store.all(
        "select role, text from messages where session_id = ? order by n desc limit ?",
        session,
        MESSAGES_SHOWN,
    )
    if not said:
        return '<p class="agent quiet">Nobody has said anything yet.</p>'
    # Newest first: the style sheet turns the column over, so that it opens at its end.
    return "".join(_line(one["role"], one["text"]) for one in said)


def _line(role: str, text: str) -> str:
    if role == "user":
        return f'<p class="user">{escape(text)}</p>'
    if not text:
        return '<p class="agent quiet">edited without a word</p>'
    return f'<p class="agent">{escape(text)}</p>'


def _player(mock: Mock, session: str) -> tuple[str, str]:
    """The newest finished render, else how far the newest one is; HTML and its rules."""
    rows = mock.store.all(
        "select * from renders where session_id = ? order by created desc, rowid desc", session
    )
    done = next((row for row in rows if visible_status(mock, row) == "completed"), None)
    if done is not None:
        source = f"/files/renders/{escape(done['file'], quote=True)}"
        return f'<video controls preload="auto" src="{source}"></video>', ""
    if not rows:
        return '<div class="empty">Not rendered yet.</div>', ""
    status = visible_status(mock, rows[0])
    if status in ("failed", "cancelled"):
        why = f": {rows[0]['error']}" if rows[0]["error"] else ""
        return f'<div class="empty">The last render was {status}{escape(why)}</div>', ""
    bar = '<div class="bar"><i id="done"></i></div>'
    rule = f"\n#done {{ width: {100 * rows[0]['progress']:.0f}% }}"
    return f'<div class="empty"><div>Rendering …{bar}</div></div>', rule
