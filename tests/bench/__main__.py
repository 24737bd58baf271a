"""`make bench`: what the design promises, measured on the built site and printed as ratios of one run.

Each line: what, the figure, the promise, and whether it is kept. The exit code is 1 when one is not.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import boot, building, commands, saved_copy, weight
from tests.serving import launch, serving


@dataclass(frozen=True)
class Figure:
    """One measurement: what it is, what was found, in words, and whether the promise is kept."""

    what: str
    found: str
    promise: str
    kept: bool

    def __str__(self) -> str:
        return f"{'kept  ' if self.kept else 'BROKEN'}  {self.what}: {self.found} (promised: {self.promise})"


def main() -> int:
    """Measure everything; the exit code."""
    figures = []

    def show(figure: Figure) -> None:
        figures.append(figure)
        print(figure, flush=True)

    with tempfile.TemporaryDirectory() as folder, serving() as site, sync_playwright() as playwright:
        work = Path(folder)
        stock_folder = boot.stock_site(work / "stock")
        with serving(stock_folder) as stock:
            _first_view(show, playwright, site, stock)
        browser = launch(playwright)
        sent = weight.tracker_page(browser, site)
        show(Figure("Everything a first tracker page fetches", f"{sent / 1e6:.2f} MB", "at most 8 MB", sent <= 8e6))
        runtime = weight.runtime_of_plain_page(browser, site)
        show(Figure("Runtime fetched by a page without a widget", f"{runtime} bytes", "0 bytes", runtime == 0))
        without, with_host = saved_copy.paints(browser)
        words = f"{without:.0f} ms, {without / with_host:.2f} of the same page from its host"
        show(Figure("First words of a kept page without a connection", words, "under 2 seconds", without < 2000))
        times = commands.durations(browser, site)
        browser.close()
        slow = statistics.quantiles(times, n=20)[-1]
        middle = statistics.median(times)
        words = f"p95 {slow:.0f} ms, median {middle:.0f} ms, {len(times)} commands"
        show(Figure("A command to its patch, 1,000 events", words, "p95 at most 50 ms", slow <= 50))
        ours, plain = building.cpu_seconds(work)
        ratio = ours / plain
        words = f"{ratio:.2f} ({ours:.1f} s and {plain:.1f} s of CPU)"
        show(Figure("Build, to plain Material on the same pages", words, "at most 1.20", ratio <= 1.2))
    return 0 if all(figure.kept for figure in figures) else 1


def _first_view(show: Callable[[Figure], None], playwright: object, site: str, stock: str) -> None:
    ours, bare = boot.cold_times(playwright, site, stock)
    ratio = statistics.median(ours) / statistics.median(bare)
    words = (
        f"{ratio:.2f} (medians {statistics.median(ours):.0f} and {statistics.median(bare):.0f} ms, {len(ours)} each)"
    )
    show(
        Figure(
            "First view rendered by Python, cold, to a bare stock loadPyodide()", words, "at most 0.40", ratio <= 0.4
        )
    )


if __name__ == "__main__":
    sys.exit(main())
