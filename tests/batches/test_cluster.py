"""What a worker of a Dask cluster is asked before it is given anything to do."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from nemo_spec.batches import cluster
from nemo_spec.batches.board import SharedBoard, served
from nemo_spec.batches.cluster import ClusterError, Needs, Place, opened_cluster, problems_at

SALT = b"salt"
HERE = Place("1.0", "studio-1", "/home/ada", "/films", "", "")
SHARED = replace(HERE, journal="the journal at db/journal, project films", token="same")


class Journal(nullcontext[None]):
    def close(self) -> None:
        pass


def found(
    monkeypatch: pytest.MonkeyPatch, here: Place, there: Place, *, keeps: bool, offline: bool
) -> list[str]:
    """What a worker at `here` says to a batch at `there`."""
    monkeypatch.setattr(Place, "here", lambda recipe, salt: here)
    monkeypatch.setattr(cluster, "journal_of", lambda root: Journal())
    return problems_at(Needs({}, keeps=keeps, offline=offline), there, SALT, None)


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        (HERE, HERE, ""),
        (replace(HERE, version="2.0"), HERE, "has nemo-spec 2.0, not 1.0"),
        (replace(HERE, root="/other"), HERE, "takes /other for the project, not /films"),
        (replace(HERE, machine="studio-2"), HERE, "a journal for both is set in NEMO_JOURNAL"),
        (replace(HERE, home="/home/bea"), HERE, "a journal for both is set in NEMO_JOURNAL"),
        (replace(SHARED, machine="studio-2"), SHARED, ""),
        (replace(SHARED, machine="studio-2", token="other"), SHARED, "has another NEMO_TOKEN"),
        (
            replace(SHARED, machine="studio-2", token=""),
            replace(SHARED, token=""),
            "would use an account of its own",
        ),
        (SHARED, replace(HERE, token="same"), "has another NEMO_JOURNAL or NEMO_PROJECT"),
    ],
)
def test_a_worker_works_like_this_machine_or_not_at_all(
    here: Place, there: Place, said: str, monkeypatch: pytest.MonkeyPatch
):
    problems = found(monkeypatch, here, there, keeps=True, offline=False)
    assert bool(problems) == bool(said), problems
    assert said in " ".join(problems)


def test_the_mock_answers_on_its_own_machine_only(monkeypatch: pytest.MonkeyPatch):
    elsewhere = replace(HERE, machine="studio-2")
    (told,) = found(monkeypatch, elsewhere, HERE, keeps=False, offline=True)
    assert "another machine than the bundled mock" in told
    assert found(monkeypatch, HERE, HERE, keeps=False, offline=True) == []
    # a recipe is tested on a mock of the worker's
    assert found(monkeypatch, elsewhere, HERE, keeps=False, offline=False) == []


def test_what_a_worker_does_not_see_is_named(tmp_path: Path):
    (tmp_path / "a.mp4").write_bytes(b"12")
    (tmp_path / "b.mp4").write_bytes(b"1")
    files = {str(tmp_path / f"{name}.mp4"): 1 for name in "abcdef"}
    needs = Needs(files, [str(tmp_path), str(tmp_path / "out")])
    problems = problems_at(needs, Place.here("", SALT), SALT, None)
    names = [problem.rpartition("/")[2] for problem in problems]
    assert names == ["a.mp4", "c.mp4", "d.mp4", "does not see 3 more"]


def test_a_batch_that_a_worker_cannot_reach(tmp_path: Path):
    with served(SharedBoard(None, 100), "127.0.0.1") as board:
        assert problems_at(Needs({}), Place.here("", SALT), SALT, board) == []
    (problem,) = problems_at(Needs({}), Place.here("", SALT), SALT, board)
    assert problem.startswith("cannot reach ")


def test_no_token_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEMO_TOKEN", "a-secret-token")
    assert "a-secret" not in repr(Place.here("", SALT))
    assert Place.here("", SALT).token != Place.here("", b"other salt").token


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster, "CONNECT_S", 0.2)
    with (
        pytest.raises(ClusterError, match=r"the Dask scheduler at 127.0.0.1:1 cannot be reached"),
        opened_cluster("127.0.0.1:1", 1),
    ):
        pass


def test_without_distributed_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"nemo-spec\[dask\]"), opened_cluster("", 1):
        pass
