"""Where the service is and who is calling, read from the environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from nemo_spec.nemo.errors import BadSetting
from nemo_spec.nemo.text import SHORTEST_SECRET, clean_line, conceal
from nemo_spec.version import __version__

API_URL = "https://mega-api-prod.nemovideo.ai"
SECOND_API_URL = "https://mega-x-api-prod.nemovideo.ai"
WEB_URL = "https://nemovideo.com"
SKILL_SOURCE = "video-editor-freelance"

HEADER_SAFE = re.compile(r"[!-~]+")
LONGEST_CLIENT_ID = 64
"""Characters (documented)."""
_GATEWAY_OF = {urlsplit(API_URL).hostname: "first", urlsplit(SECOND_API_URL).hostname: "second"}
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_HERE = Path(__file__)


@dataclass(frozen=True)
class Settings:
    """One immutable answer to: which service, which token, which attribution.

    `http_hosts` are those to which tokens may go unencrypted, beside this machine. `gateway` is `first` or
    `second`: what a host of the vendor is, else what was given, else `first`. Raises BadSetting,
    which never shows the token.
    """

    api_url: str = API_URL
    web_url: str = WEB_URL
    token: str | None = field(default=None, repr=False)
    client_id: str | None = None
    platform: str = "unknown"
    version: str = "0"
    skill_source: str = SKILL_SOURCE
    http_hosts: tuple[str, ...] = ()
    gateway: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "api_url", _address("NEMO_API_URL", self.api_url, self.http_hosts))
        object.__setattr__(self, "web_url", _address("NEMO_WEB_URL", self.web_url, self.http_hosts))
        for name in ("token", "client_id", "platform", "version", "skill_source"):
            _header_safe(name, getattr(self, name))
        if len(self.client_id or "") > LONGEST_CLIENT_ID:
            what = f"NEMO_CLIENT_ID has more than {LONGEST_CLIENT_ID} characters"
            raise BadSetting(what, "set it to up to 64 characters such as a UUID, or unset it")
        if self.token:
            if len(self.token) < SHORTEST_SECRET:
                raise BadSetting("NEMO_TOKEN is too short to be a token", "copy all of it")
            conceal(self.token)
        object.__setattr__(self, "gateway", _gateway(self.api_url, self.gateway))

    @classmethod
    def from_env(cls, env: Mapping[str, str], home: Path, *, installed: Path = _HERE) -> "Settings":
        """Settings from NEMO_API_URL, NEMO_WEB_URL, NEMO_TOKEN, NEMO_CLIENT_ID, SKILL_SOURCE,
        NEMO_ALLOW_HTTP and NEMO_GATEWAY.

        Empty values count as unset. Raises BadSetting, which never shows the token.
        """
        given = {name: env.get(name, "").strip() for name in _VARIABLES}
        return cls(
            api_url=given["NEMO_API_URL"] or API_URL,
            web_url=given["NEMO_WEB_URL"] or WEB_URL,
            token=given["NEMO_TOKEN"] or None,
            client_id=given["NEMO_CLIENT_ID"] or None,
            platform=given["SKILL_SOURCE"] or detect_platform(installed, home),
            version=__version__,
            http_hosts=tuple(re.split(r"[\s,]+", given[ALLOW_HTTP].lower()))
            if given[ALLOW_HTTP]
            else (),
            gateway=given[GATEWAY],
        )

    @property
    def attribution(self) -> dict[str, str]:
        """The three documented headers without which exports fail with 402."""
        return {
            "X-Skill-Source": self.skill_source,
            "X-Skill-Version": self.version,
            "X-Skill-Platform": self.platform,
        }


ALLOW_HTTP, GATEWAY = "NEMO_ALLOW_HTTP", "NEMO_GATEWAY"
_VARIABLES = (
    *("NEMO_API_URL", "NEMO_WEB_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE"),
    *(ALLOW_HTTP, GATEWAY),
)
_SETTING_OF = {"token": "NEMO_TOKEN", "client_id": "NEMO_CLIENT_ID", "platform": "SKILL_SOURCE"}


def detect_platform(installed: Path, home: Path) -> str:
    """`clawhub` or `cursor` from where the package lies (documented), else `unknown`."""
    places = {"clawhub": home / ".clawhub", "cursor": home / ".cursor" / "skills"}
    for name, folder in places.items():
        if installed.is_relative_to(folder) or installed.resolve().is_relative_to(folder.resolve()):
            return name
    return "unknown"


def is_loopback(address: str) -> bool:
    """Whether a usable address is on this machine. Only for these hosts no proxy is asked either."""
    return urlsplit(address).hostname in _LOOPBACK


def _address(name: str, url: str, http_hosts: tuple[str, ...]) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not HEADER_SAFE.fullmatch(url):
        raise BadSetting(f"{name} is not an http or https address", "for example " + API_URL)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise BadSetting(
            f"{name} carries more than an address", "leave out user, password, query and fragment"
        )
    if parts.scheme == "http" and not is_loopback(url) and parts.hostname not in http_hosts:
        # Tokens go to the one, links that open a session to the other.
        raise BadSetting(
            f"{name} is an http address, over which a token could be read by others",
            f"write https; in a test network set {ALLOW_HTTP}={parts.hostname}",
        )
    return url.rstrip("/")


def _gateway(api_url: str, wanted: str) -> str:
    """Which gateway an address is. Raises BadSetting for an unknown name, and where the token, which the
    second one wants in an address, could be read by others."""
    parts = urlsplit(api_url)
    if wanted not in ("", "first", "second"):
        raise BadSetting(f"{GATEWAY} is {clean_line(wanted, 40)!r}", "write first or second")
    found = _GATEWAY_OF.get(parts.hostname or "") or wanted or "first"
    if found == "second" and parts.scheme != "https" and not is_loopback(api_url):
        what = "the second gateway takes the token in an address, which must be encrypted"
        raise BadSetting(what, "write NEMO_API_URL with https")
    return found


def _header_safe(name: str, value: str | None) -> None:
    # A value that HTTP cannot carry would come back inside the library's own error, token and all.
    if value is not None and not HEADER_SAFE.fullmatch(value):
        raise BadSetting(
            f"{_SETTING_OF.get(name, name)} contains white space or characters outside ASCII",
            "copy it again",
        )
