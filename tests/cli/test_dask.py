"""`batch --dask` and `test --dask`: the rows and recipes of a command, worked on by a cluster."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from support.commands import Call
from support.mock_server import Client as MockClient
from support.postgres import Postgres
from support.studio import NAMES, Studio, results
from support.waiting import PATIENCE, until

import nemo_spec
from mock_server.server import MockHandle
from nemo_spec.api.request import Request
from nemo_spec.batches.batch import Plan, Watch, run_batch
from nemo_spec.batches.cluster import Cluster, ClusterError
from nemo_spec.batches.table import read_rows

Started = Callable[..., subprocess.Popen[str]]
Schedulers = Callable[[], tuple[subprocess.Popen[str], str]]
CLIPS = [f"{name}.mp4" for name in NAMES]


@pytest.fixture
def studio(call: Call, service: MockHandle, project: Path, clip_bytes: bytes) -> Studio:
    return Studio(call, service, project, clip_bytes)


@pytest.fixture
def inside() -> Iterator[Any]:
    """A cluster within this process."""
    import distributed

    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0"
        ) as there,
        distributed.Client(there, set_as_default=False) as client,
    ):
        yield client


class Client:
    """What a batch asks of a `distributed.Client`, by threads. `says` is what its worker answers."""

    def __init__(self, says: list[str] | Exception | None = None) -> None:
        self.says = says

    def run(self, ask: Callable[..., list[str]], *values: Any, on_error: str) -> dict[str, Any]:
        return {"tcp://studio-2:1": ask(*values) if self.says is None else self.says}

    def get_executor(self, *, pure: bool) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(2)


def planned(studio: Studio) -> Plan:
    rows = read_rows(["?.mp4"])
    return Plan(Request(Path("w.edit")), rows).checked(Watch())


def test_rows_are_given_to_workers(studio: Studio):
    assert run_batch(planned(studio), Watch(), cluster=Cluster(Client(), "")).met
    assert studio.is_done_once()


@pytest.mark.parametrize("says", [["does not see /films/a.mp4"], ImportError("no nemo_spec")])
def test_nothing_is_sent_while_a_worker_cannot_work(studio: Studio, says: Any):
    with pytest.raises(ClusterError, match="worker tcp://studio-2:1: ") as told:
        run_batch(planned(studio), Watch(), cluster=Cluster(Client(says), ""))
    assert "nemo_spec" in str(told.value) or "/films/a.mp4" in str(told.value)
    assert studio.is_untouched()


@pytest.mark.slow
def test_an_executor_of_a_cluster_will_do(studio: Studio, inside: Any):
    assert run_batch(planned(studio), Watch(), cluster=Cluster(inside, "")).met
    assert studio.is_done_once()
    executor = inside.get_executor()
    again = nemo_spec.batch(studio.path / "w.edit", *studio.path.glob("?.mp4"), executor=executor)
    assert (again.met, again.spent) == (True, 0)
    assert studio.is_done_once()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--dask", "a.mp4"], "write --dask behind the clips"),
        (["a.mp4", "--dask", ""], "no address"),
        (["a.mp4", "--dask", "--one-session"], "a session takes one clip at a time"),
    ],
)
def test_bad_use_is_refused(arguments: list[str], said: str, studio: Studio):
    refused = studio.batch(*arguments)
    assert refused.code == 2
    assert said in refused.err
    assert studio.is_untouched()


# -- in processes ----------------------------------------------------------------------------------


@pytest.fixture
def started(service: MockHandle, home: Path, project: Path) -> Iterator[Started]:
    """Starts programs in other processes, which end with the test."""
    with ExitStack() as stack:

        def start(*arguments: str, folder: Path = project, **others: str) -> subprocess.Popen[str]:
            environment = {**os.environ, "HOME": str(home), "NEMO_API_URL": service.url, **others}
            process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", *arguments], cwd=folder, env=environment,
                text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            stack.callback(_end, process)
            return process

        yield start


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.communicate(timeout=PATIENCE)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, _ = process.communicate(timeout=120)
    assert "Traceback" not in out, out
    return process.returncode, out


@pytest.mark.slow
def test_processes_of_this_machine_one_of_them_killed(studio: Studio, started: Started):
    studio.service.fault("slow_edit", seconds=1, times=1000)
    batch = ("nemo_spec", "batch", "w.edit", *CLIPS, "-n", "2", "--dask")
    running = started(*batch)
    until(lambda: studio.sent)
    os.kill(_workers_of(running.pid)[0], signal.SIGKILL)
    code, out = ended(running)
    assert code in (0, 4), out
    code, out = ended(started(*batch, "--retry"))
    assert code == 0, out
    assert _carried_out(studio) == [1] * 12


@pytest.mark.slow
def test_recipes_are_tested_in_processes(studio: Studio, started: Started):
    run = started("nemo_spec", "test", "w.edit", "--dask", "-n", "2", "--repeat", "3")
    code, out = ended(run)
    assert code == 0, out
    assert "w.edit" in out


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_a_scheduler_that_is_killed_or_a_batch_that_is_stopped(
    by: signal.Signals, studio: Studio, started: Started, schedulers: Schedulers
):
    studio.service.fault("slow_edit", seconds=1, times=1000)
    (studio.path / ".nemo-spec").mkdir()
    process, address = schedulers()
    worker(started, address, studio.path.parent / "elsewhere")
    running = started("nemo_spec", "batch", "w.edit", *CLIPS, "--dask", address)
    until(lambda: len(studio.sent) > 2)
    (process if by == signal.SIGKILL else running).send_signal(by)
    code, out = ended(running)
    assert code == (3 if by == signal.SIGKILL else 130), out
    assert "the same command again" in out
    code, out = ended(started("nemo_spec", "batch", "w.edit", *CLIPS, "-n", "4", "--retry"))
    assert code == 0, out
    assert _carried_out(studio) == [1] * 12


@pytest.fixture
def schedulers(started: Started) -> Schedulers:
    return lambda: _scheduler(started)


@pytest.fixture
def scheduler(schedulers: Schedulers) -> str:
    return schedulers()[1]


def _scheduler(started: Started) -> tuple[subprocess.Popen[str], str]:
    process = started("distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard",
                      "--host", "127.0.0.1")  # fmt: skip
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"Scheduler at: *(tcp://\S+)", line):
            return process, found[1]
    raise AssertionError("the scheduler did not start")


def worker(started: Started, scheduler: str, folder: Path, **others: str) -> None:
    """Returns once the worker has come."""
    folder.mkdir()
    process = started("distributed.cli.dask_worker", scheduler, "--no-dashboard", "--nthreads", "2",
                      folder=folder, **others)  # fmt: skip
    assert process.stdout
    assert any("Registered to:" in line for line in process.stdout)


@pytest.mark.slow
def test_workers_in_other_folders(studio: Studio, started: Started, scheduler: str, home: Path):
    export = 'export 90p mp4 10fps low to "out/{clip}.mp4"\n'
    studio.write("w.edit", (studio.path / "w.edit").read_text("utf-8") + export)
    (studio.path / ".nemo-spec").mkdir()
    worker(started, scheduler, studio.path.parent / "elsewhere")
    done = studio.batch("?.mp4", "--dask", scheduler)
    assert done.code == 0, done
    assert set(results(done).values()) == {"met"}
    assert "out/a.mp4" in done.out
    assert (studio.path / "out" / "a.mp4").is_file()
    assert studio.is_done_once()
    sent = studio.sent
    worker(started, scheduler, studio.path.parent / "bea", HOME=str(studio.path.parent / "bea"))
    refused = studio.batch("?.mp4", "--dask", scheduler, "--fresh")
    assert refused.code == 2, refused
    assert "set in NEMO_JOURNAL" in refused.err
    assert studio.sent == sent


@pytest.mark.postgres
def test_workers_of_other_homes_share_a_journal(
    studio: Studio,
    started: Started,
    scheduler: str,
    postgres: Postgres,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    studio.service.fault("slow_edit", seconds=1, times=1000)
    with MockClient(studio.service) as client:
        token = client.anonymous().json()["data"]["token"]
    shared = {"NEMO_JOURNAL": postgres.url, "NEMO_PROJECT": str(tmp_path), "NEMO_TOKEN": token}
    for name, value in shared.items():
        monkeypatch.setenv(name, value)
    (studio.path / ".nemo-spec").mkdir()
    for name in ("ada", "bea"):
        worker(started, scheduler, tmp_path / name, HOME=str(tmp_path / name))
    running = started("nemo_spec", "batch", "w.edit", *CLIPS, "--dask", scheduler)
    until(lambda: len(studio.sent) > 3)
    postgres.kill()
    postgres.start()
    code, out = ended(running)
    assert code in (3, 4), out
    assert "a-secret" not in out
    assert token not in out
    code, out = ended(
        started("nemo_spec", "batch", "w.edit", *CLIPS, "--dask", scheduler, "--retry")
    )
    assert code == 0, out
    assert _carried_out(studio) == [1] * 12
    assert {path.name for path in tmp_path.glob("*/.config")} == {".config"}
    assert not (studio.path / ".nemo-spec" / "journal.db").exists()
    monkeypatch.delenv("NEMO_TOKEN")
    refused = studio.batch(*CLIPS, "--dask", scheduler)
    assert (refused.code, "has another NEMO_TOKEN" in refused.err) == (2, True)


def _carried_out(studio: Studio) -> list[int]:
    """How often each message was carried out, in the session of its clip."""
    found = Counter[tuple[str, str]]()
    for one in studio.service.requests(call="run_sse"):
        found[str(one["session"]), str(one["instruction"])] += one["applied"] or 0
    return sorted(found.values())


def _workers_of(parent: int) -> list[int]:
    """Processes in which a worker of a local cluster runs."""
    children = Path(f"/proc/{parent}/task").glob("*/children")
    found = [int(one) for path in children for one in path.read_text().split()]
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
