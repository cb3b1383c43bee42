"""EditPlan → Program: the steps that are carried out, each with its effect as deltas."""

from nemo_spec.compile.compiler import canvas_shape, compile_plan, diagnostics_of, frames_of
from nemo_spec.compile.program import (
    Extract,
    Instruction,
    Program,
    Render,
    Upload,
    files_of,
    silences_of,
)

__all__ = [
    "Extract",
    "Instruction",
    "Program",
    "Render",
    "Upload",
    "canvas_shape",
    "compile_plan",
    "diagnostics_of",
    "files_of",
    "frames_of",
    "silences_of",
]
