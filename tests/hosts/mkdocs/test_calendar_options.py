"""The options `weekend` and `holidays`."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from types import ModuleType

import pytest

from mkdocs_plan_plugin.hosts.mkdocs.calendar_options import (
    CalendarOptionError,
    CountryHolidays,
    calendar_of,
)
from mkdocs_plan_plugin.planning.schedule.calendar import DEFAULT_CALENDAR, next_working_day

CHRISTMAS = date(2026, 12, 25)


class Package(ModuleType):
    """A stand-in for the package `holidays`, with what the plugin uses."""

    @staticmethod
    def country_holidays(
        country: str, subdiv: str | None = None, years: int = 0
    ) -> dict[date, str]:
        if country not in ("DE", "US") or subdiv not in (None, "CA", "Zone A"):
            raise NotImplementedError(f"Country {country} not available")
        return {
            date(years, 7, 4 if country == "US" else 3): country,
            date(years, 3, 31): str(subdiv),
        }


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", Package("holidays"))


@pytest.fixture
def no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)


def test_all_options_are_optional(no_package: None) -> None:
    assert calendar_of(None, None) == DEFAULT_CALENDAR


@pytest.mark.parametrize(
    ("weekend", "days"),
    [
        (["friday", "saturday"], {4, 5}),
        (["Sun"], {6}),
        ("sunday", {6}),
        ([], set()),
        ([" SATURDAY ", "sat"], {5}),
    ],
)
def test_weekends(weekend: object, days: set[int]) -> None:
    assert calendar_of(weekend, None).weekend == days


def test_dates(no_package: None) -> None:
    found = calendar_of(None, [CHRISTMAS, "2026-12-28", datetime(2026, 12, 29, 8, tzinfo=UTC)])
    assert found.holidays == {CHRISTMAS, date(2026, 12, 28), date(2026, 12, 29)}
    assert calendar_of(None, CHRISTMAS).holidays == {CHRISTMAS}
    assert found.holidays_in is None


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("holidays", "codes"),
    [
        ("DE", ("DE",)),
        ("us-ca", ("US-CA",)),
        (["DE", "US", "DE", CHRISTMAS], ("DE", "US")),
        ("US-Zone A", ("US-Zone A",)),
    ],
)
def test_countries(holidays: object, codes: tuple[str, ...]) -> None:
    assert calendar_of(None, holidays).holidays_in == CountryHolidays(codes)


@pytest.mark.usefixtures("package")
def test_countries_give_days_off() -> None:
    found = calendar_of(None, ["DE", "US", CHRISTMAS])
    days = (date(2026, 7, 3), date(2028, 7, 4), date(2026, 3, 31), CHRISTMAS)
    assert all(next_working_day(day, found) != day for day in days)
    assert next_working_day(date(2026, 7, 6), found) == date(2026, 7, 6)
    assert hash(found) == hash(calendar_of(None, ["DE", "US", CHRISTMAS]))


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("weekend", "holidays", "message"),
    [
        (
            ["someday"],
            None,
            "Unknown weekday 'someday' (did you mean 'sunday'?). Allowed: monday, tuesday,",
        ),
        (["mo"], None, "Unknown weekday 'mo'."),
        (
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            None,
            "must leave at least one working day",
        ),
        (
            None,
            "XX",
            "'XX': Country XX not available. Fix: write a date such as 2026-12-25, or a",
        ),
        (None, ["2026-02-30"], "'2026-02-30' is not a valid date"),
        (None, 3, "'3' is not a valid date"),
        (None, [None], "None is neither a date nor a country"),
        (None, {"DE": 1}, "is neither a date nor a country"),
        (None, " ", "' ' is neither a date nor a country"),
        (None, False, "Fix: write 'NO' in quotes for Norway"),
    ],
)
def test_wrong_options_name_the_fix(weekend: object, holidays: object, message: str) -> None:
    with pytest.raises(CalendarOptionError) as error:
        calendar_of(weekend, holidays)
    assert message in str(error.value)


@pytest.mark.usefixtures("no_package")
def test_a_missing_package_names_the_fix() -> None:
    with pytest.raises(CalendarOptionError, match=r"pip install 'mkdocs-plan-plugin\[holidays\]'"):
        calendar_of(None, "DE")


def test_with_the_package_itself() -> None:
    pytest.importorskip("holidays")
    germany, california = calendar_of(None, "DE"), calendar_of(None, "US-CA")
    assert next_working_day(date(2026, 10, 3), germany) != date(2026, 10, 3)
    assert next_working_day(date(2026, 4, 6), germany) != date(2026, 4, 6)
    assert next_working_day(date(2026, 3, 31), california) != date(2026, 3, 31)
    assert next_working_day(date(2026, 4, 6), california) == date(2026, 4, 6)
    with pytest.raises(CalendarOptionError, match="US"):
        calendar_of(None, "US-QQ")
    with pytest.raises(CalendarOptionError, match="'mon' is not a country"):
        calendar_of(None, "mon")  # the package has this attribute, the number of a weekday
