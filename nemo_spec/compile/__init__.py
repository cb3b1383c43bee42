"""EditPlan → Program: the steps that are carried out, each with its effect as deltas."""

from nemo_spec.compile.compiler import canvas_shape, compile_plan, diagnostics_of
from nemo_spec.compile.program import Instruction, Program, Render, Upload, files_of, silences_of

__all__ = [
    "Instruction",
    "Program",
    "Render",
    "Upload",
    "canvas_shape",
    "compile_plan",
    "diagnostics_of",
    "files_of",
    "silences_of",
]
