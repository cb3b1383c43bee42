"""The name and the job of a lower third, told without quotes: "名字陈静，职位店长"."""

from re import Match

from mock_server.agent.values.lazily import Regex

_BAR = Regex("人名条|名字条|姓名条")
_PLAIN = "(?:(?![改放加用在到要和的是不也都上下左右中大小叫写为把给就换成])[\u4e00-\u9fff·])"
_IS = "(?:就?(?:是|叫|写|为|填)|[:：])?"
_NAME = Regex(rf"(?P<lead>(?:名字|姓名|人名){_IS})(?P<told>{_PLAIN}{{2,4}})(?=[,，。.;；!！\n]|\Z)")
_JOB = Regex(
    rf"(?P<lead>[,，](?:职位|职务|头衔|身份|职业|岗位){_IS})(?P<told>{_PLAIN}{{2,8}})(?=[,，。.;；!！\n]|\Z)"
)


def names_quoted(message: str) -> str:
    """A message with quotes around a name and a job that are told as those of a lower third."""
    if not _BAR.search(message) or len(_NAME.findall(message)) > 1:
        return message
    named = _NAME.sub(_quoted, message)
    return _JOB.sub(_quoted, named) if len(_JOB.findall(message)) == 1 else named


def _quoted(found: Match[str]) -> str:
    return f"{found['lead']}“{found['told']}”"
