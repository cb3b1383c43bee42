"""What the agent asks, and what a person answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_uppercase

from nemo_spec.nemo.events import Asked, Question


@dataclass(slots=True)
class Questions:
    """Questions that wait for answers, one after another."""

    waiting: list[Question] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def begin(self, asked: Asked) -> None:
        self.waiting, self.answered = list(asked.questions), []

    def take(self, typed: str) -> str | None:
        """Answer the next question. Returns the message with all answers once there are all, in the form
        in which the vendor's own tool sends them."""
        question = self.waiting.pop(0)
        number = len(self.answered) + 1
        self.answered.append(f"{number}. {question.prompt}: {answer(question, typed)}")
        return None if self.waiting else "\n".join(self.answered)


def shown(question: Question) -> list[str]:
    """A question and its options, each behind its letter."""
    letters = ascii_uppercase + "?" * len(question.options)
    options = [
        f"  {letter}  {label}" for letter, label in zip(letters, question.options, strict=False)
    ]
    how = ["  more than one may be chosen, such as A,B"] if question.several and options else []
    return [question.prompt, *options, *how]


def answer(question: Question, typed: str) -> str:
    """The labels that letters or numbers stand for; anything else as it was typed."""
    chosen = [_chosen(question.options, word) for word in re.split(r"[,\s]+", typed.strip())]
    found = [label for label in chosen if label is not None]
    if not found or len(found) != len(chosen) or (len(found) > 1 and not question.several):
        return typed.strip()
    return ", ".join(dict.fromkeys(found))


def _chosen(options: list[str], word: str) -> str | None:
    if re.fullmatch(r"[0-9]{1,3}", word):
        place = int(word) - 1
    else:
        place = ascii_uppercase.find(word.upper()) if len(word) == 1 else -1
    return options[place] if 0 <= place < len(options) else None
