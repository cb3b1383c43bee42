"""Facts about renders and downloads."""

from __future__ import annotations

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotMet, NotTestable, expect
from nemo_spec.conformance.world import NO_SESSION, World, needed, new_id
from nemo_spec.nemo.errors import NemoError

_RUNNING = ("pending", "processing")


@fact("attribution")
def check_attribution(world: World) -> str:
    if world.spend:
        world.edit()
        answer = world.start_render(new_id(), attribution=False)
    else:
        body = {"id": new_id(), "sessionId": NO_SESSION, "draft": {"t": []}, "output": {}}
        path = "/api/render/proxy/lambda"
        answer = world.client.ask("POST", path, body=body, attribution=False)
    blocked = 402 in (answer.status, answer.code)
    if not blocked and not world.spend:
        raise NotTestable(f"without a session it gives {answer.code}: use --spend")
    expect(blocked, f"an export without the headers gave {answer.code or answer.status}")
    return ""


@fact("render", spends=True)
def check_render(world: World) -> str:
    world.render()
    output = {"resolution": "320x180", "fps": 25, "codec": "h264", "crf": 30}
    answer = world.start_render(new_id(), output)
    expect(not answer.problem, answer.problem)
    _wait(world, str(world.job(answer, "").id))
    return ""


@fact("render-v44", spends=True)
def check_render_v44(world: World) -> str:
    last = world.render().polls[-1]
    if "success" not in last.fields:
        raise NotTestable("the server speaks the bare form")
    expect(last.fields["success"] is True, "success is not true")
    expect(isinstance(last.data.get("outputUrl"), str), "no outputUrl")
    return ""


@fact("render-bare", spends=True)
def check_render_bare(world: World) -> str:
    last = world.render().polls[-1]
    if "success" in last.fields:
        raise NotTestable("the server speaks the form of 4.4")
    output = last.fields.get("output")
    expect(isinstance(output, dict) and {"url", "duration", "size"} <= output.keys(), "no output")
    return ""


@fact("render-duplicate", spends=True)
def check_render_duplicate(world: World) -> str:
    answer = world.start_render(world.render().id)
    expect(answer.problem, "a second render with one id was taken on")
    return answer.problem


@fact("render-one", spends=True)
def check_render_one(world: World) -> str:
    world.render()
    first, second = new_id(), new_id()
    needed(world.start_render(first), "starting a render")
    answer = world.start_render(second)
    still = world.job(world.poll(first), first).status in _RUNNING
    _wait(world, first)
    if answer.problem:
        return answer.problem
    _wait(world, second)
    if still:
        raise NotMet("a second render was taken on while the first was running")
    raise NotTestable("the first render was over too soon")


@fact("render-states", spends=True)
def check_render_states(world: World) -> str:
    render = world.render()
    said = [str(answer.data.get("status")) for answer in (render.started, *render.polls)]
    known = {"pending", "processing", "completed", "failed"}
    expect(set(said) <= known, f"status {', '.join(sorted(set(said) - known))}")
    expect(said[-1] == "completed", f"the render {said[-1]}: {render.job.error}")
    return ", ".join(dict.fromkeys(said))


@fact("render-size", spends=True)
def check_render_size(world: World) -> str:
    expect(b"avc1" in world.file(), "the file is not H.264")
    answer = world.start_render(new_id(), {"resolution": "1080x1920"})
    expect(not answer.problem, f"1080x1920: {answer.problem}")
    _wait(world, world.job(answer, "").id)
    return ""


@fact("cancel", spends=True)
def check_cancel(world: World) -> str:
    world.render()
    render_id = new_id()
    needed(world.start_render(render_id, {"resolution": "1080x1920"}), "starting a render")
    answer = world.client.ask("POST", f"/api/render/proxy/lambda/{render_id}/cancel")
    status = world.job(world.poll(render_id), render_id).status
    if answer.problem and status == "completed":
        raise NotTestable("the render was over too soon")
    expect(not answer.problem, answer.problem)
    _wait(world, render_id)
    return ""


@fact("download", spends=True)
def check_download(world: World) -> str:
    expect(world.file()[4:8] == b"ftyp", "what is downloaded is no mp4")
    return f"{len(world.file())} bytes"


@fact("output-url", spends=True)
def check_output_url(world: World) -> str:
    address = world.render().job.url
    expect(address, "no output address")
    try:
        answer = world.client.ask("GET", str(address), token=None, attribution=False)
    except NemoError as error:
        raise NotMet(error.message) from None
    expect(answer.status == 200 and answer.body[4:8] == b"ftyp", f"HTTP {answer.status}, no mp4")
    return ""


def _wait(world: World, render_id: str) -> None:
    """Until a render is over: one session has one at a time."""
    for _ in range(int(300 / max(0.1, world.poll_every))):
        if world.job(world.poll(render_id), render_id).status not in _RUNNING:
            return
        world.sleep(world.poll_every)
