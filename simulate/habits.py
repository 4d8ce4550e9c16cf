"""How the citizens of each service come: shares, punctuality and profile, looked up once for all days."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from model.demand import ANY_SERVICE, Bulk, Channels
from model.instance import Instance
from model.services import Law, Service, VisitType
from simulate.by_code import by_code
from simulate.compiled_doors import compiled_moments
from simulate.profiles import Profile, Steps, profile_of, steps_of
from simulate.streams import Integers, Uniforms
from simulate.ticks import moments

NO_LAW = -1


@dataclass(frozen=True, slots=True)
class Habits:
    """One number for each service, in the order of the file; ``profile`` is a position in ``profiles``, which are
    ``steps`` too.

    ``law`` (services x types of visit) is a position in ``laws``, ``nerve`` one in ``nerves``, the laws of the
    patience; both are ``NO_LAW`` where there is none.
    """

    booked: Uniforms
    absent: Uniforms
    absent_per_day: Uniforms
    late_mean: Uniforms
    late_sd: Uniforms
    priority: Uniforms
    bulk_share: Uniforms
    bulk: tuple[Bulk, ...]
    profile: Integers
    profiles: tuple[Profile, ...]
    steps: Steps
    law: Integers
    laws: tuple[Law, ...]
    nerve: Integers
    nerves: tuple[Law, ...]

    @property
    def same_for_all(self) -> bool:
        """Whether nobody ever leaves and nobody has priority, so that no luck decides it."""
        return not self.nerves and not self.priority.any()


def habits_of(instance: Instance) -> Habits:
    """Look up the habits of all services; services with the same profile share it."""
    shapes = {service: instance.demand.profile(service) for service in instance.services}
    distinct = {shape: service for service, shape in shapes.items()}
    places = {shape: at for at, shape in enumerate(distinct)}
    profiles = tuple(profile_of(instance, service) for service in distinct.values())
    services, laws, nerves = tuple(instance.services.values()), dict[Law, int](), dict[Law, int]()

    def place(known: dict[Law, int], law: Law | None) -> int:
        return NO_LAW if law is None else known.setdefault(law, len(known))

    return Habits(
        booked=_figures(instance, lambda one: channels_of(instance, one.id).appointment_share),
        absent=_figures(instance, lambda one: channels_of(instance, one.id).no_show_share),
        absent_per_day=_figures(instance, lambda one: channels_of(instance, one.id).no_show_per_day),
        late_mean=_figures(instance, lambda one: channels_of(instance, one.id).punctuality_mean),
        late_sd=_figures(instance, lambda one: channels_of(instance, one.id).punctuality_sd),
        priority=_figures(instance, lambda one: one.priority_share),
        bulk_share=_figures(instance, lambda one: channels_of(instance, one.id).bulk.share),
        bulk=tuple(channels_of(instance, one).bulk for one in instance.services),
        profile=np.array([places[shape] for shape in shapes.values()], np.int64),
        profiles=profiles,
        steps=steps_of(profiles),
        law=np.array([[place(laws, one.minutes.get(visit)) for visit in VisitType] for one in services], np.int64),
        laws=tuple(laws),
        nerve=np.array([place(nerves, one.patience) for one in services], np.int64),
        nerves=tuple(nerves),
    )


def channels_of(instance: Instance, service: str) -> Channels:
    """Return the channels of a service: its own, else those of all services, else everything in person."""
    known = instance.demand.channels
    return known.get(service) or known.get(ANY_SERVICE) or Channels(service)


def profile_minutes(habits: Habits, service: Integers, when: Uniforms) -> Uniforms:
    """Return the minute of the day at which those arrive who come by the profile of their service."""
    found = np.zeros(len(service))
    for at, mine in by_code(habits.profile[service], len(habits.profiles)):
        found[mine] = habits.profiles[at].arrival(when[mine])
    return found


def profile_moments(habits: Habits, service: Integers, when: Uniforms, rate: int) -> Integers:
    """Return the tick at which those arrive who come by the profile of their service."""
    if (compiled := compiled_moments()) is None:
        return moments(profile_minutes(habits, service, when), rate)
    steps = habits.steps
    known = (steps.guide, steps.first, steps.start, steps.length, steps.share, steps.until)
    found: Integers = compiled(when, service, habits.profile, *known, rate)
    return found


def _figures(instance: Instance, figure: Callable[[Service], float]) -> Uniforms:
    return np.array([figure(service) for service in instance.services.values()], np.float64)
