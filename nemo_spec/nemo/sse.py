"""Server-sent events from bytes, whatever way the bytes are cut into chunks.

Lines end with LF, CRLF or CR and nothing else: U+2028 and its like travel raw inside the JSON.
Working on bytes makes a character that is split between chunks a non-event.
"""

from functools import partial
from typing import NamedTuple

_BOM = b"\xef\xbb\xbf"


class EventTooLong(ValueError):
    """One event is larger than anything the service has reason to send."""


class Message(NamedTuple):
    """One event: its name (`""` if unnamed) and its data. A comment is an event without data."""

    name: str
    data: bytes


# To call the class would be a fifth of the parser's time: the constructor of a named tuple is Python.
_message = partial(tuple.__new__, Message)


class SSEParser:
    """Feed it chunks, take messages. Comments and empty events come out as empty messages, since
    they tell that the connection lives."""

    def __init__(self, limit: int = 16 * 1024 * 1024) -> None:
        self._limit = limit  # bytes in one event
        self._rest: list[bytes] = []  # of the line that has not ended
        self._rest_size = 0
        self._data: list[bytes] = []
        self._data_size = 0
        self._name = ""
        self._after_cr = False
        self._first_line = True

    def feed(self, chunk: bytes) -> list[Message]:
        """The messages that this chunk completes. Raises EventTooLong."""
        if not chunk:
            return []
        messages: list[Message] = []
        for line in self._lines(chunk):
            if line.startswith(b"data: "):
                self._data.append(line[6:])
                self._data_size += len(line)
            elif line:
                self._field(line, messages)
            elif self._data or self._name:
                self._check(self._data_size)
                messages.append(_message((self._name, b"\n".join(self._data))))
                self._data, self._data_size, self._name = [], 0, ""
        self._check(self._data_size + self._rest_size)
        return messages

    def finish(self) -> list[Message]:
        """What is left when the stream ends without its last blank line."""
        return self.feed(b"\n\n")

    @property
    def pending(self) -> bool:
        """True in the middle of an event."""
        return bool(self._rest or self._data)

    def _lines(self, chunk: bytes) -> list[bytes]:
        if self._after_cr and chunk[:1] == b"\n":
            chunk = chunk[1:]
            self._after_cr = False
            if not chunk:
                return []
        self._after_cr = chunk.endswith(b"\r")
        if b"\r" in chunk:
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = chunk.split(b"\n")
        if len(lines) > 1 and self._rest:
            lines[0] = b"".join(self._rest) + lines[0]
            self._rest, self._rest_size = [], 0
        if lines[-1]:
            self._rest.append(lines[-1])
            self._rest_size += len(lines[-1])
        lines.pop()
        if self._first_line and lines:
            self._first_line = False
            lines[0] = lines[0].removeprefix(_BOM)
        return lines

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise EventTooLong(f"an event of more than {self._limit} bytes")

    def _field(self, line: bytes, messages: list[Message]) -> None:
        name, colon, value = line.partition(b":")
        if colon and not name:
            messages.append(_message(("", b"")))
        elif name == b"event":
            self._name = value.removeprefix(b" ").decode("utf-8", "replace")
        elif name == b"data":
            self._data.append(value)  # no space before it: `feed` has taken the others
            self._data_size += len(line)
