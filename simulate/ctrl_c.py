"""Ctrl+C while other processes start or compiled code runs: it comes when it can be answered, and only here."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Hold Ctrl+C back; processes started meanwhile never get it, this one at the end (where it has but one thread).

    A terminal sends Ctrl+C to all processes. A worker would answer it with a trace as long as it is still loading, when
    it cannot yet have said that it does not want it; it inherits what is held back.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows has nothing to hold back with.
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
