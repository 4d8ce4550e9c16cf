"""The facts the rules on several cells give, by hand."""

from model.rostering.judge import judge


def breaches(instance, roster, dates, rule):
    verdict = judge(instance, roster, None, dates, "S")
    return [(one.person, one.date, one.facts) for one in verdict.breaches if one.rule == rule]


def test_eleven_hours_between_shifts_are_too_few(make):
    dates = make.days(3)
    shifts = [make.shift("late", "14:00-21:00"), make.shift("eight", "08:00-11:00"), make.shift("nine", "09:00-11:00")]
    instance = make.centre([make.person("p")], shifts, {"c": "a"})
    rows = [(dates[0], "p", "late", "c"), (dates[1], "p", "eight", "c"), (dates[2], "p", "nine", "c")]
    found = breaches(instance, make.roster(dates, *rows), dates, "rest_between_shifts")
    assert found == [("p", dates[1], {"shift": "late", "next": "eight", "rest": "11 h", "least": 12})]
    free_between = make.roster(dates, rows[0], (dates[2], "p", "eight", "c"))
    assert breaches(instance, free_between, dates, "rest_between_shifts") == []


def test_a_whole_week_of_days_lacks_its_rest(make):
    dates = make.days(14)
    instance = make.centre([make.person("p", hours=60)], [make.DAY], {"c": "a"}, weekdays=range(7))
    every_day = [(day, "p", "D", "c") for day in dates]
    found = breaches(instance, make.roster(dates, *every_day), dates, "weekly_rest")
    assert found == [("p", dates[n], {"longest": 15, "least": 24}) for n in (0, 7)]
    six = make.roster(dates, *(row for row in every_day if row[0].weekday() != 3))
    assert breaches(instance, six, dates, "weekly_rest") == []


def test_the_week_counts_from_monday_and_in_paid_time(make):
    dates = make.days(9)
    instance = make.centre([make.person("p", hours=39)], [make.DAY], {"c": "a"})
    worked = [(day, "p", "D", "c") for day in dates if day.weekday() < 5]
    found = breaches(instance, make.roster(dates, *worked), dates, "weekly_hours")
    assert found == [("p", dates[0], {"time": "40 h", "limit": "39 h"})]


def test_two_at_one_counter_and_one_without(make):
    day = make.MONDAY
    people = [make.person("p"), make.person("q"), make.person("r"), make.person("s", "b")]
    instance = make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], {"c": "a"})
    rows = [(day, "p", "M", "c"), (day, "q", "A", "c"), (day, "r", "D", "c"), (day, "s", "M", "c")]
    roster = make.roster([day], *rows[:2], rows[3])
    assert breaches(instance, roster, [day], "own_counter") == [("s", day, {"shift": "M", "counter": "c"})]
    found = breaches(instance, make.roster([day], *rows[:3]), [day], "counter_capacity")
    assert found == [
        ("r", day, {"other": "p", "counter": "c", "when": "08:00-12:00"}),
        ("r", day, {"other": "q", "counter": "c", "when": "13:00-17:00"}),
    ]


def test_a_skill_is_missing_slot_by_slot(make):
    day = make.MONDAY
    late = make.shift("late", "09:00-17:00", "12:00-13:00")
    instance = make.centre([make.person("p", "a b"), make.person("q", "b")], [late, make.DAY], {"c1": "a b", "c2": "b"})
    roster = make.roster([day], (day, "p", "late", "c1"), (day, "q", "D", "c2"))
    found = breaches(instance, roster, [day], "minimum_presence")
    assert found == [
        ("", day, {"skill": "a", "when": "08:00-08:30", "there": 0, "least": 1}),
        ("", day, {"skill": "a", "when": "08:30-09:00", "there": 0, "least": 1}),
    ]
