"""How long a page takes without a connection, from the saved copy, beside the same page from its host."""

from playwright.sync_api import Browser, BrowserContext

from tests.browser.steps import copied, until
from tests.serving import serving

PAGE = "/guidance/danger-now/"
TIMES = 5
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def _paint(context: BrowserContext, site: str) -> float:
    """Milliseconds from the start to the first words of a page: the quickest of some visits, for a machine has other things to do."""
    took = []
    for _ in range(TIMES):
        page = context.new_page()
        page.goto(site + PAGE)
        took.append(float(until(page, _PAINTED)))
        page.close()
    return min(took)


def paints(browser: Browser) -> tuple[float, float]:
    """Milliseconds to the first words of a page: without a connection, from the copy; and from the host, with none kept."""
    plain = browser.new_context(service_workers="block")
    keeps = browser.new_context(service_workers="allow")
    with serving() as site:
        from_host = _paint(plain, site)
        page = keeps.new_page()
        page.goto(site)
        copied(page)
    # The host is gone now.
    page.close()
    without = _paint(keeps, site)
    plain.close()
    keeps.close()
    return without, from_host
