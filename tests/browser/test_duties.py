"""The table of all duties, narrowed and not; and 'my role', chosen once."""

from playwright.sync_api import Page, expect

DUTIES = "/duties/"
ROWS = "tr[data-role]"


def test_a_moment_of_one_role_and_back_again(page: Page) -> None:
    page.goto(DUTIES)
    everything = page.locator(ROWS).count()
    expect(page.get_by_role("status").filter(has_text=f"Showing {everything} of {everything}")).to_be_visible()
    page.get_by_label("Who", exact=True).select_option(label="Education welfare officer")
    page.get_by_label("When", exact=True).select_option("before entering a property")
    expect(page.get_by_role("status").filter(has_text=f"Showing 8 of {everything}")).to_be_visible()
    shown = page.locator(f"{ROWS}:visible")
    expect(shown).to_have_count(8)
    expect(shown.filter(has_text="go in when a pupil is alone at home")).to_contain_text("Adopted")
    expect(page.locator(".md-content h2:visible")).to_have_count(1)
    page.get_by_label("Our decision").select_option(label="Adapted")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Our service's own text")
    page.get_by_role("button", name="Show all duties").click()
    expect(shown).to_have_count(everything)


def test_a_row_that_is_filtered_out_is_still_found_by_its_address(page: Page) -> None:
    page.goto(DUTIES)
    page.get_by_label("Nation", exact=True).select_option(label="Scotland")
    row = page.locator("#row_ews\\.2\\.h_pupil-alone")
    expect(row).to_be_hidden()
    page.evaluate("location.hash = '#row_ews.2.h_pupil-alone'")
    expect(row).to_be_in_viewport()


def test_without_javascript_the_table_is_whole_and_asks_nothing(device) -> None:
    page = device(java_script_enabled=False).tab()
    page.goto(DUTIES)
    expect(page.locator("[data-duties]")).to_be_hidden()
    rows = page.locator(ROWS)
    assert rows.count() > 400
    expect(rows.first).to_be_visible()
    page.goto("/guidance/")
    expect(page.locator("[data-my-role]")).to_be_hidden()
    expect(page.locator(".list .whose").first).to_contain_text("For ")


def test_my_role_is_chosen_once_and_its_pages_come_first(page: Page) -> None:
    page.goto("/")
    page.get_by_label("My role", exact=True).select_option(label="Key worker")
    expect(page.get_by_role("link", name="Key worker: duties and where to start")).to_be_visible()
    page.goto("/guidance/")
    expect(page.get_by_label("My role", exact=True)).to_have_value("key-worker")
    entries = page.locator(".list > li")
    everything = entries.count()
    expect(entries.first).to_contain_text("Your role. For key workers (England)")
    mine = page.locator(".list > li:has([data-mine])").count()
    assert 0 < mine < everything
    expect(entries.nth(mine)).not_to_contain_text("Your role")
    assert page.evaluate("Object.entries(localStorage).filter(([key]) => key === 'handbook/role')") == [
        ["handbook/role", "key-worker"]
    ]
    page.get_by_label("My role", exact=True).select_option(label="Not chosen")
    expect(page.locator("[data-mine]")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('handbook/role')") is None


def test_my_role_presets_the_table_and_everything_is_one_press_away(page: Page) -> None:
    page.goto("/")
    page.get_by_label("My role", exact=True).select_option(label="Pupil wellbeing worker")
    page.goto(DUTIES)
    everything = page.locator(ROWS).count()
    mine = page.locator(f"{ROWS}[data-role=pupil-wellbeing-worker]").count()
    status = page.get_by_role("status").filter(has_text="Showing")
    expect(status).to_have_text(f"Showing {mine} of {everything}: those of your role, pupil wellbeing worker")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(mine)
    page.get_by_label("When", exact=True).select_option("after each session")
    expect(page.locator(f"{ROWS}:visible").filter(has_text="primary head")).to_have_count(1)
    page.get_by_role("button", name="Show all duties").click()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(everything)
    expect(status).to_have_text(f"Showing {everything} of {everything}")
    page.goto(f"{DUTIES}#row_ews.2.h_pupil-alone")  # an address leads to its row, whatever the role
    page.reload()
    expect(page.locator("#row_ews\\.2\\.h_pupil-alone")).to_be_visible()


def test_lists_say_where_each_page_stands_and_put_what_holds_here_first(page: Page) -> None:
    page.goto("/guidance/")
    stands = page.evaluate("[...document.querySelectorAll('.list > li')].map((one) => one.dataset.standing)")
    assert stands == sorted(stands, key=lambda one: one == "elsewhere")
    assert {"adopted", "undecided", "elsewhere"} <= set(stands)
    entry = page.locator(".list > li[data-standing=elsewhere]").first
    expect(entry).to_contain_text("Example from elsewhere")
    page.get_by_label("My role", exact=True).select_option(label="Education welfare officer")
    order = page.evaluate(
        "[...document.querySelectorAll('.list > li')].map((one) => [!one.querySelector('[data-mine]'), one.dataset.standing])"
    )
    first = [stand for mine, stand in order if not mine]
    assert first and "elsewhere" not in first
    rest = [stand for mine, stand in order if mine]
    assert rest == sorted(rest, key=lambda one: one == "elsewhere")
