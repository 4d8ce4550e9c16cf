"""Every rule and goal in order: the table of contents of what binds a roster and what it pays."""

from model.rostering.goal import Goal
from model.rostering.goals.contract_hours import ContractHours
from model.rostering.goals.even_hours import EvenHours
from model.rostering.goals.overtime_pay import OvertimePay
from model.rostering.goals.shift_cover import ShiftCover
from model.rostering.goals.shortage import Shortage
from model.rostering.goals.stability import Stability
from model.rostering.goals.surplus import Surplus
from model.rostering.goals.travel import TravelTime
from model.rostering.goals.unpopular_shifts import UnpopularShifts
from model.rostering.goals.wishes import Wishes
from model.rostering.rule import Rule
from model.rostering.rules.barred_shift import BarredShift
from model.rostering.rules.counter_capacity import CounterCapacity
from model.rostering.rules.counter_rotation import CounterRotation
from model.rostering.rules.daily_hours import DailyHours
from model.rostering.rules.days_off_together import DaysOffTogether
from model.rostering.rules.fixed_cell import FixedCell
from model.rostering.rules.forbidden_cell import ForbiddenCell
from model.rostering.rules.free_weekends import FreeWeekends
from model.rostering.rules.home_site import HomeSite
from model.rostering.rules.leave import OnLeave
from model.rostering.rules.lending_limit import LendingLimit
from model.rostering.rules.longest_run import LongestRun
from model.rostering.rules.minimum_presence import MinimumPresence
from model.rostering.rules.night_work import NightWork
from model.rostering.rules.one_shift_a_day import OneShiftADay
from model.rostering.rules.overtime_month import OvertimeMonth
from model.rostering.rules.overtime_year import OvertimeYear
from model.rostering.rules.own_counter import OwnCounter
from model.rostering.rules.period_hours import PeriodHours
from model.rostering.rules.reserve_kept import ReserveKept
from model.rostering.rules.rest_between_shifts import RestBetweenShifts
from model.rostering.rules.secondment import Secondment
from model.rostering.rules.shift_break import ShiftBreak
from model.rostering.rules.shift_count import ShiftCount
from model.rostering.rules.shift_succession import ShiftSuccession
from model.rostering.rules.shortest_run import ShortestRun
from model.rostering.rules.supervisor_on_duty import SupervisorOnDuty
from model.rostering.rules.trainee_beside_senior import TraineeBesideSenior
from model.rostering.rules.weekly_hours import WeeklyHours
from model.rostering.rules.weekly_rest import WeeklyRest
from model.rostering.rules.working_day import WorkingDay

RULES: tuple[Rule, ...] = (
    OneShiftADay(),
    OnLeave(),
    Secondment(),
    HomeSite(),
    LendingLimit(),
    WorkingDay(),
    BarredShift(),
    DailyHours(),
    NightWork(),
    WeeklyHours(),
    OvertimeMonth(),
    OvertimeYear(),
    RestBetweenShifts(),
    WeeklyRest(),
    ShiftBreak(),
    FixedCell(),
    ForbiddenCell(),
    PeriodHours(),
    ShiftCount(),
    ShiftSuccession(),
    LongestRun(),
    ShortestRun(),
    DaysOffTogether(),
    FreeWeekends(),
    OwnCounter(),
    CounterCapacity(),
    CounterRotation(),
    TraineeBesideSenior(),
    SupervisorOnDuty(),
    ReserveKept(),
    MinimumPresence(),
)

GOALS: tuple[Goal, ...] = (
    Shortage(),
    Surplus(),
    ShiftCover(),
    Wishes(),
    UnpopularShifts(),
    EvenHours(),
    ContractHours(),
    OvertimePay(),
    Stability(),
    TravelTime(),
)
