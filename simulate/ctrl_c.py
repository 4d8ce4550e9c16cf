"""Ctrl+C while other processes start or compiled code runs: it comes when it can be answered, and only here."""

import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from multiprocessing import active_children
from threading import current_thread, main_thread


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Hold Ctrl+C back: this process gets it at the end, processes started meanwhile never.

    Half-way through starting a pool it would leave one that can neither work nor end.
    """
    come: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or before is not signal.default_int_handler:
        # Somebody else sees to it.
        with _children_spared():
            yield
        return
    signal.signal(signal.SIGINT, lambda number, frame: come.append(number))
    try:
        with _children_spared():
            yield
    finally:
        signal.signal(signal.SIGINT, before)
        if come:
            raise KeyboardInterrupt


@contextmanager
def _children_spared() -> Iterator[None]:
    """Let processes started meanwhile inherit that Ctrl+C does not reach them.

    A terminal sends it to all processes. A worker would answer it with a trace as long as it is still loading, when it
    cannot yet have said that it does not want it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows has nothing to inherit.
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    # Where it is not running, the first process started would start it, and that lets go of Ctrl+C.
    ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ending(pool: Executor) -> Iterator[None]:
    """Shut a pool down at the end; when the work is given up, without waiting for what is under way.

    A search takes up to a minute, and a worker holds nothing worth keeping. The pool must not have started any process.
    """
    others = set(active_children())
    try:
        yield
    except (KeyboardInterrupt, GeneratorExit):
        for worker in set(active_children()) - others:
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def leave_ctrl_c() -> None:
    """Leave Ctrl+C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ctrl_c_seen() -> Iterator[None]:
    """Turn the fault by which Ctrl+C shows when it comes within compiled code into what it is."""
    try:
        yield
    except SystemError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise KeyboardInterrupt from error
        raise
