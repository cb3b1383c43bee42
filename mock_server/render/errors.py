"""What a render can fail with."""


class RenderError(RuntimeError):
    """No file could be made from the draft; the message is one sentence."""
