"""A period is said by its ends, also where it has no date at all."""

from datetime import date

import pytest

from reports.tables.days import period

MON, TUE, FRI = (date(2026, 11, day) for day in (23, 24, 27))


@pytest.mark.parametrize(
    ("dates", "ends"), [((), ("–",)), ((MON,), (MON,)), ((MON, MON), (MON,)), ((MON, TUE, FRI), (MON, FRI))]
)
def test_the_ends_of_a_period(dates, ends):
    assert tuple(period(dates).parts) == ends
