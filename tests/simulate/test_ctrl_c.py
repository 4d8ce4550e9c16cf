"""Ctrl+C is neither lost, nor answered by workers, nor taken for a fault of compiled code."""

import os
import signal
import subprocess
import sys
import time

import pytest

from simulate.ctrl_c import ctrl_c_seen, ctrl_c_waits

WORKER = "import signal, sys; sys.exit(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))"


def test_it_comes_at_the_end():
    reached = False
    with pytest.raises(KeyboardInterrupt), ctrl_c_waits():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        reached = True
    assert reached
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_ignores_it_goes_on_ignoring_it():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ctrl_c_waits():
            os.kill(os.getpid(), signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_process_started_meanwhile_does_not_get_it():
    with ctrl_c_waits():
        assert subprocess.run([sys.executable, "-c", WORKER], check=False).returncode == 1
    assert subprocess.run([sys.executable, "-c", WORKER], check=False).returncode == 0


def test_it_is_known_within_compiled_code():
    with pytest.raises(KeyboardInterrupt), ctrl_c_seen():
        raise SystemError("a result with an exception set") from KeyboardInterrupt()


def test_other_faults_of_compiled_code_stay_what_they_are():
    with pytest.raises(SystemError, match="another"), ctrl_c_seen():
        raise SystemError("another")
