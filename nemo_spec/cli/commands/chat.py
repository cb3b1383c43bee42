"""nemo-spec chat [MESSAGE] – a word with the agent, or many.

Export, credits, status and upload have calls of their own; they never travel over the conversation.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nemo_spec.cli.commands.credits import show_credits
from nemo_spec.cli.commands.export import export, said_size
from nemo_spec.cli.commands.status import is_ready, show_state
from nemo_spec.cli.commands.upload import refused_sources, sources_in, upload
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import known_dialect, timeline_of
from nemo_spec.cli.errors import CommandError, exit_code_of
from nemo_spec.cli.exit_codes import FAILED, NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.questions import Questions, shown
from nemo_spec.cli.service_options import (
    add_session_arguments,
    begun_session,
    opened_service,
    read_state,
)
from nemo_spec.nemo.errors import NemoError, TokenInvalid
from nemo_spec.nemo.events import Asked
from nemo_spec.nemo.reply_text import suggests
from nemo_spec.nemo.route import route, split_export
from nemo_spec.nemo.text import clean_line
from nemo_spec.report.difference import brief
from nemo_spec.report.lines import LineReport
from nemo_spec.run.messages.conversation import Exchange, ask
from nemo_spec.run.messages.outcome import Outcome
from nemo_spec.run.service import Service
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.last_session import Remembered
from nemo_spec.timeline.dialect import Dialect
from nemo_spec.timeline.summary import summary

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

_GOODBYE = ("exit", "quit", "bye", "退出", "再见")
_CHINESE = re.compile("[\u3400-\u9fff]")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("message", nargs="*", metavar="MESSAGE", help="without it, a prompt opens")
    add_session_arguments(parser, begins=True)
    add_dialect_argument(parser)


def run(options: argparse.Namespace) -> int:
    message = " ".join(options.message)
    if options.message and not message.strip():
        raise CommandError("the message is empty")
    dialect = known_dialect(options)
    with opened_service(environment()) as service:
        chat = Chat(service, options, dialect)
        if message:
            code = chat.take(message)
        else:
            code = max((_answered(chat, line) for line in _lines()), default=OK)
        return code or (NOT_MET if chat.questions.waiting else OK)


def _lines() -> Iterator[str]:
    """What is typed or piped in, until the end or a goodbye."""
    asked = sys.stdin.isatty()
    if asked:
        import readline  # noqa: F401 – gives the prompt a history

        print("Tell the agent what to edit; type `exit` to leave.", file=sys.stderr)
    while True:
        try:
            line = input("> ") if asked else input()
        except EOFError:
            return
        if line.strip().lower() in _GOODBYE:
            return
        if line.strip():
            yield line


def _answered(chat: Chat, line: str) -> int:
    try:
        return chat.take(line)
    except (NemoError, CommandError) as error:
        chat.report.clear()
        return exit_code_of(error) or FAILED


@dataclass(slots=True)
class Chat:
    """A conversation. Its session begins, or is looked up, with the first message that needs one."""

    service: Service
    options: argparse.Namespace
    dialect: Dialect
    report: LineReport = field(default_factory=LineReport)
    questions: Questions = field(default_factory=Questions)
    _session: Remembered | None = None

    def take(self, message: str, *, offer: bool = True) -> int:
        """One message, to the one place where it belongs. With `offer` an export is spoken of when
        the agent does. Raises NemoError."""
        message = message.encode("utf-8", "replace").decode("utf-8").strip()
        if self.questions.waiting:
            return self._answer(message, offer)
        edit, ending = split_export(message)
        if ending:
            said_size(ending)  # which raises before the edit, where no export can be like that
            return self.take(edit, offer=False) or self._export(ending)
        match route(message):
            case "credits":
                show_credits(self.service)
            case "status":
                show_state(self._begun(message)[1], self.dialect)
            case "export":
                return self._export(message)
            case "upload":
                return self._upload(message)
            case "chat":
                return self._talk(message, offer)
        return OK

    def _begun(self, message: str) -> tuple[Remembered, State]:
        if self._session is not None:
            return self._session, read_state(self.service, self._session)
        language = "zh-CN" if _CHINESE.search(message) else "en"
        self._session, state = begun_session(self.service, self.options, language)
        return self._session, state

    def _export(self, message: str) -> int:
        size = said_size(message)
        return export(self.service, self._begun(message)[0], self.dialect, size=size)

    def _upload(self, message: str) -> int:
        sources = sources_in(message)
        if not sources:
            print("which file? Write, for example, upload clip.mp4", file=sys.stderr)
            return REFUSED
        if refused := refused_sources(sources):
            raise CommandError("\nerror: ".join(refused))
        session, _ = self._begun(message)
        for source in sources:
            upload(self.service, session.session_id, source, self.report)
        return OK

    def _talk(self, message: str, offer: bool) -> int:
        session, before = self._begun(message)
        language = "zh" if _CHINESE.search(message) else "en"
        asking = ask(self.service, session.session_id, message, language, before)
        found = self.report.follow(asking)
        if found.outcome is Outcome.UNKNOWN:
            self.report.note(
                f"{found.reply.ended.reason}: it may still be carried out; it was not sent again"
            )
            return UNKNOWN
        if found.state.draft_json != before.draft_json:
            self._show_changes(before, found.state)
        elif found.reply.failed is not None:
            raise self._failure(found)
        elif found.reply.asked is None and (found.reply.worked or not found.reply.words.strip()):
            self.report.say("The timeline has not changed.")
        if found.reply.asked is not None:
            self._ask(found.reply.asked)
        self._follow_gestures(found, offer)
        return OK

    def _ask(self, asked: Asked) -> None:
        self.questions.begin(asked)
        if asked.title:
            self.report.say(f"The service asks: {asked.title}")
        if not self.options.message:
            self._show_question()
            return
        for question in asked.questions:
            self._say_all(shown(question))
        self.report.note('To answer: nemo-spec chat "…"')

    def _show_question(self) -> None:
        self._say_all(shown(self.questions.waiting[0]))

    def _say_all(self, lines: list[str]) -> None:
        for line in lines:
            self.report.say(line)

    def _answer(self, typed: str, offer: bool) -> int:
        """An answer to the question that waits; what is typed goes nowhere else."""
        message = self.questions.take(typed)
        if message is None:
            self._show_question()
            return OK
        return self._talk(message, offer)

    def _show_changes(self, before: State, after: State) -> None:
        """The draft is the truth, whatever was said: about a third of the edits come without a word."""
        was, now = (timeline_of(state, self.dialect) for state in (before, after))
        for line in brief(was, now):
            self.report.say(f"  {line}")
        self.report.say(summary(now))

    def _failure(self, found: Exchange) -> CommandError:
        failed = found.reply.failed
        assert failed is not None
        cures = {"2001": self.service.nemo.more_credits}
        cures |= dict.fromkeys(("1001", "1010", "1011"), TokenInvalid.default_cure)
        cure = f" – {cures[failed.code]}" if failed.code in cures else ""
        return CommandError(f"{clean_line(failed.message or failed.code)}{cure}", FAILED)

    def _follow_gestures(self, found: Exchange, offer: bool) -> None:
        """What the agent would have had a person click: looking is done, an export is offered."""
        wanted = suggests(found.reply.words)
        if "credits" in wanted:
            show_credits(self.service)
        if offer and "export" in wanted and is_ready(found.state):
            how = "nemo-spec export" if self.options.message else "say `export`"
            self.report.note(f"To get the video: {how}")
