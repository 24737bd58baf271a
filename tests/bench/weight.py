"""What a page fetches, as a plain host sends it: text, scripts and WebAssembly with gzip, archives as they are.

The saved copy for reading without a connection is no part of it. It is fetched later, once the page was quiet for some seconds, and of
the tracker only once somebody has begun a record.
"""

import gzip

from playwright.sync_api import Browser

from tests.bench.boot import PAGE

RUNTIME = ("/assets/induction/", "/assets/pyodide-")
_SENT_AS_IS = (".zip", ".bin", ".png", ".woff2")


def _fetched(browser: Browser, address: str, until: str) -> dict[str, int]:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    sizes: dict[str, int] = {}
    asked: list[str] = []
    context.on("response", lambda response: asked.append(response.url))
    page.goto(address)
    page.wait_for_selector(until, state="attached", timeout=120_000)
    page.wait_for_load_state("networkidle")
    for url in asked:
        # Asked of the host again: the browser keeps no bodies as large as the runtime's.
        body = context.request.get(url).body()
        path = url.split("?")[0]
        sizes[path] = len(body) if path.endswith(_SENT_AS_IS) else len(gzip.compress(body, 6, mtime=0))
    context.close()
    return sizes


def tracker_page(browser: Browser, site: str) -> int:
    """Bytes of everything that the first tracker page of a visit fetches."""
    sizes = _fetched(browser, site + PAGE, "html[data-induction=ready]")
    if not any("pyodide.asm.wasm" in path for path in sizes):
        raise AssertionError("the runtime's requests were not seen, so the sum would be wrong")
    return sum(sizes.values())


def runtime_of_plain_page(browser: Browser, site: str) -> int:
    """Bytes of the runtime that a page without a widget fetches."""
    sizes = _fetched(browser, site + "/guidance/danger-now/", "html[data-induction=idle]")
    return sum(size for path, size in sizes.items() if any(part in path for part in RUNTIME))
