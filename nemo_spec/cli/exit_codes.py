"""Exit codes: what the caller of a command learns from its end."""

OK = 0
NOT_MET = 1
REFUSED = 2
"""Nothing was sent: the recipe, a file or the command itself is wrong."""
FAILED = 3
UNKNOWN = 4
"""The outcome of an instruction is unknown (it was not sent again), or a draft cannot be read."""
BUG = 70
"""`EX_SOFTWARE`, which `os` lacks on Windows."""
INTERRUPTED = 130
NO_READER = 141
"""128 + SIGPIPE, as a shell reports any program whose reader has gone."""

OF_RESULT = {
    "met": OK,
    "skipped": OK,
    "unknown": UNKNOWN,
    "doubted": UNKNOWN,
    "refused": REFUSED,
    "failed": FAILED,
    "not met": NOT_MET,
}
"""By the worst result of several recipes or clips."""
