"""The least that a client does which sends no message twice: it notes what goes out and what came of it.

Sends the requests in a file by nemo-spec's client, and notes each message in two journals as `apply`
does. It reads no recipe and checks no draft.
"""

from __future__ import annotations

import gc
import json
import sys
from datetime import UTC, datetime
from pathlib import Path


def main(url: str, token: str, requests: str, folder: str) -> None:
    gc.disable()
    sys.modules["httpx._main"] = None  # type: ignore[assignment] # as in nemo_spec.cli.main
    import nemo_spec.cli.commands.apply  # noqa: F401 - what `apply` imports
    from nemo_spec.nemo.client import Nemo
    from nemo_spec.nemo.settings import Settings
    from nemo_spec.run.session.journal import Journal

    def now() -> datetime:
        return datetime.now(UTC)

    nemo, before, step = Nemo(Settings(api_url=url), token), None, None
    places = [Path(folder, name) for name in ("project", "config")]
    with Journal.open(places[0]) as journal, Journal.open(places[1]) as record:
        run = journal.begin_run("a", {}, "key", now())
        journal.bind(run, "key", "session", "task")
        journal.record_in(record, "session")
        for _, address, body in json.loads(Path(requests).read_text(encoding="utf-8")):
            if body:
                text = body["new_message"]["parts"][0]["text"]
                step = journal.begin(
                    run, "session", "repair", text, now(), owners=[1], before=before
                )
                list(nemo.chat(body["session_id"], text))
            elif address.endswith("/latest"):
                before = nemo.state(address.split("/")[-2]).draft_json
                if step is not None:
                    journal.complete(step, "done", after=before, cost=0.0, met=["a"])
                step = None
            else:
                nemo.credits()


if __name__ == "__main__":
    main(*sys.argv[1:])
