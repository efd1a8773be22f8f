"""Questions to laboratories and their findings: asked once, stopped, gone on with, kept and forgotten.

A view may ask at every frame. A question goes to the engine where there is no finding of it and none is on its way; one
that could not be answered has `Refused` as its finding, so that it is asked again only when a person wants it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.session.session import Session
from app.session.wanted import Wanted, Wish
from app.state import Phase
from engine.protocol import AskLab, LabAnswered
from engine.questions import Calm, Question, Refused

translate = QCoreApplication.translate  # by this name its texts are collected

SERIES = 200  # findings of a question that is gone on with
NO_ENGINE = (Phase.STARTING, Phase.DEAD)


class LabDesk:
    """What is asked of laboratories about the run on screen, its model, and Orrery's own resources."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self._session = session
        self._wanted = wanted
        self._stopped: list[Question] = []  # by a person, before there was a finding
        self._series: set[type[Question]] = set()  # of those, what was gone on with
        self._put_off: list[Question] = []  # asked by a person while nobody could answer
        session.run_replaced.connect(self._forget_stopped)
        session.state_changed.connect(lambda _: self._forget_put_off())
        wanted.lost.connect(self._on_lost)

    # -- asking --------------------------------------------------------------------------------------------------

    def ask(self, question: Question, again: bool = False, in_turn: bool = False) -> None:
        """Ask, unless it is known or on its way.

        `again`: a person asks, whatever was found before. `in_turn`: not before others of its class are answered.
        """
        if in_turn and self._waits_for(type(question)):
            return
        if why := self._why_not(question):
            if again:
                self._put_off.append(question)
                if not self.on_refused(question, why):
                    self._session.notice("info", why, actions=("models",), about="model")
            return
        findings = self._session.run.findings
        before = findings.pop(question, None) if again else None
        if again:
            self._set_stopped([it for it in self._stopped if it != question])
        if question not in findings and (again or not self._wanted.waits_for(question)):
            about = "program" if question.about == "resources" else question.about
            self._wanted.send(AskLab, question, about, question=question, unasked=not again)
        if before is not None:
            self._session.touch()  # what views say of it is true no more

    def _waits_for(self, kind: type[Question]) -> bool:
        """Whether a question of this class is on its way."""
        return any(type(wish.thing) is kind for wish in self._wanted.of(AskLab))

    def _why_not(self, question: Question) -> str:
        """Why it cannot be put to the engine now, in a sentence; "" where it can."""
        session = self._session
        if session.state.phase in NO_ENGINE:
            return translate("Answers", "The engine is not ready. Ask again when it is.")
        if question.about == "resources":
            return ""
        if not session.model_is_ready:
            return translate("Answers", "No model is loaded. Load one, then ask again.")
        if not session.fits_model:
            return translate(
                "Answers", "The loaded model did not make this run. Load its model, or begin a new run, then ask again."
            )
        if self._wanted.run_is_going:
            return translate("Answers", "A new run is about to begin. Ask again when it is there.")
        return ""

    def _forget_put_off(self) -> None:
        """What was said where nobody could answer goes as soon as it is true no more."""
        can = [question for question in self._put_off if not self._why_not(question)]
        if not can:
            return
        self._put_off = [question for question in self._put_off if question not in can]
        findings = self._session.run.findings
        for question in can:
            if isinstance(findings.get(question), Refused):
                del findings[question]
        self._session.touch()

    def go_on(self, question: Question) -> None:
        """Ask, and then whatever the findings name next, until there is none or a `rest`."""
        self._session.set_ui(going=self._session.ui.going | {type(question).__name__})
        self.ask(question, again=True)

    def rest(self, kind: type[Question]) -> None:
        """End what a `go_on` of this class began, once the answer under way is there."""
        self._session.set_ui(going=self._session.ui.going - {kind.__name__})

    def try_again(self) -> None:
        """A person wants what was stopped after all."""
        stopped, series = self._stopped, set(self._series)
        for question in stopped:
            (self.go_on if type(question) in series else self.ask_again)(question)
        self._set_stopped([])

    def ask_again(self, question: Question) -> None:
        """A person asks, whatever was found before."""
        self.ask(question, again=True)

    def _set_stopped(self, stopped: list[Question]) -> None:
        self._stopped = stopped
        self._series &= {type(question) for question in stopped}
        self._session.set_state(has_stopped=bool(stopped))
        if not stopped:
            self._session.settle("stopped")

    def _forget_stopped(self) -> None:
        """Another run is on screen: what was stopped of the one before is of no use; what needs no run still is."""
        self._set_stopped([question for question in self._stopped if question.about == "resources"])
        self._put_off = [question for question in self._put_off if question.about == "resources"]

    # -- answers -------------------------------------------------------------------------------------------------

    def on_answered(self, answer: LabAnswered) -> None:
        """Keep what was found where it is about what is on screen, and go on where it is gone on with."""
        wish = self._wanted.end(answer.request_id)
        question = answer.question
        of_run = answer.run_id in (0, self._session.run.run_id)
        if of_run and (question.about == "resources" or self._session.fits_model):
            self._session.run.findings[question] = answer.finding
            self._forget_old(type(question))
            self._session.touch()
            if hasattr(answer.finding, "then"):
                then = answer.finding.then
                if wish is not None and wish.stopped and then is not None and self._is_series(then):
                    self.on_ended(then, by_a_person=True)  # the stop came when this was all but done
                self._follow(question, then, getattr(answer.finding, "changes", ""))

    def _forget_old(self, kind: type[Question]) -> None:
        """Keep the newest findings of questions that are asked at every step of a slider."""
        if kind.kept:
            for question in self._known(kind)[: -kind.kept]:
                del self._session.run.findings[question]

    def _known(self, kind: type[Question]) -> list[Question]:
        return [question for question in self._session.run.findings if type(question) is kind]

    def _is_series(self, question: Question) -> bool:
        """Whether questions of this class are gone on with."""
        return type(question).__name__ in self._session.ui.going

    def _follow(self, question: Question, then: Question | None, changes: str) -> None:
        """A finding names what to ask next, and the net that has changed meanwhile."""
        self._thin(type(question))
        if then is not None and self._is_series(question):
            self.ask(then)
            return
        self.rest(type(question))
        findings = self._session.run.findings
        for asked in [asked for asked in findings if getattr(asked, "net", None) == changes]:
            del findings[asked]  # it is another net now: what was found out is asked again
        self._session.touch()

    def _thin(self, kind: type[Question]) -> None:
        """Of a long series keep the newest half whole and every other one before."""
        series = self._known(kind)
        if len(series) > SERIES:
            for asked in series[1 : SERIES // 2 : 2]:
                del self._session.run.findings[asked]

    # -- endings without an answer -------------------------------------------------------------------------------

    def on_refused(self, question: Question, sentence: str) -> bool:
        """Keep why nothing was found where views look for it; whether a person may read it there."""
        self.rest(type(question))
        self._session.run.findings[question] = Refused(sentence)
        self._session.touch()
        return question.about == "resources" or bool(question.kept)

    def _on_lost(self, wish: Wish) -> None:
        """The engine or its model has gone: who pressed a button is told where the answer was to stand."""
        question = wish.thing
        if isinstance(question, Question) and question.about != "run" and not wish.values["unasked"]:
            self.on_refused(
                question, translate("Answers", "The engine ended or the model changed before this was done. Ask again.")
            )

    def on_ended(self, question: Question, by_a_person: bool) -> None:
        """It was stopped, or dropped for something newer: then it may be asked again, and what is gone on with is."""
        if by_a_person:
            if self._is_series(question):
                self._series.add(type(question))
            said = Calm(translate("Answers", "Stopped before it was done."))
            self.on_refused(question, said)
            self._set_stopped([*self._stopped, question])
            self._session.notice("info", said, actions=("try_again",), about="stopped")
        else:
            if self._is_series(question):
                self.ask(question)  # after what it gave way to
            if not self._wanted.waits_for(question):
                self.rest(type(question))
            self._session.touch()
