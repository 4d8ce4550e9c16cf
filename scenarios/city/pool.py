"""Sites are independent of each other: they are answered side by side, in processes of their own."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from model.instance import Instance
from scenarios.city.site import SiteAnswer, SiteTask, answer
from simulate.compiled_doors import prepare_doors
from simulate.ctrl_c import ctrl_c_waits, ending, leave_ctrl_c
from simulate.engines.choose import prepare
from simulate.luck import prepare_luck


@dataclass(frozen=True, slots=True)
class Question:
    """What is the same for all sites; sent to each process once."""

    instance: Instance
    dates: tuple[date, ...]
    seed: int


def answers(question: Question, tasks: Sequence[SiteTask], workers: int) -> Iterator[SiteAnswer]:
    """Yield the answers as they come; which site is first may depend on the machine, what it answers does not."""
    if workers <= 1 or len(tasks) <= 1:
        for task in tasks:
            yield answer(question.instance, question.dates, question.seed, task)
        return
    # Workers that find nothing compiled would all compile.
    prepare()
    prepare_luck()
    prepare_doors()
    pool = ProcessPoolExecutor(min(workers, len(tasks)), get_context("spawn"), _begin, (question,))
    with ending(pool):
        with ctrl_c_waits():
            futures: list[Future[SiteAnswer]] = [pool.submit(_work, task) for task in tasks]
        for future in as_completed(futures):
            yield future.result()


_mine: list[Question] = []


def _begin(question: Question) -> None:
    """Receive the question in a worker, and leave Ctrl+C to the process that started it."""
    leave_ctrl_c()
    _mine[:] = [question]


def _work(task: SiteTask) -> SiteAnswer:
    return answer(_mine[0].instance, _mine[0].dates, _mine[0].seed, task)
