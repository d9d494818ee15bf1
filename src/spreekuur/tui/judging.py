"""How agreements went: one key each, the same wherever they are judged."""

from __future__ import annotations

from abc import abstractmethod

from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.desk import Desk


class Judging(Desk):
    """A screen on which `1 2 3 4` judge the agreement of the moment."""

    @abstractmethod
    def judge_as(self, status: AgreementStatus) -> None:
        """Keep how the agreement of the moment went, and go on to the next."""

    def do_judge_done(self) -> None:
        self.judge_as(AgreementStatus.DONE)

    def do_judge_partly(self) -> None:
        self.judge_as(AgreementStatus.PARTLY)

    def do_judge_not(self) -> None:
        self.judge_as(AgreementStatus.NOT_DONE)

    def do_judge_dropped(self) -> None:
        self.judge_as(AgreementStatus.DROPPED)
