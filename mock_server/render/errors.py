"""The error of a failed render."""


class RenderError(RuntimeError):
    """No file could be made from the draft; the message is one sentence."""
