"""Requests as a test of a server needs them: also wrong ones, and answers as they came.

The client proper cannot leave out a header or read an error as data; this can, and recovers nothing.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from nemo_spec.nemo.decoding import decoded
from nemo_spec.nemo.dialect import Reader
from nemo_spec.nemo.envelope import RawAnswer, problem_in
from nemo_spec.nemo.errors import UnexpectedAnswer
from nemo_spec.nemo.events import ChatEvent
from nemo_spec.nemo.http import Caller, translated
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.sse import Message, SSEParser
from nemo_spec.nemo.text import conceal, holds_token

_LIMIT_BYTES = 16 * 1024 * 1024
STREAM_SECONDS = 900.0
"""The cap of a conversation (documented)."""


@dataclass(frozen=True)
class Answer:
    """A complete answer; header names are lower case, `seconds` is how long it took."""

    endpoint: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def content(self) -> Any:
        """The JSON of the body, None when it is none."""
        try:
            return json.loads(self.body.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return None

    @property
    def fields(self) -> dict[str, Any]:
        """The body where it is an object, else nothing."""
        return self.content if isinstance(self.content, dict) else {}

    @property
    def data(self) -> dict[str, Any]:
        """The `data` of an envelope, or a bare object; empty when there is none."""
        data = self.fields.get("data", self.fields)
        return data if isinstance(data, dict) else {}

    @property
    def code(self) -> int:
        """The service's code, else the HTTP status; 0 for success."""
        code = self.fields.get("code")
        if isinstance(code, int) and not isinstance(code, bool):
            return code
        return 0 if 200 <= self.status < 300 else self.status

    @property
    def problem(self) -> str:
        """The error that the answer carries, in a sentence; empty for a success."""
        text = self.body[:100_000].decode("utf-8", "replace")
        found = problem_in(RawAnswer(self.endpoint, self.status, text), self.content)
        return "" if found is None else found.message

    @property
    def messages(self) -> list[Message]:
        """The body as server-sent events."""
        parser = SSEParser()
        return [*parser.feed(self.body), *parser.finish()]

    @property
    def events(self) -> list[ChatEvent]:
        """What those events say."""
        reader = Reader()
        return [event for message in self.messages for event in reader.read(message)]


class RawClient:
    """A server under test. `token` goes to its own origin only."""

    def __init__(
        self, settings: Settings, token: str, *, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.settings = settings
        self._token = token
        self._caller = Caller(settings, transport)
        conceal(token)

    def __repr__(self) -> str:
        return f"Probe({self.settings.api_url!r})"

    def close(self) -> None:
        self._caller.close()

    def ask(
        self,
        method: str,
        target: str,
        *,
        body: object = None,
        files: Mapping[str, tuple[str | None, bytes | str, str | None]] | None = None,
        headers: Mapping[str, str] | None = None,
        token: str | None = "",
        attribution: bool = True,
        stream: bool = False,
    ) -> Answer:
        """One request to a path of the service or to an address. `token` None sends none, another
        one replaces the usual. Raises TransportError, and UnexpectedAnswer for an address that would
        hold the token."""
        url = target if "://" in target else self._caller.url(target)
        if holds_token(url):
            raise UnexpectedAnswer("the server gave the token as an id")
        sent = dict(self.settings.attribution) if attribution else {}
        if token is not None and self._caller.owns(url):
            sent["Authorization"] = f"Bearer {token or self._token}"
        if body is not None:
            sent["Content-Type"] = "application/json"
        content = None if body is None else json.dumps(body).encode()
        client = self._caller.streams if stream else self._caller.calls
        endpoint = f"{method} {target.partition('?')[0]}"
        with translated(endpoint):
            request = client.build_request(
                method,
                url,
                content=content,
                files=None if files is None else dict(files),
                headers={**sent, **(headers or {})},
            )
            return _complete(client, request, endpoint)


def _complete(client: httpx.Client, request: httpx.Request, endpoint: str) -> Answer:
    began = time.monotonic()
    response = client.send(request, stream=True)
    received = bytearray()
    try:
        for chunk in decoded(response):
            received += chunk
            if time.monotonic() - began > STREAM_SECONDS or len(received) > _LIMIT_BYTES:
                break
    finally:
        response.close()
    headers = {name.lower(): value for name, value in response.headers.items()}
    seconds = time.monotonic() - began
    return Answer(endpoint, response.status_code, headers, bytes(received), seconds)
