"""One writer at a time, many writers a transaction: who comes while the disk is awaited joins the next commit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")

MOST_TOGETHER = 64
"""Writers that share one transaction at most, so that the first of them does not wait for ever."""


@dataclass(slots=True)
class _Ticket(Generic[Result]):
    work: Callable[[], Result]
    result: Result | None = None
    error: Exception | None = None
    done: bool = False


class WriterQueue(Generic[Result]):
    """Runs pieces of work inside shared transactions.

    Where one piece of several raises, all are undone and each is done again in a transaction of its own: a refusal
    spoils nobody else's writing. Work may therefore run twice, and must depend on the database only.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._transaction = transaction
        self._waiting: deque[_Ticket[Result]] = deque()
        self._writing = Lock()

    def write(self, work: Callable[[], Result]) -> Result:
        """Run `work` in a transaction and return once it is durable; raise what it raised."""
        ticket: _Ticket[Result] = _Ticket(work)
        self._waiting.append(ticket)
        with self._writing:
            while not ticket.done:
                self._lead()
        if ticket.error is not None:
            raise ticket.error
        return ticket.result  # type: ignore[return-value]  # done without error: the work's own result

    def alone(self, work: Callable[[], None]) -> None:
        """Run something between two transactions."""
        with self._writing:
            work()

    def _lead(self) -> None:
        """Write for everybody who waits; if that fails, write for each of them alone."""
        tickets = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_TOGETHER))]
        try:
            results = self._together(tickets)
        except Exception as error:  # noqa: BLE001  kept for the thread whose work it was, or tried again alone
            self._alone(tickets, error)
        except BaseException:
            self._waiting.extendleft(reversed(tickets))
            raise
        else:
            for ticket, result in zip(tickets, results, strict=True):
                ticket.result, ticket.done = result, True

    def _together(self, tickets: Sequence[_Ticket[Result]]) -> list[Result]:
        with self._transaction():
            return [ticket.work() for ticket in tickets]

    def _alone(self, tickets: Sequence[_Ticket[Result]], error: Exception) -> None:
        """Settle each ticket by itself; nothing of what failed together was written."""
        if len(tickets) == 1:
            tickets[0].error, tickets[0].done = error, True
            return
        for ticket in tickets:
            try:
                (ticket.result,) = self._together([ticket])
            except Exception as own:  # noqa: BLE001  raised again by the thread whose work it was
                ticket.error = own
            ticket.done = True
