"""CP-SAT run so that the same model and seed give the same answer on any machine.

One worker with the full linear relaxation: on branch weeks of 20 to 40 staff it was within 1 % of its bound in 15 s,
where the interleaved portfolio of eight workers, the other reproducible way, stood up to 9 % off (measured with
OR-Tools 9.15; ``docs/rostering.md`` has the table). A second core is worth more to a second site.
"""

from ortools.sat.python.cp_model import CpModel, CpSolver, CpSolverSolutionCallback, CpSolverStatus

from model.rostering.solution import OnProgress, Progress

FULL_RELAXATION = 2


def searcher(seed: int, seconds: float, *, part: bool = False) -> CpSolver:
    """Return a solver limited in deterministic seconds; for a small ``part`` of a roster, one that begins at once.

    Looking for symmetries and probing took a third of the time of a part and saved nothing there.
    """
    solver = CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = FULL_RELAXATION
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = seconds
    # Having caught Ctrl+C itself, the solver leaves the process without a handler: the next one would kill it.
    solver.parameters.catch_sigint_signal = False
    if part:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
    return solver


def run(solver: CpSolver, model: CpModel, on_progress: OnProgress | None) -> CpSolverStatus:
    """Run the search, telling of every better roster."""
    return solver.solve(model, None if on_progress is None else _Teller(on_progress))


class _Teller(CpSolverSolutionCallback):
    """Passes each roster found on to those who watch."""

    def __init__(self, tell: OnProgress) -> None:
        super().__init__()
        self._tell, self._found = tell, 0

    def on_solution_callback(self) -> None:
        """Tell of one more roster."""
        self._found += 1
        self._tell(Progress(self._found, round(self.objective_value), round(self.best_objective_bound)))
