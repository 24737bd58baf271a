"""Bank holidays: content/bank-holidays.yml. They are the nation's, not the service's, so each service has them ready."""

import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from induction.codes import Nation
from schemas.common import Model, Text


class BankHoliday(Model):
    """One day."""

    date: datetime.date
    """The day that is taken off, ISO 8601: the substitute day where there is one."""
    name: Text
    """What it is called."""
    nations: Annotated[tuple[Nation, ...], Field(min_length=1)]
    """The nations that have it."""

    @model_validator(mode="after")
    def _a_weekday(self) -> Self:
        if self.date.weekday() > 4:
            raise ValueError(f"{self.date} is a Saturday or Sunday; write the substitute day")
        return self


class BankHolidays(Model):
    """content/bank-holidays.yml."""

    source: Text
    """Where the list was published. No page leads there, so it is no link."""
    seen: datetime.date
    """The day the list is as of, ISO 8601."""
    days: Annotated[tuple[BankHoliday, ...], Field(min_length=1)]
    """The days, by date."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for one, after in zip(self.days, self.days[1:], strict=False):
            if after.date < one.date:
                raise ValueError(f"{after.date} stands behind {one.date}; write the days by date")
            if after.date == one.date and set(after.nations) & set(one.nations):
                raise ValueError(f"{one.date} stands twice for the same nation")
        return self
