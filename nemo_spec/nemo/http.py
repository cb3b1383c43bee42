"""One HTTP call at a time, with the headers that belong to it; httpx's errors become ours."""

import logging
import re
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache

import httpcore
import httpx

from nemo_spec.nemo.addresses import Guard, guard
from nemo_spec.nemo.decoding import ACCEPTED, decoded
from nemo_spec.nemo.envelope import RawAnswer
from nemo_spec.nemo.errors import NemoError, StreamCut, TimedOut, UnexpectedAnswer, Unreachable
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.text import clean_line, holds_token, mask

CALL_TIMEOUT = httpx.Timeout(60.0, connect=10.0)  # seconds between two packets
STREAM_TIMEOUT = httpx.Timeout(30.0, connect=10.0, read=None)  # silence is for the caller to judge
_BODY_SECONDS = 120.0
_BODY_BYTES = 16 * 1024 * 1024  # as Python objects, JSON takes up to 25 times as much
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_LOGGING = ("connection", "http11", "http2", "proxy", "socks")
_ID = re.compile(r"(?!\.+$)[\w.:@~-]{1,200}", re.ASCII)

# Bytes asked for at once: with the 64 kB that it comes with, a large download is all overhead.
httpcore.HTTP11Connection.READ_NUM_BYTES = 256 * 1024


class Masking(logging.Filter):
    """Takes tokens out of what the libraries log: addresses, headers and whatever a server answered."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = mask(record.getMessage()), None
        return True


# A filter of a logger does not see what the loggers below it log.
for _name in ("httpx", *(f"httpcore.{part}" for part in _LOGGING)):
    logging.getLogger(_name).addFilter(Masking())


class Caller:
    """Three connection pools.

    `calls` keeps connections. `streams` opens a fresh one for every stream, so that a stream can be
    torn down at any time and an instruction never meets a connection that is just being closed.
    `files` fetches from addresses that the service names, which must not lead into our own network.
    """

    def __init__(self, settings: Settings, transport: httpx.BaseTransport | None) -> None:
        self.settings = settings
        self.token: str | None = None
        self.client_id: str | None = None
        self._transport = transport
        trusted = _trusted_by(settings.api_url)
        self.calls = _client(transport, CALL_TIMEOUT, httpx.Limits(max_connections=6), trusted)
        unpooled = httpx.Limits(max_connections=2, max_keepalive_connections=0)
        self.streams = _client(transport, STREAM_TIMEOUT, unpooled, trusted)
        self._guarded: tuple[httpx.Client, Guard] | None = None
        self._guarding = threading.Lock()

    def close(self) -> None:
        self.calls.close()
        self.streams.close()
        if self._guarded:
            self._guarded[0].close()

    @property
    def files(self) -> httpx.Client:
        return self._with_guard[0]

    @property
    def _with_guard(self) -> tuple[httpx.Client, Guard]:
        """Made once it is needed: most runs fetch from the service itself, or nothing."""
        with self._guarding:
            if self._guarded is None:
                limits = httpx.Limits(max_connections=2)
                client = _client(self._transport, CALL_TIMEOUT, limits, certificates())
                self._guarded = client, guard(client, httpx.URL(self.settings.api_url).host)
        return self._guarded

    def url(self, path: str) -> str:
        return self.settings.api_url + path

    def address(self, path: str) -> httpx.URL:
        """The same, taken apart."""
        return _taken_apart(self.url(path))

    def headers(self, *, token: bool = True) -> dict[str, str]:
        """Headers for the service itself, with the token; they must not go anywhere else."""
        headers = {"User-Agent": f"nemo-spec/{self.settings.version}", **self.settings.attribution}
        if token and self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.client_id:
            headers["X-Client-Id"] = self.client_id
        return headers

    def owns(self, url: str) -> bool:
        """True when the address is on the service's own origin, as httpx itself reads it."""
        try:
            asked = httpx.URL(url)
        except httpx.InvalidURL:
            return False
        # User and password in an address would replace the token.
        return not asked.userinfo and _origin(asked) == _origin(httpx.URL(self.settings.api_url))

    def client_for(self, url: str) -> httpx.Client:
        """The client that fetches an address. Raises UnexpectedAnswer for one outside the service that
        leads into our own network."""
        if self.owns(url):
            return self.calls
        client, guarding = self._with_guard
        guarding.check_literal(httpx.URL(url).raw_host.decode("ascii"))
        return client

    def call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | Iterator[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        token: bool = True,
    ) -> RawAnswer:
        """One request and its complete answer, whatever its status. Raises TransportError."""
        endpoint = f"{method} {path}"
        request = self.calls.build_request(
            method,
            self.address(path),
            content=content,
            headers={"Accept": "application/json", **self.headers(token=token), **(headers or {})},
        )
        with translated(endpoint):
            response = self.calls.send(request, stream=True)
            try:
                return complete(response, endpoint)
            finally:
                response.close()


@lru_cache(100)  # a run asks at the same few addresses again and again
def _taken_apart(url: str) -> httpx.URL:
    return httpx.URL(url)


def _client(
    transport: httpx.BaseTransport | None,
    timeout: httpx.Timeout,
    limits: httpx.Limits,
    trusted: ssl.SSLContext,
) -> httpx.Client:
    return httpx.Client(
        transport=transport,
        mounts=dict.fromkeys((f"all://{host}" for host in _LOOPBACK), transport),
        verify=trusted,
        headers={"Accept-Encoding": ACCEPTED},
        timeout=timeout,
        limits=limits,
    )


def _trusted_by(api_url: str) -> ssl.SSLContext:
    """For a service without TLS a context that trusts nobody: were it ever used, it would refuse."""
    return certificates() if httpx.URL(api_url).scheme == "https" else _nobody()


@cache
def _nobody() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def certificates() -> ssl.SSLContext:
    """Loaded once: that takes longer than many a call, and all clients share them."""
    return httpx.create_ssl_context()


def complete(response: httpx.Response, endpoint: str) -> RawAnswer:
    """Read the rest of a response, within bounds of time and size."""
    return reply_from(response, decoded(response), endpoint)


def reply_from(response: httpx.Response, chunks: Iterator[bytes], endpoint: str) -> RawAnswer:
    body = bytearray()
    deadline = time.monotonic() + _BODY_SECONDS
    for chunk in chunks:
        body += chunk
        if len(body) > _BODY_BYTES:
            raise UnexpectedAnswer("the answer is too large", endpoint=endpoint)
        if time.monotonic() > deadline:
            raise TimedOut("the answer comes too slowly", endpoint=endpoint)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise UnexpectedAnswer("the answer is not UTF-8", endpoint=endpoint) from None
    after = response.headers.get("retry-after", "")
    return RawAnswer(endpoint, response.status_code, text, after)


@contextmanager
def translated(endpoint: str) -> Iterator[None]:
    """Turn httpx's exceptions into ours. The original is left out: it holds the request."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise translate(error, endpoint) from None


def translate(error: Exception, endpoint: str) -> NemoError:
    detail = clean_line(str(error), 120)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return Unreachable(_with(Unreachable.what, detail), endpoint=endpoint)
    if isinstance(error, httpx.TimeoutException):
        return TimedOut(endpoint=endpoint)
    if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError):
        return StreamCut(_with(StreamCut.what, detail), endpoint=endpoint)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return Unreachable("the address cannot be used", endpoint=endpoint)
    return UnexpectedAnswer(endpoint=endpoint)


def _with(what: str, detail: str) -> str:
    return f"{what} ({detail})" if detail else what


def path_id(value: str) -> str:
    """An id as a part of a path. Raises UnexpectedAnswer for one that could lead elsewhere, or would
    write the token into an address."""
    if not _ID.fullmatch(value) or holds_token(value):
        raise UnexpectedAnswer(f"{clean_line(value, 40)!r} is not an id", "start a new session")
    return value


def _origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    return url.scheme, url.raw_host, url.port  # a default port reads as None
