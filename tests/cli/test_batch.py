"""`nemo-spec batch`: many clips, one recipe, one ceiling, one account of what came of them."""

from __future__ import annotations

import json
import multiprocessing
import threading
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from support.commands import Call
from support.studio import NAMES, RECIPE, Studio, results
from support.waiting import until

import nemo_spec
from mock_server.server import MockHandle
from nemo_spec.batches.table import MAX_ROWS
from nemo_spec.run.events import Connected, Sending


@pytest.fixture
def studio(call: Call, service: MockHandle, project: Path, clip_bytes: bytes) -> Studio:
    return Studio(call, service, project, clip_bytes)


def test_every_clip_once_and_nothing_again(studio: Studio):
    first = studio.batch("?.mp4", "-n", "2")
    assert first.code == 0, first
    assert results(first) == {f"{name}.mp4": "met" for name in NAMES}
    assert studio.is_done_once()
    assert "4 met, 60 credits" in first.out
    sent = studio.sent
    again = studio.batch("?.mp4", "-n", "2")
    assert (again.code, studio.sent) == (0, sent)
    assert "4 met, 0 credits" in again.out


def test_a_table_with_values_and_outputs(studio: Studio):
    studio.write("w.edit", RECIPE + 'export 90p mp4 10fps low to "out/{clip}.mp4"\n')
    (studio.path / "in").mkdir()
    (studio.path / "a.mp4").rename(studio.path / "in" / "a.mp4")
    studio.write("in/t.csv", "clip,name,output\na.mp4,Ada,ada.mp4\n../b.mp4,Bea,\n")
    done = studio.batch("in/t.csv")
    assert done.code == 0, done
    assert (studio.path / "in" / "ada.mp4").is_file()
    assert (studio.path / "out" / "b.mp4").is_file()
    assert {"Ada", "Bea"} == {name for name in ("Ada", "Bea", "Nobody") if name in str(studio.sent)}
    lines = done.out.split("\n\n")[1].splitlines()
    assert [" 15 credits" in line for line in lines] == [True, True]  # exact, one at a time
    assert "at most" not in done.out


def test_named_clips(studio: Studio):
    studio.write("w.edit", "clip left\nclip right\njoin right, left\n")
    studio.write("t.jsonl", '{"clip.right": "b.mp4", "clip.left": "a.mp4"}\n')
    assert studio.batch("t.jsonl").code == 0
    ((_, sentence),) = studio.sent
    assert sentence.index("b.mp4") < sentence.index("a.mp4")


BAD = """\
clip,nam,clip.x,output
a.mp4,Ada,b.mp4,out.mp4
,Bea,,y.mp4
"""


def test_bad_columns_are_named_by_row_at_once(studio: Studio):
    studio.write("t.csv", BAD)
    refused = studio.batch("t.csv")
    assert refused.code == 2
    assert refused.err.splitlines() == [
        "error: t.csv:2, t.csv:3: column `nam`: the recipe has no `let nam`, did you mean `name`?",
        "error: t.csv:2: column `clip.x`: the recipe has no `clip x` without a file",
        "error: t.csv:3: no clip – fill in the column `clip`",
        "nothing was sent",
    ]
    assert studio.is_untouched()


def test_bad_rows_are_named_at_once(studio: Studio):
    studio.write("w.edit", RECIPE.replace('"Nobody"', "1s").replace("0-1s", "0-$name")
                 .replace('"{name}"', '"x"') + "export 90p mp4 10fps low\n")  # fmt: skip
    studio.write(
        "t.csv",
        "clip,name,output\na.mp4,zzz,1.mp4\ngone.mp4,,2.mp4\nb.mp4,,3.mp4\nc.mp4,,./3.mp4\nd.mp4,,a.mp4\n",
    )
    refused = studio.batch("t.csv")
    assert refused.code == 2
    for place, said in (
        ("t.csv:2", "zzz"), ("t.csv:3", "gone.mp4"), ("t.csv:5", "3.mp4 is the export of t.csv:4"),
        ("t.csv:6", "a.mp4, which a row reads"),
    ):  # fmt: skip
        assert any(place in text and said in text for text in refused.err.split("error: ")), refused
    assert studio.is_untouched()
    assert not (studio.path / "3.mp4").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x.csv"], "x.csv: cannot be read"),
        (["*.mov"], "no file matches"),
        (["a.mp4", "gone.mp4"], "gone.mp4"),
        (["a.mp4", "--set", "nome=1"], "did you mean `name`"),
        (["a.mp4", "-n", "0"], "from 1 to 64"),
        (["a.mp4", "--fault", "ask_question"], "needs --offline"),
        (["a.mp4", "--save-draft", "d"], "use `apply`"),
        (["t.csv", "--report", "json:./t.csv"], "t.csv: the batch reads it"),
        (["a.mp4", "--report", "html:a.html"], "a.html: pages of several runs need a folder"),
    ],
)
def test_what_is_refused(studio: Studio, arguments: list[str], said: str):
    studio.write("t.csv", "clip\na.mp4\n")
    refused = studio.batch(*arguments)
    assert (refused.code, said in refused.err) == (2, True), refused
    assert studio.is_untouched()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,output\nAda,1.mp4\nBea,2.mp4\n", "t.csv:2, t.csv:3: no clip"),
        ("clip,output\na.mp4,x/../o.mp4\nb.mp4,o.mp4\n", "t.csv:3: o.mp4 is the export of t.csv:2"),
        ("clip,output\nhome,o.mp4\n", "t.csv:2: error[E243]: home is a folder"),
        ("clip,output\na.mp4,home\n", "t.csv:2: error[E254]: cannot write home: it is a folder"),
        ("clip,output\na.mp4,w.edit\n", "t.csv:2: error[E255]: the recipe reads w.edit"),
        ("clip,output\na.mp4,t.csv\n", "t.csv:2: error[E250]: -o t.csv: the export makes mp4"),
        ("Clip\na.mp4\n", "t.csv:2: column `Clip`: the recipe has no `let Clip`, did you mean `clip`?"),
        ("clip\n a.mp4\n", "t.csv:2: error[E231]: no file  a.mp4"),
        ("clip,output\n" + "".join(f"gone{n}.mp4,{n}.mp4\n" for n in range(40)), "t.csv:41: error[E231]"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_done(studio: Studio, table: str, said: str):
    studio.write("w.edit", RECIPE + "export 90p mp4 10fps low\n")
    (studio.path / "home").mkdir()
    studio.write("t.csv", table)
    refused = studio.batch("t.csv")
    assert (refused.code, said in refused.err) == (2, True), refused
    assert studio.is_untouched()


@pytest.mark.slow
def test_every_one_of_ten_thousand_rows(studio: Studio):
    rows = "".join(f"gone{n}.mp4,{n}\n" for n in range(MAX_ROWS))
    studio.write("t.csv", f"clip,name\n{rows}")
    refused = studio.batch("t.csv")
    assert (refused.code, refused.err.count("no file gone")) == (2, MAX_ROWS)
    assert studio.is_untouched()


def test_two_clips_for_a_recipe_that_joins_two(studio: Studio):
    studio.write("w.edit", "clip left\nclip right\njoin right, left\n")
    refused = studio.batch("a.mp4", "b.mp4")
    assert "name the columns of a table `clip.left`, `clip.right`" in refused.err
    studio.write("t.csv", "clip.left,clip.rigth\na.mp4,b.mp4\n")
    refused = studio.batch("t.csv")
    assert "did you mean `clip.right`?" in refused.err
    assert "t.csv:2: no file for clip `right`" in refused.err


def test_without_a_cell_of_its_own_the_same_output_is_refused(studio: Studio):
    studio.write("w.edit", RECIPE + "export 90p mp4 10fps low\n")
    refused = studio.batch("a.mp4", "b.mp4", "c.mp4")
    assert refused.code == 2
    assert "b.mp4, c.mp4: out/w-90p.mp4 is the export of a.mp4 too" in refused.err
    assert studio.is_untouched()


@pytest.mark.parametrize("workers", [1, 3])
def test_the_ceiling_is_that_of_all_together(studio: Studio, workers: int):
    done = studio.batch("?.mp4", "-n", str(workers), "--max-credits", "40")
    assert done.code == 1
    spent = 5 * sum(studio.sent.values())
    assert spent <= 40
    assert f"{spent} credits" in done.out.splitlines()[-2]
    assert "beyond the ceiling of " in done.out
    assert " are spent or reserved" in done.out
    assert ("not begun" in done.out) or workers > 1
    again = studio.batch("?.mp4", "-n", str(workers))
    assert (again.code, studio.is_done_once()) == (0, True)


def test_one_failure_does_not_stop_the_others(studio: Studio):
    studio.service.fault("claimed_not_applied", match="Ada", times=9)
    studio.write("t.csv", "clip,name\na.mp4,Ada\nb.mp4,Bea\nc.mp4,Cleo\n")
    done = studio.batch("t.csv", "--repairs", "0")
    assert done.code == 1
    assert list(results(done).values()) == ["not met", "met", "met"]
    stopped = studio.batch("t.csv", "--repairs", "0", "--fresh", "-x")
    assert list(results(stopped).values())[1:] == ["not begun", "not begun"]


def test_reports(studio: Studio):
    done = studio.batch("a.mp4", "b.mp4", "--report", "json:r.json", "--report", "junit:j.xml",
                        "--report", "html:pages", "--max-credits", "25")  # fmt: skip
    assert done.code == 1
    runs = json.loads((studio.path / "r.json").read_text())["recipes"]
    assert [(one["clips"], one["result"]) for one in runs] == [
        (["a.mp4"], "met"), (["b.mp4"], "not met"),
    ]  # fmt: skip
    suites = ElementTree.parse(studio.path / "j.xml").getroot()
    assert [suite.get("name") for suite in suites] == ["w.edit a.mp4", "w.edit b.mp4"]
    assert (studio.path / "pages" / "index.html").is_file()


def test_a_plan_sends_nothing_and_knows_what_is_done(studio: Studio):
    plan = studio.batch("?.mp4", "--plan", "-n", "2", "--max-credits", "120")
    assert plan.code == 0, plan
    assert "4 clips, 2 at a time: about 200 credits" in plan.out
    assert "--max-credits 120 stops it before" in plan.out
    assert studio.is_untouched()
    assert studio.batch("a.mp4", "b.mp4").code == 0
    assert "about 100 credits" in studio.batch("?.mp4", "--plan").out


def test_an_unreachable_service_is_one_error(studio: Studio, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEMO_API_URL", "http://127.0.0.1:9")
    done = studio.batch("?.mp4", "-n", "3")
    assert (done.code, done.err.count("error: ")) == (3, 1)
    assert not (studio.path / ".nemo-spec").exists()


def test_offline(studio: Studio, monkeypatch: pytest.MonkeyPatch):
    done = studio.batch("a.mp4", "b.mp4", "--offline", "-n", "2")
    assert done.code == 0, done
    assert studio.is_untouched()
    assert not (studio.path / ".nemo-spec").exists()


def test_what_is_doubtful_is_said_once(studio: Studio):
    studio.write("w.edit", RECIPE.replace("{name}", "Hello"))
    done = studio.batch("a.mp4", "b.mp4", "-n", "2")
    assert done.code == 0
    assert done.err.splitlines() == [
        "note: a.mp4, b.mp4: W204: `name` is never used",
        "note: a.mp4, b.mp4: W213: this also shifts the `title` above",
    ]


# -- the function -----------------------------------------------------------------------------------


def test_any_executor(studio: Studio):
    sources = [str(studio.path / f"{name}.mp4") for name in NAMES]
    heard: list[tuple[int, object]] = []
    with ThreadPoolExecutor(3) as pool:
        done = nemo_spec.batch(
            studio.path / "w.edit", *sources, executor=pool,
            on_event=lambda index, event: heard.append((index, event)),
        )  # fmt: skip
    assert done.met
    assert done.spent == 60
    assert {index for index, event in heard if isinstance(event, Connected)} == {0, 1, 2, 3}
    assert all(row.record.finished and row.record.finished.at_most for row in done.rows)


@pytest.mark.slow
def test_processes(studio: Studio):
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        done = nemo_spec.batch(
            studio.path / "w.edit", str(studio.path / "?.mp4"), executor=pool,
            policy=nemo_spec.Policy(limit=100),
        )  # fmt: skip
    assert done.met, [row.record.why_failed for row in done.rows]
    assert studio.is_done_once()


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(studio: Studio):
    """Nor does it stay behind and send: the board that it asks is gone with the batch."""
    recipe, clips = studio.path / "w.edit", str(studio.path / "?.mp4")

    def kill(index: int, event: object) -> None:
        if isinstance(event, Sending) and event.number == 2:
            for worker in multiprocessing.active_children():
                worker.kill()

    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        done = nemo_spec.batch(recipe, clips, executor=pool, on_event=kill)
    assert "failed" in {row.outcome for row in done.rows}
    assert nemo_spec.batch(recipe, clips, policy=nemo_spec.Policy(retry=True)).met
    assert studio.is_done_once()


def test_interrupted_in_the_middle_and_done_afterwards(studio: Studio):
    def interrupt(index: int, event: object) -> None:
        if isinstance(event, Sending) and event.number == 2:
            raise KeyboardInterrupt

    recipe, sources = studio.path / "w.edit", [str(studio.path / f"{n}.mp4") for n in NAMES]
    with pytest.raises(KeyboardInterrupt):
        nemo_spec.batch(recipe, *sources, workers=2, on_event=interrupt)
    until(lambda: not [one for one in threading.enumerate() if one.name.startswith("batch")])
    assert nemo_spec.batch(recipe, *sources, workers=2, policy=nemo_spec.Policy(retry=True)).met
    assert studio.is_done_once()


class Losing(ThreadPoolExecutor):
    """Loses the worker of the second task."""

    def submit(self, fn: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        return super().submit(_lost if arguments[0].index == 1 else fn, *arguments, **named)


def _lost(*_: object) -> None:
    raise BrokenExecutor


def test_a_lost_worker_costs_its_row_only(studio: Studio):
    with Losing(2) as pool:
        done = nemo_spec.batch(studio.path / "w.edit", str(studio.path / "?.mp4"), executor=pool)
    assert [row.outcome for row in done.rows] == ["met", "failed", "met", "met"]
    assert "worker was killed" in str(done.rows[1].record.why_failed)


def test_what_fails_offline_is_not_said_to_go_on(studio: Studio):
    """The mock ends with the batch. What is of no line is not blamed on the first one."""
    fault = ("--fault", "claimed_not_applied:match=track,times=2")
    studio.write("w.edit", RECIPE + "export 90p mp4 10fps low\n")
    ended = studio.batch("a.mp4", "--offline", *fault, "--report", "html:pages")
    assert (ended.code, "the same command again" in ended.out) == (1, False), ended
    assert "the video lasts 0 s" in ended.out
    assert "line 1" not in ended.out
    assert "the video lasts 0 s" in (studio.path / "pages" / "index.html").read_text("utf-8")
