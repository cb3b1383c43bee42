"""nemo-spec: video edits as code. Names are imported when they are first used; see docs/api.md."""

from nemo_spec.version import __version__ as __version__

TYPE_CHECKING = False  # importing `typing` takes milliseconds, in which Ctrl-C would be a traceback
if TYPE_CHECKING:
    from nemo_spec.api.apply import apply as apply
    from nemo_spec.api.check import Checked as Checked
    from nemo_spec.api.check import check as check
    from nemo_spec.api.drafts import Draft as Draft
    from nemo_spec.api.drafts import NoDraft as NoDraft
    from nemo_spec.api.handoff import Handed as Handed
    from nemo_spec.api.handoff import NoHandoff as NoHandoff
    from nemo_spec.api.handoff import handoff as handoff
    from nemo_spec.api.plan import Plan as Plan
    from nemo_spec.api.plan import plan as plan
    from nemo_spec.api.results import InvalidRecipe as InvalidRecipe
    from nemo_spec.api.results import Result as Result
    from nemo_spec.api.saved_plan import Stale as Stale
    from nemo_spec.api.verify import verify as verify
    from nemo_spec.batches.batch import Batch as Batch
    from nemo_spec.batches.batch import RowResult as RowResult
    from nemo_spec.batches.batch import batch as batch
    from nemo_spec.batches.table import InvalidBatch as InvalidBatch
    from nemo_spec.language.diagnostics import Diagnostic as Diagnostic
    from nemo_spec.nemo.errors import NemoError as NemoError
    from nemo_spec.run import events as events
    from nemo_spec.run.policy import Policy as Policy
    from nemo_spec.run.session.storage import JournalError as JournalError
    from nemo_spec.timeline.model import Timeline as Timeline
    from nemo_spec.verdict.findings import Finding as Finding

_MODULES = {
    "apply": "api.apply", "check": "api.check", "handoff": "api.handoff", "plan": "api.plan",
    "verify": "api.verify", "Checked": "api.check", "Draft": "api.drafts", "Handed": "api.handoff",
    "Plan": "api.plan", "Policy": "run.policy", "Result": "api.results", "Timeline": "timeline.model",
    "batch": "batches.batch", "Batch": "batches.batch", "RowResult": "batches.batch",
    "InvalidBatch": "batches.table",
    "Diagnostic": "language.diagnostics", "Finding": "verdict.findings", "events": "run.events",
    "InvalidRecipe": "api.results", "JournalError": "run.session.storage", "NemoError": "nemo.errors",
    "NoDraft": "api.drafts", "NoHandoff": "api.handoff", "Stale": "api.saved_plan",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{_MODULES[name]}")
    return getattr(module, name, module)  # `events` is a module
