"""The second gateway: projects in place of sessions, and a WebSocket in place of a stream.

A session is called `PROJECT~SESSION` here, so that whoever holds the name of one can reach both; the name
of a project alone means its first session. What this gateway lacks raises NotOffered.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

from nemo_spec.nemo import responses, socket, transfer
from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import NotOffered, OutOfCredits, SessionNotFound
from nemo_spec.nemo.events import ChatEvent
from nemo_spec.nemo.files import check_upload
from nemo_spec.nemo.http import path_id
from nemo_spec.nemo.models import (
    AnonymousToken,
    ClaimToken,
    Credits,
    ProjectFile,
    ProjectMade,
    RenderJob,
    Session,
    State,
    UploadedFile,
)
from nemo_spec.nemo.paths_at_service import with_addresses
from nemo_spec.nemo.transfer import Progress

_JOINT = "~"


class SecondGateway(Nemo):
    """The service behind its other gateway. Every method raises as those of Nemo do."""

    _renders = "/services/v1/render-proxy"

    # Accounts

    def anonymous_token(self, client_id: str) -> AnonymousToken:
        raise NotOffered(
            "the second gateway gives no free tokens", "set NEMO_TOKEN to one of your own"
        )

    def claim_token(self, task_id: str, session_id: str) -> ClaimToken:
        project, session = self._found(session_id)
        page = f"{self.settings.web_url}/workspace/project/{project}/{session}"
        raise NotOffered("the second gateway makes no links for others", f"log in and open {page}")

    def credits(self) -> Credits:
        reply = self._caller.call("GET", "/billing/balance")
        return self._read(reply, partial(responses.read, model=Credits))

    # Sessions

    def create_session(self, task_name: str, language: str) -> Session:
        """A project with a session. A language cannot be chosen: the agent answers in that of a message."""
        name = task_name.encode("utf-8", "replace").decode()
        reply = self._post("/projects", {"create_session": True, "name": name})
        made = self._read(reply, partial(responses.read, model=ProjectMade))
        joint = f"{path_id(made.project_id)}{_JOINT}{path_id(made.session.session_id)}"
        return Session(session_id=joint, task_id=made.project_id, user_id=made.user_id)

    def chat(self, session_id: str, text: str) -> Iterator[ChatEvent]:
        """As Nemo.chat, over a WebSocket."""
        _, session = self._found(session_id)
        base = "ws" + self.settings.api_url.removeprefix("http")
        query = urlencode({"token": self.token or "", "session_id": session})
        headers = self._caller.headers(token=False)
        try:
            yield from socket.conversation(
                f"{base}/ws/chat?{query}", headers, text, self._idle_every
            )
        except OutOfCredits as error:
            raise self._with_link(error) from None

    def state(self, session_id: str) -> State:
        project, _ = _parts(session_id)
        reply = self._caller.call("GET", f"/api/v1/state/frontend/{path_id(project)}")
        return self._read(
            reply, partial(responses.read_project, session_id=session_id, project=project)
        )

    def _found(self, session_id: str) -> tuple[str, str]:
        """The project and the session of a name. Raises SessionNotFound."""
        project, session = _parts(session_id)
        if session:
            return project, path_id(session)
        reply = self._caller.call("GET", f"/projects/{path_id(project)}/sessions")
        listed = self._read(reply, responses.object_in).get("sessions")
        first = listed[0] if isinstance(listed, list) and listed else None
        if not isinstance(first, Mapping) or not isinstance(first.get("session_id"), str):
            raise SessionNotFound(endpoint=reply.endpoint)
        return project, path_id(first["session_id"])

    # Uploads

    def upload(
        self, session_id: str, path: Path, on_progress: Progress | None = None, *, name: str = ""
    ) -> list[UploadedFile]:
        texts = {"session_id": self._found(session_id)[1]}
        multipart = transfer.Multipart.of(path, check_upload(path), name, part="file", texts=texts)
        reply = self._caller.call(
            "POST",
            "/files/upload",
            content=multipart.chunks(on_progress),
            headers=multipart.headers,
        )
        made = self._read(reply, partial(responses.read, model=ProjectFile))
        return [UploadedFile(filename=made.filename or multipart.name, cdn_url=made.url)]

    def upload_urls(self, session_id: str, urls: Sequence[str]) -> list[UploadedFile]:
        raise NotOffered(
            "the second gateway fetches no addresses", "download the file and upload it"
        )

    # Renders

    def start_render(
        self, session_id: str, render_id: str, draft_json: bytes, output: Mapping[str, object]
    ) -> RenderJob:
        """As Nemo.start_render. Paths of files at the service become their addresses, as the vendor's
        own tool sends them; nothing else of the draft is touched."""
        project, session = self._found(session_id)
        draft = with_addresses(draft_json, partial(self._files, session_id)) if draft_json else b""
        head = {"id": render_id, "sessionId": session, "projectId": project}
        return self._start(head, draft, output)

    def _files(self, session_id: str) -> dict[str, str]:
        infos = self.state(session_id).video_infos
        return {info.filename: info.cdn_url for info in infos if info.cdn_url}

    def cancel_render(self, render_id: str) -> NoReturn:
        raise NotOffered(
            "the second gateway cannot cancel a render", "let it end: it costs nothing"
        )


def _parts(session_id: str) -> tuple[str, str]:
    project, _, session = session_id.partition(_JOINT)
    return project, session
