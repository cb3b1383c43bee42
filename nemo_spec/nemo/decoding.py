"""The body of an answer, decoded piece by piece: no piece is larger than a limit, however well it
was compressed. httpx's own decoders unpack a whole packet at once, and 600 kB of gzip can hold 600 MB.
"""

import zlib
from collections.abc import Iterator

import httpx

ACCEPTED = "gzip, deflate"
"""What may be answered with: the encodings that can be unpacked in steps."""

_PIECE = 256 * 1024
_GZIP = zlib.MAX_WBITS | 16


def decoded(response: httpx.Response) -> Iterator[bytes]:
    """The bytes of a body that has not been read, at most 256 kB at once.

    Raises httpx.DecodingError for an encoding that was not asked for, and for damage.
    """
    if response.is_stream_consumed:  # a transport had all of it at hand
        yield response.content
        return
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in ("", "identity"):
        yield from response.iter_raw()
    elif encoding in ("gzip", "x-gzip", "deflate"):
        try:
            yield from _inflated(response.iter_raw(), encoding == "deflate")
        except zlib.error as error:
            raise httpx.DecodingError(str(error), request=response.request) from None
    else:
        message = f"the answer is encoded as {encoding[:40]}"
        raise httpx.DecodingError(message, request=response.request)


def _inflated(chunks: Iterator[bytes], is_deflate: bool) -> Iterator[bytes]:
    """What is inside, also of several gzip members. Raises zlib.error, also when the end is missing."""
    unpacker = None
    ended = False
    left = b""
    for chunk in chunks:
        left += chunk
        while left:
            if unpacker is None:
                if len(left) < 2:
                    break
                unpacker = zlib.decompressobj(_window(left) if is_deflate else _GZIP)
            try:
                piece = unpacker.decompress(left, _PIECE)
            except zlib.error:
                if ended:
                    return  # padding behind the end is nobody's business
                raise
            if piece:
                yield piece
            left = unpacker.unconsumed_tail
            if unpacker.eof:
                left, unpacker, ended = unpacker.unused_data, None, True
    if unpacker is None:
        return
    yield unpacker.flush()
    if not unpacker.eof and not ended:
        raise zlib.error("the compressed answer is cut off")


def _window(head: bytes) -> int:
    """Some servers leave the header of deflate away."""
    has_header = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
