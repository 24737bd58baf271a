"""Another service, of another nation, from the same content: a handbook of its own, with nothing left of the first."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.book import ROOT
from macros.links import Site, read_site
from schemas.handbook import Handbook, load
from tests.copies import built_copy
from tests.macros.conftest import Built

SECOND = ROOT / "tests/fixtures/second-service"
_BIG = (".wasm", ".png")
"""Endings of files that nothing of a service is written into."""


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The whole project in a folder of its own, with the files of the second service, built."""
    return read_site(built_copy(tmp_path_factory.mktemp("second") / "project", _second))


def _second(content: Path) -> None:
    for file in SECOND.iterdir():
        shutil.copyfile(file, content / file.name)


def said_by(handbook: Handbook) -> set[str]:
    """What only this service can have said: names, people, addresses, numbers, local facts and decisions."""
    service = handbook.service
    said = {service.id, service.name, service.owner, service.email, *service.slots.values()}
    said |= {words for one in service.links for words in (one.label, one.address, one.where) if words}
    said |= {words for one in service.sign_off for words in (one.role, one.name) if words}
    said |= {one.number for one in service.contacts if len(one.number) > 3}  # 101 is everybody's
    for school in service.schools:
        said |= {school.id, school.name, school.name.removesuffix(" (example)"), *school.people.values()}
    for one in handbook.decisions.values():
        said |= {one.by, *filter(None, [one.text.partition("{")[0].strip()])}
    return said


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of the site as text, those inside archives too."""
    for path in folder.rglob("*"):
        if path.is_dir() or path.suffix in _BIG:
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield path / name, archive.read(name).decode("utf-8", "replace")
        else:
            yield path, path.read_text("utf-8", errors="replace")


def test_nothing_of_the_first_service_is_left(second: Site):
    first, other = load(ROOT), load(second.folder.parent)
    own = other.service
    wanted = said_by(first) - said_by(other)
    assert len(wanted) > 20
    found = {(str(path), words) for path, text in texts(second.folder) for words in wanted if words in text}
    assert found == set()
    assert own.name in second.pages[""]
    assert f"scripts/confidentiality/{own.schools[0].id}/" in second.pages


def test_its_own_documents_and_signers_stand_where_they_are_spoken_of(second: Site):
    own = load(second.folder.parent).service
    link = f'<a href="{own.links[0].address}"'
    assert link in second.pages["induction/ews/section-5/5-c/"]
    assert own.links[0].where in second.pages["induction/ews/section-5/5-c/"]
    assert f"<strong>{own.sign_off[0].role}</strong>, {own.sign_off[0].name}: signs as" in second.pages["for-managers/"]


def test_names_it_keeps_off_the_site_can_be_typed_on_the_device(second: Site):
    page = second.pages[f"scripts/confidentiality/{load(second.folder.parent).service.schools[0].id}/"]
    assert page.index('data-widget="names"') < page.index('data-widget="name"')
    assert "Designated Safeguarding Lead" in page and "Designated Safeguarding Person" not in page


def test_whose_rule_it_is_has_changed_sides(second: Site, built: Built):
    welsh, english = "guidance/legal-ladder/", "guidance/key-worker-session/"
    for page, here, there in ((welsh, "elsewhere", "undecided"), (english, "undecided", "elsewhere")):
        assert f'<li data-standing="{here}">' in second.pages[page]
        assert f'<li data-standing="{there}">' in built.site.pages[page]
    assert "Example from elsewhere" in second.pages[welsh]
    assert "Example from elsewhere" not in second.pages[english]


def test_what_it_has_not_filled_in_is_listed(second: Site):
    setup = second.pages["setup/"]
    for words in ("risk-list", "Fernhollow Academy (example): ", "guidance.key-worker-session"):
        assert words in setup
