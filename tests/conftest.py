"""Properties draw the same examples in every run of the default suite, and new ones in the long one."""

import gc
import os
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
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
    # Hundreds of tests start commands of ours: each would compile all of their code. And each process
    # of pytest-xdist would give all assertions their long form again.
    os.environ["PYTHONPYCACHEPREFIX"] = str(kept / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(kept / "bytecode")
    from support.kept_looks import FOLDER  # only now, and with it much of ours

    if FOLDER not in os.environ:  # processes of pytest-xdist have it from the one that starts them
        kept_looks = TemporaryDirectory(prefix="nemo-tests-")
        os.environ[FOLDER] = kept_looks.name
        config.add_cleanup(kept_looks.cleanup)
    settings.load_profile("long" if config.option.markexpr == "slow" else "default")


def pytest_collection_finish() -> None:
    gc.freeze()  # thousands of tests that stay: no collection need look at them


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for the tests with the marker of that name."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clip that many tests copy is looked at once; nobody waits for the disk."""
    from support.kept_looks import keep_looks
    from support.power_cuts import expect_none

    keep_looks(monkeypatch.setattr)
    expect_none(monkeypatch.setattr)
