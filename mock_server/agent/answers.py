"""Questions and remarks: the agent answers and leaves the draft alone."""

from mock_server.agent import operations as op
from mock_server.agent.clauses import Clause
from mock_server.agent.options import first

_TOPICS = (
    (r"\bhow long\b|\bduration\b|\blength\b|多长|多久|时长", "duration"),
    (r"\bexport|download|导出|下载", "export"),
    (r"\bundo\b|\bredo\b|撤销|撤回|恢复上一步", "undo"),
    (r"\bcredits?\b|\bbalance\b|积分|余额", "credits"),
    (r"\btracks?\b|\btimeline\b|\bstatus\b|\bsegments?\b|轨道|时间线|片段|状态", "tracks"),
    (r"\bwhat can\b|\bhelp\b|\bcan you do\b|\bable to\b|能做|可以做|会做|功能|帮助|会什么", "help"),
)


def answer(clause: Clause) -> op.Operation | None:
    """A question about the work or about the agent."""
    topic = first(clause, _TOPICS)
    clause.all()
    return op.Answer(str(topic or "question"))


def ignore(clause: Clause) -> op.Operation | None:
    """ "Do not touch anything else": do nothing."""
    clause.all()
    return op.Answer("ignored")


def greet(clause: Clause) -> op.Operation | None:
    """A greeting or thanks."""
    return op.Answer("greeting")
