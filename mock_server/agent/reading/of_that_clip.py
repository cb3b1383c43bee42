"""What is said of a part of the clip that the message before has put in: "它前5秒剪掉"."""

from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.reading.message import read
from mock_server.agent.reading.once_more import orders_of
from mock_server.agent.reading.understood import Reading
from mock_server.agent.values.lazily import Regex

_ITS = Regex(
    r"\A[ ,，]*(?:请)?(?:再)?(?:把|给|让|将)?(?:它|这个|那个|[这那]段|[这那]个(?:视频|片段))的?"
    r"(?=最?[前后](?!面)|中间|第?[0-9一二两三四五六七八九十])"
)
_OVER_IT = Regex(r"\A[ ,，]*(?:在|给)?[这那]段(?:视频|画面)?(?:里|上面?|中)?(?=[加配放打写])")
_PUT_IN = (op.Append, op.Insert, op.Arrange, op.Place, op.Join)


def of_that_clip(
    message: str, names: Sequence[str], before: str, were: Sequence[op.Operation]
) -> Reading | None:
    """The reading of the message with the clip by its name; None where it is about no part of that."""
    its = _ITS.match(message)
    if not (its or _OVER_IT.match(message)) or not all(isinstance(one, _PUT_IN) for one in were):
        return None
    put_in = [one for one in names if one in before]
    if its and len(put_in) == 1:
        named = read(f"{put_in[0]}的{message[its.end() :]}", names, "video", first=False)
        if orders_of(named) and not named.misunderstood:
            return named
    return Reading("zh", [], [message[:200]])
