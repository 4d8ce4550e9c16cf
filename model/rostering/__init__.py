"""The roster as a constraint model: rules, goals, judge, solver, explanation."""
