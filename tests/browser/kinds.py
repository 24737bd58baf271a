"""One page of every kind that the built site has."""

from tests.serving import SITE


def _inside(folder: str) -> list[str]:
    """The index of a folder and the first page below it."""
    if not (SITE / folder / "index.html").exists():
        return []
    below = sorted(path.parent.name for path in (SITE / folder).glob("*/index.html"))
    return [f"/{folder}/", *(f"/{folder}/{name}/" for name in below[:1])]


def _section(number: int) -> list[str]:
    return [f"/induction/ews/section-1/{name}/" for name in ("1-a", *(f"activity-1-{n}" for n in range(1, number)))]


TRACKER = [
    "/induction/",
    *(
        f"/induction/{name}/"
        for name in (
            "start",
            "ews",
            "record",
            "log",
            "development-plan",
            "supervision",
            "sign-off",
            "team",
            "sign-off-form",
            *("ews/section-1", "ews/plan", "ews/local"),
        )
    ),
    *_section(7),
    "/induction/psw/section-2/activity-2-5/",
    "/scripts/confidentiality/ysgol-nant-lelog/",
]
"""The pages of the tracker, with what section 1 has, a self-check, and a script with a name to type in."""


def _has_widget(address: str) -> bool:
    page = SITE / address[1:] / "index.html"
    return page.exists() and b"data-widget=" in page.read_bytes()


WITHOUT_A_WIDGET = [address for address in TRACKER if not _has_widget(address)]
FOLDERS = (
    "guidance",
    "reference",
    "roles",
    "scripts/confidentiality",
    "forms",
    "sources",
    "duties",
    "setup",
    "glossary",
    "adr",
)
SINGLE = ("for-managers", "how-to-use", "privacy", "offline", "about", "dates", "cards/home-visit-safety")
READING = [
    "/",
    "/404.html",
    *(address for folder in FOLDERS for address in _inside(folder)),
    *(
        address
        for name in ("for-managers", "how-to-use", "privacy", "offline", "about", "dates", "cards/home-visit-safety")
        for address in _inside(name)[:1]
    ),
]
"""Pages to read."""
ALL = READING + TRACKER
