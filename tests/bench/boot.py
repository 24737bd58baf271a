"""How long a reader waits for the first view, against a bare stock loadPyodide() in the same run."""

import shutil
from pathlib import Path

from macros.environment import ROOT
from tests.serving import launch

PAGE = "/induction/ews/section-1/activity-1-2/"
ROUNDS = 5
REST = 3_000  # milliseconds until a browser that was just started has done with itself
_STOCK = """
const { loadPyodide } = await import("/pyodide.mjs");
await loadPyodide({ indexURL: "/" });
postMessage("up");
"""
_PAGE = """<!doctype html><title>stock</title><script type="module">
const worker = new Worker("/worker.mjs", { type: "module" });
worker.onmessage = () => { performance.mark("up"); document.documentElement.dataset.up = ""; };
</script>"""


def stock_site(folder: Path) -> Path:
    """A page that boots Pyodide as npm ships it, in a worker, and does nothing else."""
    folder.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copy(ROOT / "node_modules" / "pyodide" / name, folder)
    (folder / "worker.mjs").write_text(_STOCK, "utf-8")
    (folder / "index.html").write_text(_PAGE, "utf-8")
    return folder


def cold_times(playwright, site: str, stock: str) -> tuple[list[float], list[float]]:
    """Milliseconds from the start of navigation: to our first view, and to a stock Python. A fresh browser each, by turns.

    Nothing is cached, but the browser is at rest: Chromium makes its own windows in the first second of its life, and takes a
    core for half of it. No reader waits for that, and it would count for more in the shorter of two times.
    """
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(_mark(playwright, stock + "/", "html[data-up]", "up"))
        ours.append(_mark(playwright, site + PAGE, "html[data-induction=ready]", "induction:ready"))
    return ours, bare


def _mark(playwright, address: str, until: str, mark: str) -> float:
    browser = launch(playwright)
    page = browser.new_page()
    page.wait_for_timeout(REST)
    page.goto(address)
    page.wait_for_selector(until, state="attached", timeout=120_000)
    at = page.evaluate("name => performance.getEntriesByName(name)[0].startTime", mark)
    browser.close()
    return float(at)
