"""Other spellings of a draft, for `--speak`.

The mock keeps, edits and renders its own drafts (docs/draft.md); only the answer about a session's state is
translated. One module per dialect, each a pure function of the draft and of the uploads by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mock_server.draft_dialects import capcut, paths, seconds, v3, words

Draft = dict[str, Any]
Files = Mapping[str, Mapping[str, Any]]
"""The uploads as `video_infos` lists them, by `filename`."""


def _own(draft: Draft, files: Files) -> Draft:
    """The spelling that docs/draft.md describes."""
    return draft


DRAFT_DIALECTS: Mapping[str, Callable[[Draft, Files], Draft]] = {
    "own": _own,
    "paths": paths.speak,
    "capcut": capcut.speak,
    "seconds": seconds.speak,
    "words": words.speak,
    "v3": v3.speak,
}
"""By the name that `--speak` takes."""


def described() -> dict[str, str]:
    """What each dialect is, by name."""
    return {name: (speak.__doc__ or "").splitlines()[0] for name, speak in DRAFT_DIALECTS.items()}
