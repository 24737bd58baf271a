"""The list that the service worker keeps comes from the built site, and the version from what the site is made from."""

import datetime
import json
from pathlib import Path

import pytest

from macros.install import write_manifest
from macros.offline import WORKER, Version, version, write_worker
from tests.macros.conftest import Built
from tests.schemas.conftest import Spoilt
from tests.specimen.build import build

TODAY = Version("0123456789ab", datetime.date(2026, 11, 22))


def site(folder: Path) -> Path:
    for name, text in {
        "index.html": "home",
        "guidance/x/index.html": "x",
        "404.html": "lost",
        "assets/site.js": "1",
        "assets/site.js.map": "not for readers",
        "assets/javascripts/lunr/min/lunr.de.min.js": "other languages",
        "assets/induction/induction-1.zip": "python",
        "assets/new thing.css": "added by somebody who never heard of this list",
        "coverage.json": "{}",
        "handbook.pdf": "whole",
        "whole/index.html": "whole",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def told(folder: Path) -> dict:
    first = (folder / WORKER).read_text("utf-8").partition(";\n")[0]
    return json.loads(first.removeprefix("const HANDBOOK = "))


def test_every_file_is_kept_but_for_what_nobody_needs_without_a_connection(tmp_path: Path) -> None:
    write_worker(site(tmp_path), TODAY, ["assets/induction/induction-1.zip"])
    handbook = told(tmp_path)
    assert set(handbook["groups"]["pages"]) == {"", "guidance/x/", "404.html", "assets/site.js", "assets/new thing.css"}
    assert set(handbook["groups"]["tracker"]) == {"assets/induction/induction-1.zip"}
    assert handbook["bytes"] == {"pages": len("homexlost1") + 46, "tracker": len("python")}
    assert (handbook["version"], handbook["built"]) == ("0123456789ab", "2026-11-22")


def test_a_file_that_changes_makes_another_copy_and_the_same_files_the_same(tmp_path: Path) -> None:
    write_worker(site(tmp_path), TODAY, [])
    first = (tmp_path / WORKER).read_bytes()
    write_worker(tmp_path, TODAY, [])
    assert (tmp_path / WORKER).read_bytes() == first
    before = told(tmp_path)
    (tmp_path / "assets" / "site.js").write_text("2", "utf-8")
    write_worker(tmp_path, TODAY, [])
    after = told(tmp_path)
    assert before["id"] != after["id"]
    assert before["groups"]["pages"]["assets/site.js"] != after["groups"]["pages"]["assets/site.js"]


def test_where_no_copy_is_kept_the_worker_takes_itself_away(tmp_path: Path) -> None:
    write_worker(site(tmp_path), TODAY, [], keeps=False)
    assert told(tmp_path) is None


def test_the_version_is_of_what_the_site_is_made_from(tiny: Spoilt, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mkdocs.yml", "requirements.txt", "package-lock.json"):
        (tiny.root / name).write_text("", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    first = version(tiny.root, "https://one.example/")
    assert first == version(tiny.root, "https://one.example/")
    assert first.built == datetime.date(2026, 11, 22)
    assert version(tiny.root, "https://two.example/").id != first.id
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert version(tiny.root, "https://one.example/").id != first.id
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    tiny.change("guidance/visits.yml", "who: officer", "who:  officer")
    assert version(tiny.root, "https://one.example/").id != first.id


def test_the_real_list_has_every_page_and_all_that_the_tracker_boots_from(built: Built) -> None:
    handbook = told(built.site.folder)
    assert set(built.site.pages) <= {*handbook["groups"]["pages"], "whole/"}
    for name in (
        "search/search_index.json",
        "assets/search.js",
        "assets/site.js",
        "manifest.webmanifest",
        "sitemap.xml",
    ):
        assert name in handbook["groups"]["pages"]
    tracker = set(handbook["groups"]["tracker"])
    for kind in ("pyodide.asm.wasm", "/worker.js", "/island.js", ".json", ".zip"):
        assert any(name.endswith(kind) for name in tracker), kind
    there = {path.relative_to(built.site.folder).as_posix() for path in built.site.folder.rglob("*") if path.is_file()}
    assert tracker <= there
    assert all(
        f'content="{handbook["version"]}"' in html for page, html in built.site.pages.items() if page != "whole/"
    )


def test_every_page_is_described(built: Built) -> None:
    from re import search

    for page, html in built.site.pages.items():
        found = search(r'<meta name="description" content="([^"]+)"', html)
        assert found and len(found[1]) > 20, page


def test_the_manifest_names_only_pages_that_are_there_and_no_address_of_its_own(tmp_path: Path) -> None:
    write_manifest(site(tmp_path), "Handbook", "About", {"X": "guidance/x/", "Y": "guidance/y/"})
    manifest = json.loads((tmp_path / "manifest.webmanifest").read_text("utf-8"))
    assert [one["url"] for one in manifest["shortcuts"]] == ["./guidance/x/"]
    assert "http" not in json.dumps(manifest)


def test_the_page_for_lost_addresses_is_right_in_a_folder_of_a_larger_site(tmp_path: Path) -> None:
    html = (build(tmp_path, "https://x.example/y/handbook/") / "404.html").read_text("utf-8")
    for address in ("assets/site.js", "assets/scope.js", "guidance/", "induction/start/", "for-managers/"):
        assert f'"/y/handbook/{address}"' in html, address
    assert "data-lost" in html


def test_without_an_email_address_every_page_says_whom_to_tell(tiny: Spoilt) -> None:
    import jinja2

    from macros import site as building
    from macros.book import make_book
    from schemas.handbook import load

    tiny.change("service.yml", "email: a@tiny.example\n", "")
    handbook = building.about(make_book(load(tiny.root)), building.Build("/", "N", "A", TODAY))
    theme = jinja2.Environment(loader=jinja2.FileSystemLoader("macros/theme"), autoescape=True)
    page = {"title": "T", "meta": {"title": "T"}, "file": {"src_uri": "t.md"}, "canonical_url": ""}
    html = theme.get_template("partials/wrong.html").render(config={"extra": {"handbook": handbook}}, page=page)
    assert "Tell The manager." in html and "0123456, 22 November 2026" in html
    assert "mailto:" not in html
