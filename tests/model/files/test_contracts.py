"""What contracts say of the order of days and shifts: what is read, and what is refused."""

from model.pattern import Pattern, ShiftLimit


def told(bench):
    return [(one.code, str(one.place)) for one in bench.problems()]


def test_patterns_limits_and_successions_are_read(bench):
    bench.write(
        "patterns.csv",
        "staff,min_hours,max_hours,max_days_on_end,min_days_on_end,min_days_off,max_weekends\n"
        'NV1,"7,5",160,5,2,2,0\nNV2,,,,,,\n',
    )
    bench.write("shift_limits.csv", "staff,shift,least,most\nNV1,HC,1,4\nNV3,HC,,0\n")
    bench.write("successions.csv", "shift,not_before\nHC,HC\n")
    instance = bench.read()
    assert instance.patterns == {
        "NV1": Pattern(450, 9600, 5, 2, 2, 0, {"HC": ShiftLimit(1, 4)}),
        "NV2": Pattern(),
        "NV3": Pattern(shifts={"HC": ShiftLimit(0, 0)}),
    }
    assert instance.shifts["HC"].not_before == {"HC"}


def test_a_most_below_its_least_and_names_nobody_knows_are_told(bench):
    bench.write(
        "patterns.csv", "staff,min_hours,max_hours,max_days_on_end,min_days_on_end\nNV1,9,8,2,3\nNV2,,,0,\nNV9,,,,\n"
    )
    bench.write("shift_limits.csv", "staff,shift,least,most\nNV1,XX,0,1\nNV1,HC,3,2\n")
    bench.write("successions.csv", "shift,not_before\nHC,YY\n")
    assert sorted(told(bench)) == [
        ("E203", "patterns.csv:2:max_days_on_end"),
        ("E203", "patterns.csv:2:max_hours"),
        ("E203", "patterns.csv:3:max_days_on_end"),
        ("E203", "shift_limits.csv:3:most"),
        ("E211", "patterns.csv:4:staff"),
        ("E211", "shift_limits.csv:2:shift"),
        ("E211", "successions.csv:2:not_before"),
    ]
