"""`nemo-spec batch --one-session`: many clips in one session, one after another."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.commands import Call, Outcome
from support.studio import RECIPE, Studio, results
from support.video import ffmpeg
from support.waiting import until

import nemo_spec
from mock_server.server import MockHandle
from nemo_spec.run.events import Sending

EMPTYING = "Remove everything from the timeline."
EXPORT = 'export 90p mp4 10fps low to "out/{clip}.mp4"\n'


@pytest.fixture
def studio(call: Call, service: MockHandle, project: Path, clip_bytes: bytes) -> Studio:
    """The price is that of the documentation: 50 credits with the first edit of a session."""
    found = Studio(call, service, project, clip_bytes)
    service.change(price_per_edit=0, price_per_session=50)
    return found


def batch(studio: Studio, *arguments: str) -> Outcome:
    return studio.batch(*arguments, "--one-session")


def told(studio: Studio) -> list[str]:
    """What was sent to the agent, in its order."""
    return [str(one["instruction"]) for one in studio.service.requests(call="run_sse")]


def test_all_clips_cost_the_edits_of_one(studio: Studio):
    studio.write("w.edit", RECIPE + EXPORT)
    done = batch(studio, "a.mp4", "b.mp4")
    assert done.code == 0, done
    assert "2 met, 50 credits" in done.out
    assert len({session for session, _ in studio.sent}) == 1
    assert told(studio).count(EMPTYING) == 1
    assert {path.name for path in (studio.path / "out").iterdir()} == {"a.mp4", "b.mp4"}
    sent = told(studio)
    again = batch(studio, "a.mp4", "b.mp4")
    assert (again.code, told(studio)) == (0, sent), again
    assert "2 met, 0 credits" in again.out


def test_the_plan_says_both_prices(studio: Studio):
    plan = batch(studio, "?.mp4", "--plan")
    assert "4 clips, in one session: about 50 credits, " in plan.out
    assert "; about 200 in a session each" in plan.out
    assert "; about 50 with --one-session" in studio.batch("?.mp4", "--plan").out
    assert studio.is_untouched()


def test_a_session_takes_one_clip_at_a_time(studio: Studio):
    for more in ("--plan", "-x"):
        refused = batch(studio, "?.mp4", "-n", "2", more)
        assert (refused.code, "leave out -n" in refused.err) == (2, True)
    with ThreadPoolExecutor(1) as pool, pytest.raises(nemo_spec.InvalidBatch):
        nemo_spec.batch(studio.path / "w.edit", "a.mp4", executor=pool, one_session=True)
    assert studio.is_untouched()


def test_files_that_cannot_be_told_apart(studio: Studio, clip_bytes: bytes):
    (studio.path / "more").mkdir()
    (studio.path / "more" / "A.mp4").write_bytes(clip_bytes + b"another")
    refused = batch(studio, "a.mp4", "b.mp4", "more/A.mp4")
    assert refused.code == 2
    assert "more/A.mp4: more/A.mp4 is called like a.mp4 of a.mp4 – rename one" in refused.err
    assert studio.is_untouched()
    (studio.path / "more" / "A.mp4").rename(studio.path / "more" / "b.mp4")
    (studio.path / "more" / "b.mp4").write_bytes((studio.path / "b.mp4").read_bytes())
    assert batch(studio, "b.mp4", "more/b.mp4").code == 0  # the same under both names


def test_a_file_that_is_gone_is_rendered_from_what_its_clip_left(studio: Studio):
    studio.write("w.edit", RECIPE + EXPORT)
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    sent, file = told(studio), studio.path / "out" / "a.mp4"
    before = file.read_bytes()
    file.unlink()
    again = studio.call("apply", "w.edit", "a.mp4")
    assert (again.code, told(studio)) == (0, sent), again
    assert "holds b.mp4 now: this one had its turn, nothing is sent" in again.out
    assert file.read_bytes() == before


def test_a_recipe_that_changed_takes_a_new_turn(studio: Studio):
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    sent = told(studio)
    studio.write("w.edit", RECIPE + 'title 1-2s "More"\n')
    plan = studio.call("plan", "w.edit", "a.mp4")
    assert "holds b.mp4 now: apply empties it for this one" in plan.out
    again = studio.call("apply", "w.edit", "a.mp4")
    assert again.code == 0, again
    assert "holds b.mp4 now: it is emptied for this one" in again.out
    new = told(studio)[len(sent) :]
    assert (new[0], len(new)) == (EMPTYING, 5)
    assert "nothing to send" in studio.call("plan", "w.edit", "a.mp4").out


def test_what_is_planned_for_a_clip_that_had_its_turn(studio: Studio):
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    assert "nothing to send" in studio.call("plan", "w.edit", "a.mp4").out
    assert "2 clips, in one session: 0 credits" in batch(studio, "a.mp4", "b.mp4", "--plan").out
    assert "a.mp4" not in "".join(told(studio)[4:])


def test_interrupted_in_the_middle_of_a_turn(studio: Studio):
    seen: list[object] = []

    def interrupt(index: int, event: object) -> None:
        seen.append(event)
        if index == 1 and isinstance(event, Sending) and event.number == 2:
            raise KeyboardInterrupt

    clips = [str(studio.path / f"{name}.mp4") for name in "abc"]
    with pytest.raises(KeyboardInterrupt):
        nemo_spec.batch(studio.path / "w.edit", *clips, one_session=True, on_event=interrupt)
    until(lambda: not [one for one in threading.enumerate() if one.name.startswith("batch")])
    assert batch(studio, "a.mp4", "b.mp4", "c.mp4", "--retry").code == 0
    assert told(studio).count(EMPTYING) == 2
    assert Counter(told(studio)).most_common(2)[1][1] == 3  # the title and the cut of each clip


def test_a_timeline_that_is_not_emptied_holds_the_next_clip_back(studio: Studio):
    studio.service.fault("claimed_not_applied", match="everything", times=2)
    done = batch(studio, "a.mp4", "b.mp4", "c.mp4")
    assert list(results(done).values()) == ["met", "not met", "met"]
    assert "still holds what another clip left" in done.out
    assert not [one for one in told(studio) if '"b.mp4"' in one]
    assert batch(studio, "a.mp4", "b.mp4", "c.mp4").code == 0
    assert Counter(told(studio))[next(one for one in told(studio) if '"a.mp4"' in one)] == 1


def test_a_clip_that_is_not_met_does_not_stop_the_others(studio: Studio):
    studio.write("t.csv", "clip,name\na.mp4,Ada\nb.mp4,Bea\nc.mp4,Cleo\n")
    studio.service.fault("claimed_not_applied", match="Bea", times=2)
    done = batch(studio, "t.csv")
    assert list(results(done).values()) == ["met", "not met", "met"]
    again = batch(studio, "t.csv")
    assert again.code == 0, again
    assert sum("Ada" in one for one in told(studio)) == 1


def test_an_unknown_outcome_holds_the_others_back(studio: Studio):
    studio.write("t.csv", "clip,name\na.mp4,Ada\nb.mp4,Bea\nc.mp4,Cleo\n")
    studio.service.fault("drop_stream", match="Bea", times=1)
    done = batch(studio, "t.csv")
    assert done.code == 4, done
    assert list(results(done).values()) == ["met", "unknown", "unknown"]
    assert "a message for b.mp4 is not known – apply that first" in done.out
    assert '"c.mp4"' not in "".join(told(studio))
    assert batch(studio, "t.csv", "--retry").code == 0
    assert told(studio).count(EMPTYING) == 2


def test_an_emptying_of_unknown_outcome_is_not_sent_again(studio: Studio):
    studio.service.fault("drop_stream", match="everything", times=1)
    done = batch(studio, "a.mp4", "b.mp4")
    assert list(results(done).values()) == ["met", "unknown"]
    again = batch(studio, "a.mp4", "b.mp4")
    assert (again.code, told(studio).count(EMPTYING)) == (4, 1)
    assert batch(studio, "a.mp4", "b.mp4", "--retry").code == 0


def test_one_that_was_carried_out_unheard_is_seen(studio: Studio):
    studio.service.fault("drop_after_edit", match="everything", times=1)
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    assert told(studio).count(EMPTYING) == 1


def test_in_chinese(studio: Studio):
    studio.write("w.edit", "language zh-CN\n" + RECIPE)
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    assert "清空时间线。" in told(studio)


def test_a_fresh_session_is_one_for_all(studio: Studio):
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    assert batch(studio, "a.mp4", "b.mp4", "--fresh").code == 0
    sessions = list(dict.fromkeys(session for session, _ in studio.sent))
    assert len(sessions) == 2
    assert batch(studio, "a.mp4", "b.mp4", "c.mp4").code == 0
    assert {session for session, text in studio.sent if '"c.mp4"' in text} == {sessions[1]}


def test_a_clip_that_has_a_session_stays_there(studio: Studio):
    assert studio.call("apply", "w.edit", "a.mp4").code == 0
    assert batch(studio, "a.mp4", "b.mp4").code == 0
    assert EMPTYING not in told(studio)
    assert len(studio.sent) == 6


def test_clips_of_several_shapes(studio: Studio):
    upright = ("-f", "lavfi", "-i", "testsrc=size=90x160:rate=10:duration=2")
    ffmpeg(*upright, "-pix_fmt", "yuv420p", "-y", studio.path / "a.mp4")
    done = batch(studio, "a.mp4", "b.mp4")
    assert done.code == 0, done


def test_each_is_priced_by_what_the_session_has_taught(studio: Studio):
    """The first message pays for the session, so that the next one may be as dear; none of a later clip."""
    assert batch(studio, "a.mp4", "b.mp4", "c.mp4", "--max-credits", "100").code == 0
    assert batch(studio, "?.mp4", "--max-credits", "1").code == 0


def test_offline(studio: Studio):
    done = batch(studio, "a.mp4", "b.mp4", "--offline")
    assert (done.code, "2 met, 50 credits" in done.out) == (0, True), done
    assert not (studio.path / ".nemo-spec").exists()
