"""The browser that the tests share."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_where_chromium_has_died_another_takes_its_place(chromium_now: Callable[[], Browser]) -> None:
    first = chromium_now()
    assert chromium_now() is first
    first.close()
    second = chromium_now()
    assert second is not first and second.is_connected()
    page = second.new_page()
    page.goto("data:text/html,<title>Alive</title>")
    assert page.title() == "Alive"
    page.close()
