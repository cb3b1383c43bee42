"""How far a transfer is, in words."""


def progress_line(done: int, total: int, seconds: float, *, resumed: int = 0) -> str:
    """`12.3 of 45.0 MB, 3.1 MB/s, 11 s left`.

    Bytes done and in total (0 when unknown), seconds since it began, and bytes that were there
    before. Rate and time left appear once they mean something: after half a second.
    """
    parts = [f"{_mb(done)} of {_mb(total)} MB" if total else f"{_mb(done)} MB"]
    rate = max(done - resumed, 0) / seconds if seconds >= 0.5 else 0.0
    if rate:
        parts.append(f"{rate / 1e6:.1f} MB/s")
        if total:
            parts.append(f"{_duration(max(total - done, 0) / rate)} left")
    return ", ".join(parts)


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60} s" if whole < 6000 else f"{whole // 3600} h"
