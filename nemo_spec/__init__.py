"""nemo-spec: video edits as code. Names are imported when they are first used; see docs/api.md."""

from nemo_spec.version import __version__ as __version__

TYPE_CHECKING = False  # importing `typing` takes milliseconds, in which Ctrl-C would be a traceback
if TYPE_CHECKING:
    from nemo_spec.api.apply import apply
    from nemo_spec.api.check import check
    from nemo_spec.api.drafts import NoDraft
    from nemo_spec.api.plan import Plan, plan
    from nemo_spec.api.results import Checked, InvalidRecipe, Result
    from nemo_spec.api.saved_plan import Stale
    from nemo_spec.api.verify import verify
    from nemo_spec.language.diagnostics import Diagnostic
    from nemo_spec.nemo.errors import NemoError
    from nemo_spec.run import events
    from nemo_spec.run.policy import Policy
    from nemo_spec.run.session.storage import JournalError
    from nemo_spec.verify.findings import Finding

_MODULES = {
    "apply": "api.apply",
    "check": "api.check",
    "plan": "api.plan",
    "verify": "api.verify",
    "Checked": "api.results",
    "Diagnostic": "language.diagnostics",
    "Finding": "verify.findings",
    "InvalidRecipe": "api.results",
    "JournalError": "run.session.storage",
    "NemoError": "nemo.errors",
    "NoDraft": "api.drafts",
    "Plan": "api.plan",
    "Policy": "run.policy",
    "Result": "api.results",
    "Stale": "api.saved_plan",
    "events": "run.events",
}

__all__ = [
    "Checked",
    "Diagnostic",
    "Finding",
    "InvalidRecipe",
    "JournalError",
    "NemoError",
    "NoDraft",
    "Plan",
    "Policy",
    "Result",
    "Stale",
    "apply",
    "check",
    "events",
    "plan",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{_MODULES[name]}")
    return getattr(module, name, module)  # `events` is a module
