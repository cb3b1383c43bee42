"""Properties draw the same examples in every run of the default suite, and new ones in the long one."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from support.kept_looks import keep_looks
from support.postgres import Postgres

# A loaded machine draws and runs slowly, which says nothing about the code. Fixtures may serve all
# examples of a test: those that do are written for it.
_PATIENT = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("default", derandomize=True, **_PATIENT)
settings.register_profile("long", **_PATIENT)


def pytest_configure(config: pytest.Config) -> None:
    kept = config.rootpath / ".pytest_cache"
    os.environ["XDG_CACHE_HOME"] = str(kept / "home")
    # Hundreds of tests start commands of ours: each would compile all of their code.
    os.environ["PYTHONPYCACHEPREFIX"] = str(kept / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    settings.load_profile("long" if config.option.markexpr == "slow" else "default")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for the tests with the marker of that name."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clip that many tests copy is looked at once."""
    keep_looks(monkeypatch)
