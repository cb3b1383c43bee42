"""NemoVideo's API, one method per call. Each makes one call and reports what happened: waiting,
polling, retrying and not sending twice are decided in `run/`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from urllib.parse import quote

import httpx

from nemo_spec.nemo import responses
from nemo_spec.nemo.envelope import RawAnswer, data_of
from nemo_spec.nemo.errors import BadSetting, OutOfCredits, UnexpectedAnswer
from nemo_spec.nemo.http import Caller, path_id
from nemo_spec.nemo.models import (
    AnonymousToken,
    ClaimToken,
    Credits,
    RenderJob,
    Session,
    State,
    UploadedFile,
)
from nemo_spec.nemo.render import read_job
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.text import SHORTEST_SECRET, conceal, holds_token

if TYPE_CHECKING:
    from nemo_spec.nemo.events import ChatEvent
    from nemo_spec.nemo.transfer import Downloaded, Progress

T = TypeVar("T")


Transport: TypeAlias = httpx.BaseTransport
"""What carries requests; tests give one of their own."""


class Nemo:
    """The service. Every method raises one of the exceptions drawn in `nemo.errors`.

    Safe to share between threads. `user_id` is known for anonymous users and goes into the
    registration link; `anonymous` tells whether a token may be replaced without asking.
    """

    _renders = "/api/render/proxy"

    def __init__(
        self,
        settings: Settings,
        token: str | None = None,
        *,
        transport: Transport | None = None,
        idle_every: float = 5.0,
    ) -> None:
        self.settings = settings
        self.user_id = ""
        self.anonymous = False
        self._idle_every = idle_every  # seconds of silence before a Idle event
        self._caller = Caller(settings, transport)
        self.token = token or settings.token

    def __enter__(self) -> Nemo:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Nemo({self.settings.api_url!r})"

    def close(self) -> None:
        self._caller.close()

    @property
    def token(self) -> str | None:
        return self._caller.token

    @token.setter
    def token(self, token: str | None) -> None:
        if token:
            conceal(token)
            if not token.isascii() or not token.isprintable() or " " in token:
                raise BadSetting("the token contains characters that a token cannot have")
            if len(token) < SHORTEST_SECRET:
                raise BadSetting("the token is too short to be one", "copy all of it")
        self._caller.token = token

    def send_client_id(self, client_id: str) -> None:
        """Send X-Client-Id with every call from now on: the cure for code 400."""
        self._caller.client_id = client_id

    # Accounts

    def anonymous_token(self, client_id: str) -> AnonymousToken:
        """A free token: 100 credits, seven days, one per client id in seven days (documented)."""
        headers = {"X-Client-Id": client_id}
        reply = self._caller.call("POST", "/api/auth/anonymous-token", headers=headers, token=False)
        return self._read(reply, partial(responses.read, model=AnonymousToken))

    def claim_token(self, task_id: str, session_id: str) -> ClaimToken:
        """A token that lets a browser take the session over."""
        body = {"task_id": task_id, "session_id": session_id}
        return self._read(
            self._post("/api/auth/claim-token", body), partial(responses.read, model=ClaimToken)
        )

    def credits(self) -> Credits:
        return self._read(
            self._caller.call("GET", "/api/credits/balance/simple"),
            partial(responses.read, model=Credits),
        )

    # Sessions

    @property
    def more_credits(self) -> str:
        """Where more come from: registration for a free account, a page for one's own."""
        if self.anonymous and self.user_id and not holds_token(self.user_id):
            return f"register for more at {registration_link(self.settings, self.user_id)}"
        return f"top up at {self.settings.web_url}"

    def create_session(self, task_name: str, language: str) -> Session:
        """`language` is an ISO code: `en`, `zh-CN`, …"""
        name = task_name.encode("utf-8", "replace").decode()  # a file's, which may be no UTF-8
        body = {"task_name": name, "language": language}
        reply = self._post("/api/tasks/me/with-session/nemo_agent", body)
        session = self._read(reply, partial(responses.read, model=Session))
        if session.user_id.startswith("anon_"):
            self.user_id = self.user_id or session.user_id
        return session

    def chat(self, session_id: str, text: str) -> Iterator[ChatEvent]:
        """Send one instruction and yield what comes back, ending with Closed.

        Nothing is sent before the first event is asked for. An exception means that the instruction
        was certainly not taken on; `Closed(clean=False)` means that this is unknown. While nothing
        comes, Idle events give control back; abandoning the iterator closes the connection.
        """
        from nemo_spec.nemo import chat
        from nemo_spec.nemo.stream_reader import StreamReader

        request = self._caller.streams.build_request(
            "POST",
            self._caller.address("/run_sse"),
            content=chat.body(session_id, text),
            headers={
                **self._caller.headers(),
                "Content-Type": "application/json",
                "Accept": "text/event-stream",
                "Cache-Control": "no-store",
            },
        )
        stream = StreamReader(self._caller.streams, request)
        try:
            yield from chat.conversation(stream, self._idle_every)
        except OutOfCredits as error:
            raise self._with_link(error) from None
        finally:
            stream.close()

    def state(self, session_id: str) -> State:
        reply = self._caller.call("GET", f"/api/state/nemo_agent/me/{path_id(session_id)}/latest")
        return self._read(reply, responses.read_state)

    # Uploads

    def upload(
        self, session_id: str, path: Path, on_progress: Progress | None = None, *, name: str = ""
    ) -> list[UploadedFile]:
        """Upload one file in constant memory, under its own name where none is given. Files that
        cannot be accepted are refused before anything is sent (`check_upload`)."""
        from nemo_spec.nemo.files import check_upload
        from nemo_spec.nemo.transfer import Multipart

        multipart = Multipart.of(path, check_upload(path), name)
        reply = self._caller.call(
            "POST",
            _upload_path(session_id),
            content=multipart.chunks(on_progress),
            headers=multipart.headers,
        )
        return self._read(reply, responses.read_files)

    def upload_urls(self, session_id: str, urls: Sequence[str]) -> list[UploadedFile]:
        """Let the service fetch files by itself."""
        body = {"urls": list(urls), "source_type": "url"}
        return self._read(self._post(_upload_path(session_id), body), responses.read_files)

    # Renders

    def start_render(
        self, session_id: str, render_id: str, draft_json: bytes, output: Mapping[str, object]
    ) -> RenderJob:
        """Start a render. `draft_json` goes out byte for byte; `output` holds format, quality, and
        perhaps resolution, fps, codec, crf (documented)."""
        return self._start({"id": render_id, "sessionId": session_id}, draft_json, output)

    def render(self, render_id: str) -> RenderJob:
        """How far a render is."""
        reply = self._caller.call("GET", f"{self._renders}/lambda/{path_id(render_id)}")
        return self._job(reply, render_id)

    def cancel_render(self, render_id: str) -> None:
        """Cancel a render that is still pending."""
        path = f"{self._renders}/lambda/{path_id(render_id)}/cancel"
        self._read(self._caller.call("POST", path), data_of)

    def download(
        self,
        url: str,
        part: Path,
        on_progress: Progress | None = None,
        *,
        size: int | None = None,
        most: int | None = None,
    ) -> Downloaded:
        """Fetch a render's output into `part`, continuing an earlier attempt. The token goes to
        the service's own origin only. `size` is checked when given; beyond `most` bytes nothing is
        read."""
        from nemo_spec.nemo import transfer

        return transfer.download(self._caller, url, part, on_progress, size, most)

    def download_render(
        self,
        render_id: str,
        part: Path,
        on_progress: Progress | None = None,
        *,
        most: int | None = None,
    ) -> Downloaded:
        """The same through the service itself, for when the output address is out of reach."""
        from nemo_spec.nemo import transfer

        url = self._caller.url(f"{self._renders}/{path_id(render_id)}/download")
        return transfer.download(self._caller, url, part, on_progress, None, most)

    # One place through which every call goes

    def _post(self, path: str, body: Mapping[str, object]) -> RawAnswer:
        headers = {"Content-Type": "application/json"}
        return self._caller.call("POST", path, content=json.dumps(body).encode(), headers=headers)

    def _read(self, reply: RawAnswer, reader: Callable[[RawAnswer], T]) -> T:
        try:
            return reader(reply)
        except OutOfCredits as error:
            raise self._with_link(error) from None

    def _start(
        self, head: Mapping[str, str], draft_json: bytes, output: Mapping[str, object]
    ) -> RenderJob:
        if not draft_json:
            raise UnexpectedAnswer("the session has no draft yet", "edit something first")
        content = (
            json.dumps(dict(head))[:-1].encode()
            + b',"draft":'
            + draft_json
            + f',"output":{json.dumps(dict(output))}}}'.encode()
        )
        headers = {"Content-Type": "application/json"}
        reply = self._caller.call(
            "POST", f"{self._renders}/lambda", content=content, headers=headers
        )
        return self._job(reply, head["id"])

    def _job(self, reply: RawAnswer, render_id: str) -> RenderJob:
        raw = self._read(reply, responses.object_in)
        return read_job(raw, render_id, self.settings.api_url, reply.endpoint)

    def _with_link(self, error: OutOfCredits) -> OutOfCredits:
        return OutOfCredits(error.message, self.more_credits, error.code, error.endpoint)


def claim_link(settings: Settings, claim_token: str) -> str:
    """The address at which a browser takes a session over. Refuses to put an API token there."""
    if holds_token(claim_token):
        raise BadSetting("that is an API token, which must not appear in an address")
    return f"{settings.web_url}/workspace/claim?ct={quote(claim_token, safe='')}"


def registration_link(settings: Settings, user_id: str) -> str:
    """Where an anonymous user registers (documented)."""
    return f"{settings.web_url}/register?bind={quote(user_id, safe='')}"


def _upload_path(session_id: str) -> str:
    return f"/api/upload-video/nemo_agent/me/{path_id(session_id)}"
