"""Search a site's requirement with its progress shown."""

from datetime import date

from model.instance import Instance
from model.requirement import Requirement
from reports.console.call import Call
from reports.console.progress import progress
from reports.console.ready import ready_engine


def search_needs(call: Call, instance: Instance, site: str, dates: tuple[date, ...]) -> Requirement:
    """Return the staff the site needs on the dates."""
    from simulate.requirements import Step, require

    ready_engine(call)
    with progress(call, call.say("require.title", site=instance.sites[site].name), 100) as update:

        def on_step(step: Step) -> None:
            update(100 * step.done // step.of, lambda: step.skill)

        return require(instance, site, dates=dates, seed=call.seed, on_step=on_step)
