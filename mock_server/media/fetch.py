"""Fetch URLs for an upload: from loopback addresses, and by https from hosts that the user allows."""

from __future__ import annotations

import http.client
import ipaddress
import urllib.error
import urllib.request
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mock_server.api.errors import ApiError
from mock_server.state import private_files
from mock_server.state.uploads import Part

SECONDS = 30.0
BATCH = 1 << 20  # bytes read at a time


class _Stay(urllib.request.HTTPRedirectHandler):
    """Does not follow redirects: nobody has checked the next address."""

    def redirect_request(self, *_: Any) -> None:
        return None


def check_url(url: str, allowed: Collection[str] = ()) -> str:
    """The URL itself. Raises ApiError 422 unless it is http(s) on a loopback address, or https on an
    allowed host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        local = parts.scheme in ("http", "https") and _loopback(host)
        fine = (local or _is_allowed(parts.scheme, host, allowed)) and (parts.port or 1) > 0
        url.encode("ascii")
    except ValueError:
        fine = False
    if not fine or any(c <= " " for c in url):
        raise ApiError(
            422, f"an offline mock fetches loopback URLs only: {url[:200]!r}; for https URLs of a "
            "host that you trust start it with --fetch-host NAME",
        )  # fmt: skip
    return url


def _is_allowed(scheme: str, host: str, allowed: Collection[str]) -> bool:
    return scheme == "https" and host.removesuffix(".") in allowed


def _loopback(host: str) -> bool:
    return host == "localhost" or (bool(host) and ":" in host + ":" and _is_loopback_address(host))


def _is_loopback_address(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def fetch(url: str, path: Path, limit: int) -> Part:
    """Download to `path`. Raises ApiError 422 when that fails, 4002 beyond `limit` bytes."""
    part = Part(unquote(urlsplit(url).path.rpartition("/")[2]) or "upload", path)
    private_files.write(path, b"")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)
    try:
        with opener.open(url, timeout=SECONDS) as answer:
            while data := answer.read(BATCH):
                part.write(data)
                if part.size > limit:
                    raise ApiError(4002, f"file larger than {limit} bytes")
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise ApiError(422, f"cannot fetch {url[:200]!r}: {str(error)[:200]}") from None
    part.finish()
    return part
