import numpy as np
import pytest

from simulate.theory.qbd import Blocks, LevelLaw


def test_a_queue_with_one_phase_is_geometric() -> None:
    rate, pace = 0.6, 1.0
    up, down, stay = np.array([[rate]]), np.array([[pace]]), np.array([[-rate - pace]])
    law = LevelLaw.of(Blocks([up], [-up], [down], up, stay, down))
    assert law.ratio[0, 0] == pytest.approx(0.6, abs=1e-12)
    assert law.boundary[0][0] == pytest.approx(0.4, abs=1e-12)
    assert law.unfold()[:4, 0] == pytest.approx([0.4 * 0.6**n for n in range(1, 5)], rel=1e-11)
    assert law.mean_above_first() == pytest.approx(0.6 * 0.6 / 0.4, rel=1e-11)


def test_the_law_balances_every_level_of_a_chain_with_phases() -> None:
    rise, fall, turn = np.diag([0.3, 0.9]), np.diag([1.0, 1.2]), np.array([[0.0, 0.2], [0.5, 0.0]])
    same = turn - np.diag(turn.sum(axis=1))
    floor, stay = same - rise, same - rise - fall
    law = LevelLaw.of(Blocks([rise], [floor], [fall], rise, stay, fall))
    rows = law.unfold()
    assert law.boundary[0] @ floor + rows[0] @ fall == pytest.approx([0, 0], abs=1e-13)
    assert law.boundary[0] @ rise + rows[0] @ stay + rows[1] @ fall == pytest.approx([0, 0], abs=1e-13)
    assert rows[3] @ rise + rows[4] @ stay + rows[5] @ fall == pytest.approx([0, 0], abs=1e-13)
    assert law.boundary[0].sum() + rows.sum() == pytest.approx(1.0, abs=1e-12)
