"""A recipe that is applied again: what its session holds is not sent again, what it lacks is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.apply_world import RECIPE, World

from mock_server.server import MockHandle
from nemo_spec.nemo import transfer
from nemo_spec.run.exports import render


def test_nothing_is_sent_when_nothing_is_missing(world: World):
    first = world.apply()
    assert first.code == 0, first.out + first.err
    renders, uploads, sent = (len(world.requests(c)) for c in ("render", "upload", "run_sse"))
    again = world.apply()
    assert again.code == 0
    assert "5 of 5 lines met, 0 credits" in again.out
    after = [len(world.requests(c)) for c in ("render", "upload", "run_sse")]
    assert after == [renders, uploads, sent]


def test_a_deleted_video_is_fetched_again_without_an_instruction(world: World, project: Path):
    world.apply()
    sent, video = len(world.sent), project / "out" / "a-90p.mp4"
    video.unlink()
    assert world.apply().code == 0
    assert video.stat().st_size > 1000
    assert len(world.sent) == sent


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (RECIPE + 'title 3-4s "End"\n', ['"End"']),
        (RECIPE.replace("35%", "50%"), ["Remove the background music"]),
        (RECIPE.replace('"Intro"', '"Hallo"'), ['"Hallo"']),
        (RECIPE.replace("2-3s", "2-4s"), ['Remove the title "Later"']),
        (RECIPE.replace(" at top", " at bottom"), ['Remove the title "Later"']),
        (RECIPE.replace("keep 0-4s", 'keep 0-4s\ncolor "warm" 40%'), ['color look "warm"']),
        (RECIPE.replace('title 0-2s "Intro"\n', ""), ['Remove the title "Intro"']),
        (
            RECIPE.replace("keep 0-4s", "keep 0-4s\ncut 0-1s"),
            ["Cut out", 'Remove the title "Intro"', 'Remove the title "Later"'],
        ),
        (RECIPE + "speed 2x\n", ["2x"]),
    ],
    ids=["added", "level", "text", "range", "place", "inserted", "deleted", "cut", "speed"],
)
def test_a_changed_recipe_sends_only_the_change(world: World, text: str, messages: list[str]):
    assert world.apply().code == 0
    before = len(world.sent)
    world.write(text)
    planned = world.plan()
    assert planned.code == 0
    changed = world.apply()
    assert changed.code == 0, changed.out + changed.err
    new = world.sent[before:]
    assert len(new) == len(messages), new
    for message, part in zip(new, messages, strict=True):
        assert part in message
    assert all(message in planned.out for message in new[:1])
    assert f"{5 * len(new)} credits" in changed.lines[-1]
    assert "nothing to send" in world.plan().out


def test_what_was_changed_elsewhere_is_put_right(world: World):
    world.apply()
    world.say("Set the volume of the background music to 80%.")
    planned = world.plan()
    assert "~   3" in planned.out
    assert "volume 80% instead of 35%" in planned.out
    assert world.apply().code == 0
    assert len(world.sent) == world.before + 1
    assert world.plan().lines[-2:] == [
        "nothing to send: the draft is what the recipe says",
        "estimate: 0 credits, 30 s to 1 min 30 s at the service",
    ]


@pytest.mark.parametrize(("policy", "more"), [("report", 0), ("allow", 0), ("remove", 1)])
def test_what_nobody_asked_for_follows_the_policy(world: World, policy: str, more: int):
    world.apply()
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    applied = world.apply(f"--unrequested={policy}")
    assert applied.code == 0
    assert len(world.sent) == world.before + more
    assert ('title "Sale"' in applied.out) == (policy != "allow")
    shown = world.call("status").out
    assert ("Sale" in shown) == (policy != "remove")


def test_the_clip_itself_decides_which_session_it_is(world: World, project: Path):
    world.apply()
    sessions = len(world.requests("create_session"))
    copy = project / "other.mp4"
    copy.write_bytes(world.clip.read_bytes())
    assert world.call("apply", "a.edit", copy).code == 0
    assert len(world.requests("create_session")) == sessions + 1


def test_fresh_begins_again(world: World):
    world.apply()
    sent = len(world.sent)
    assert world.apply("--fresh").code == 0
    assert len(world.sent) == 2 * sent
    assert world.apply().code == 0
    assert len(world.sent) == 2 * sent


def test_a_session_that_is_gone_is_begun_anew(world: World, service: MockHandle):
    world.apply()
    service.fault("error", code=1002, call="state")
    again = world.apply()
    assert again.code == 0
    assert "no longer exists: starting a new one" in again.out


@pytest.mark.parametrize("change", ["recipe", "draft", "clip", "applied"])
def test_a_saved_plan_is_refused_once_it_is_out_of_date(world: World, change: str, project: Path):
    if change != "applied":
        world.apply()
        world.write(RECIPE + 'title 3-4s "End"\n')
    assert world.plan("-o", "a.plan").code == 0
    if change == "recipe":
        world.write(RECIPE)
    elif change == "draft":
        world.say("Set the volume of the background music to 80%.")
    elif change == "applied":
        world.apply()
    else:
        saved = json.loads((project / "a.plan").read_text())
        other = project / "other.mp4"
        other.write_bytes(world.clip.read_bytes()[:-1])
        saved["clips"] = ["other.mp4"]
        (project / "a.plan").write_text(json.dumps(saved))
    before = len(world.sent)
    refused = world.call("apply", "a.plan")
    assert refused.code == 2, refused.out + refused.err
    assert "nothing was sent" in refused.err
    assert len(world.sent) == before


def test_a_saved_plan_is_carried_out(world: World):
    world.apply()
    world.write(RECIPE + 'title 3-4s "End"\n')
    world.plan("-o", "a.plan")
    before = len(world.sent)
    assert world.call("apply", "a.plan").code == 0
    assert len(world.sent) == before + 1


@pytest.mark.parametrize(("per", "count"), [("line", 5), ("phase", 4), ("recipe", 1)])
def test_lines_that_go_together_are_judged_one_by_one(world: World, per: str, count: int):
    applied = world.apply(f"--per={per}")
    assert applied.code == 0, applied.out
    assert len(world.sent) == count
    assert "5 of 5 lines met" in applied.out
    assert world.apply(f"--per={per}").code == 0
    assert world.apply().code == 0
    assert len(world.sent) == count


def test_one_line_of_a_batch_that_was_left_out_is_named_and_mended(
    world: World, service: MockHandle
):
    service.fault("partially_applied", without="music")
    applied = world.apply("--per=recipe", "--repairs=0")
    assert applied.code == 1
    assert [line.split()[0:2] for line in applied.lines if line.startswith("  ✗")] == [["✗", "3"]]
    assert world.apply().code == 0
    assert len(world.sent) == 2


def test_the_limit_stops_before_the_message_that_would_exceed_it(world: World):
    stopped = world.apply("--max-credits=12")
    assert stopped.code == 1
    assert "stopped      before" in stopped.out
    assert len(world.sent) == 2
    done = world.apply()
    assert done.code == 0
    assert len(world.sent) == 5


def test_a_repair_is_not_sent_beyond_the_limit(world: World, service: MockHandle):
    service.fault("claimed_not_applied", match="Intro")
    stopped = world.apply("--max-credits=10")
    assert stopped.code == 1
    assert "stopped      before" in stopped.out
    assert len(world.sent) == 2


def test_an_unknown_outcome_is_sent_again_only_when_it_is_asked_for(
    world: World, service: MockHandle
):
    service.fault("drop_stream", match="Intro")
    unknown = world.apply()
    assert unknown.code == 4
    assert "nemo-spec resume 1 --retry" in unknown.out
    sent = len(world.sent)
    assert world.apply().code == 4
    assert world.call("resume").code == 4
    assert len(world.sent) == sent
    done = world.call("resume", "--retry")
    assert done.code == 0, done.out + done.err
    assert sum("Intro" in message for message in world.sent) == 2
    assert "there is nothing to resume" in world.call("resume").out


def test_what_landed_late_is_not_sent_again(world: World, service: MockHandle):
    service.fault("lands_late", match="Intro", reads=6)
    assert world.apply().code == 4
    assert world.apply().code == 0
    assert sum("Intro" in message for message in world.sent) == 1


def test_runs_are_listed_and_can_be_cancelled(world: World, service: MockHandle):
    assert "no recipe has been applied" in world.call("runs").err
    service.fault("render_stuck")
    service.fault("error", code=500, status=500, call="render_status", skip=1)
    assert world.apply().code == 3
    assert "failed" in world.call("runs").out
    cancelled = world.call("cancel")
    assert cancelled.code == 0, cancelled.err
    assert "run 1 is cancelled" in cancelled.out
    assert len(world.requests("render_cancel")) == 1
    assert "cancelled" in world.call("runs").lines[0]
    assert world.call("cancel", 9).code == 2
    assert world.apply().code == 0
    assert world.call("cancel").code == 2


def test_the_bill_is_in_the_report(world: World, service: MockHandle, project: Path):
    service.fault("altered", match="Intro")
    assert world.apply("--report=json:bill.json").code == 0
    report = json.loads((project / "bill.json").read_text())
    assert [entry["lines"] for entry in report["bill"]] == [[None], [1], [2], [2], [3], [4]]
    assert {entry["credits"] for entry in report["bill"]} == {5}
    assert report["credits"] == 30
    (correction,) = report["corrections"]
    assert correction["line"] == 2
    assert correction["instruction"].startswith("Remove the title ")
    assert "instead of" in correction["reason"]


def test_a_part_that_arrived_is_gone_on_with(
    world: World, service: MockHandle, project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(render, "_BREAKS", (0,))
    service.fault("download_cut", after=1000, times=-1)
    assert world.apply().code == 3
    (part,) = project.glob("out/.*.part")
    arrived, found = part.stat().st_size, []
    whole = transfer.download

    def noted(caller: Any, url: str, part: Path, *rest: Any) -> int:
        found.append(part.stat().st_size)
        return whole(caller, url, part, *rest)

    monkeypatch.setattr(transfer, "download", noted)
    service.mock.faults.clear()
    assert world.apply().code == 0
    assert found == [arrived]
    assert not list(project.glob("out/.*"))
