"""CP-SAT run so that the same model and seed give the same answer on any machine."""

from ortools.sat.python.cp_model import CpModel, CpSolver, CpSolverSolutionCallback, CpSolverStatus

from model.rostering.solution import OnProgress, Progress

# Eight subsolvers even on two cores: with fewer, CP-SAT drops most of its portfolio.
WORKERS = 8


def searcher(seed: int, seconds: float) -> CpSolver:
    """Return a solver limited in deterministic seconds; interleaving makes its workers' order reproducible."""
    solver = CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.interleave_search = True
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = seconds
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
