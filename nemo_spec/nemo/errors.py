"""What can go wrong between here and NemoVideo.

NemoError                 `str()` is one sentence: what happened, and the cure
├── BadSetting            a setting cannot be used (address, token, client id)
├── BadFile               a file cannot be uploaded: missing, a folder, empty, not what it says
├── Refused               the service answered with a code that is not 0
│   ├── TokenInvalid      1001   token expired or invalid; 1010 and 1011 on the second gateway
│   │   └── StrayRefusal         … but the service takes it elsewhere, so the call may have been done
│   ├── SessionNotFound   1002   the session is gone
│   ├── OutOfCredits      2001
│   ├── UnsupportedType   4001   also raised before anything is sent
│   ├── TooLarge          4002   also raised before anything is sent
│   ├── ClientIdMissing    400
│   ├── ExportBlocked      402   subscription tier or attribution headers, not credits
│   ├── RateLimited        429   `.retry_after` seconds, when the service says
│   └── RenderRejected           a render could not be started
│       ├── DuplicateRender      … because its id was used before
│       └── RenderBusy           … because another one in the session is running
├── TransportError        no complete answer arrived
│   ├── Unreachable              nothing was processed: no connection could be made
│   │   └── NotReady             … because what serves the session is still starting
│   ├── TimedOut                 connected, but silent for too long
│   └── StreamCut                the connection broke in the middle
├── NotOffered            the gateway in use has no such call; nothing was sent
└── UnexpectedAnswer      not JSON, a wrong shape, an undocumented status
"""

from nemo_spec.nemo.text import clean_line

ACCEPTED = (
    *("mp4", "mov", "avi", "webm", "mkv"),
    *("jpg", "png", "gif", "webp"),
    *("mp3", "wav", "m4a", "aac"),
)
"""File types that the service accepts (documented)."""

MAX_UPLOAD_MB = 500
"""Largest file that the service accepts, in megabytes (documented)."""


class NemoError(Exception):
    """The root. `code` is the service's number if it gave one, `endpoint` like `POST /run_sse`."""

    what = "the request failed"
    default_cure = ""
    documented_code: int | None = None

    def __init__(
        self,
        message: str = "",
        cure: str | None = None,
        code: int | None = None,
        endpoint: str = "",
    ) -> None:
        self.message = clean_line(message) or self.what
        self.cure = clean_line(self.default_cure if cure is None else cure)
        self.code = self.documented_code if code is None else code
        self.endpoint = endpoint
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message.rstrip('.。')} – {self.cure}" if self.cure else self.message


class BadSetting(NemoError):
    what = "a setting cannot be used"


class BadFile(NemoError):
    what = "the file cannot be uploaded"


class Refused(NemoError):
    what = "the service refused the request"


class TokenInvalid(Refused):
    what = "the token is expired or invalid"
    default_cure = "set NEMO_TOKEN to a valid token, or unset it to get a free one"
    documented_code = 1001


class StrayRefusal(TokenInvalid):
    what = "the service refused a token that it accepts"
    default_cure = "try again"


class SessionNotFound(Refused):
    what = "the session no longer exists"
    default_cure = "start a new one"
    documented_code = 1002


class OutOfCredits(Refused):
    what = "out of credits"
    default_cure = "register or top up at https://nemovideo.com"
    documented_code = 2001


class UnsupportedType(Refused):
    what = "the file type is not supported"
    default_cure = "accepted are " + " ".join(ACCEPTED)
    documented_code = 4001


class TooLarge(Refused):
    what = "the file is too large"
    default_cure = f"compress or trim it to at most {MAX_UPLOAD_MB} MB"
    documented_code = 4002


class ClientIdMissing(Refused):
    what = "the client id is missing"
    default_cure = "unset NEMO_CLIENT_ID, or set it to a text of up to 64 characters such as a UUID"
    documented_code = 400


class ExportBlocked(Refused):
    what = "the export is blocked"
    default_cure = (
        "this is about the subscription tier or the X-Skill headers, not about credits: "
        "see the plans at https://nemovideo.com"
    )
    documented_code = 402


class RateLimited(Refused):
    what = "too many requests"
    default_cure = "wait 30 seconds and try again"
    documented_code = 429
    retry_after: float | None = None


class RenderRejected(Refused):
    what = "the render was rejected"
    default_cure = "try again with a new render id"


class DuplicateRender(RenderRejected):
    what = "the render id was used before"


class RenderBusy(RenderRejected):
    what = "another render of this session is running"
    default_cure = "wait until it is finished"


class TransportError(NemoError):
    what = "no complete answer arrived"
    default_cure = "check the network and try again"


class Unreachable(TransportError):
    what = "the service cannot be reached"
    default_cure = "check the network and NEMO_API_URL"


class NotReady(Unreachable):
    what = "the service is not ready for the session yet"
    default_cure = "nothing was sent: try again in a minute"


class TimedOut(TransportError):
    what = "the service did not answer in time"


class StreamCut(TransportError):
    what = "the connection broke before the answer was complete"


class NotOffered(NemoError):
    what = "this gateway does not offer that"


class UnexpectedAnswer(NemoError):
    what = "the service gave an unexpected answer"
    default_cure = "check NEMO_API_URL, or try again later"


BY_CODE: dict[int, type[Refused]] = {
    kind.documented_code: kind
    for kind in Refused.__subclasses__()
    if kind.documented_code is not None
}

BY_CODE.update(dict.fromkeys((1010, 1011), TokenInvalid))  # the second gateway (documented)


def error_for(code: int, message: str = "", endpoint: str = "") -> Refused:
    """The exception for a code of the service, with the service's words after ours."""
    kind = BY_CODE.get(code, Refused)
    said = clean_line(message).rstrip(".。")
    if kind is Refused:
        text = f"the service answered with code {code}" + (f": {said}" if said else "")
    else:
        text = f"{kind.what} ({said})" if said and said.lower() != kind.what else kind.what
    return kind(text, code=code, endpoint=endpoint)
