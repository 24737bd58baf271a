"""How long a command takes from the click to the patch, in a record of 1,000 events."""

import json

from playwright.sync_api import Browser

PAGE = "/induction/ews/section-1/activity-1-1/"
EVENTS = 1000
COMMANDS = 60
_MEASURE = """
async (count) => {
  const tick = (n) => [...document.querySelectorAll('input[type=checkbox][data-field]')][n % 2];
  const times = [];
  for (let n = 0; n < count; n++) {
    const status = document.querySelector('[data-widget]');
    const patched = new Promise((resolve) => {
      const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now()); });
      watch.observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const began = performance.now();
    tick(n).click();
    times.push((await patched) - began);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return times;
}
"""


def _events(record: str) -> dict[str, str]:
    """Keys and texts of a record whose 1,000 events are long answers to the questions of one activity."""
    prefix = f"induction/{{service}}/{record}"
    kept = {f"{prefix}/about": json.dumps({"name": "Bench", "role": "", "programme": "ews"})}
    for number in range(EVENTS):
        event_id = record if number == 0 else f"01990000-0000-7000-8000-{number:012x}"
        started = {"name": "Bench", "role": "education-welfare-officer", "programme": "ews"}
        answer = {"field": "role.functions", "prompt": "Bench", "value": f"{number} " + "words " * 40}
        event = {
            "at": "2026-11-22T09:00:00Z",
            "by": {"name": "Bench", "role": "inductee"},
            "content": "bench",
            "data": answer if number else started,
            "id": event_id,
            "subject": "ews.1.1" if number else record,
            "tick": number + 1,
            "type": "answer" if number else "started",
        }
        kept[f"{prefix}/event/{event_id}"] = json.dumps(event)
    return kept


def durations(browser: Browser, site: str) -> list[float]:
    """Milliseconds of each of some dozens of commands."""
    record = "01980000-0000-7000-8000-000000000001"
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + PAGE)
    page.wait_for_selector("html[data-induction=ready]", state="attached", timeout=120_000)
    service = page.locator("[data-widget]").get_attribute("data-service")
    kept = {key.format(service=service): text for key, text in _events(record).items()}
    page.evaluate("kept => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text); }", kept)
    page.evaluate("([key, record]) => sessionStorage.setItem(key, record)", [f"induction/{service}/open", record])
    page.reload()
    page.wait_for_selector("#activity-status", timeout=120_000)
    page.wait_for_selector("html[data-induction=ready]", state="attached")
    times = page.evaluate(_MEASURE, COMMANDS)
    context.close()
    return [float(one) for one in times]
