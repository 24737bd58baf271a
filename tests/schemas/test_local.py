"""What a service says of its own documents and of who may sign: shapes, nearest ids, lines, and what reaches the browser."""

from collections.abc import Callable

import pytest

from schemas.compile import bundle
from schemas.handbook import load
from schemas.slots import Filler
from tests.schemas.conftest import Spoilt

Spoil = Callable[[str, str, str], list[str]]
SCHOOLS = "schools:\n"


def links(*given: str) -> str:
    return "links:\n" + "".join(f"  - {one}\n" for one in given) + SCHOOLS


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (links("{id: risk-lst, label: L, where: w}"), "11: there is no slot `risk-lst`; did you mean `risk-list`?"),
        (
            links("{id: risk-list, label: L}"),
            "11: a local link needs an `address` (https) or a `where`: words that say where to find it",
        ),
        (
            links("{id: risk-list, label: L, address: www.tiny.example}"),
            "11: `address` is 'www.tiny.example'; it should be an https address without spaces or brackets",
        ),
        (links("{id: risk-list, label: L, adress: x}"), "11: `adress` is not a key here; did you mean `address`?"),
        (
            links("{id: office-phone, label: L, where: w}"),
            "11: `office-phone` stands under `slots` in line 9 too; keep one of the two",
        ),
        (
            links("{id: risk-list, label: L, where: w}", "{id: risk-list, label: M, where: w}"),
            "12: `risk-list` has a link in line 11 already; keep one",
        ),
        (
            "sign_off:\n  - {role: Lead, signer: manger}\n" + SCHOOLS,
            "11: `signer` is 'manger'; did you mean `manager`? It can be manager or experienced-colleague",
        ),
        ("sign_off:\n  - {signer: manager}\n" + SCHOOLS, "11: `role` is missing (The post: 'Team manager')"),
    ],
)
def test_a_mistake_has_its_line_and_what_is_right(spoil: Spoil, given: str, problem: str):
    assert f"content/service.yml:{problem}" in spoil("service.yml", SCHOOLS, given)


def test_a_document_fills_its_slot_with_a_link(tiny: Spoilt):
    tiny.change(
        "service.yml", SCHOOLS, links("{id: risk-list, label: The list, address: https://a.example/x, where: p. 2}")
    )
    handbook = load(tiny.root)
    text = "Ring first: {service.risk-list}"
    assert Filler(handbook, dial=True).fill(text) == "Ring first: [The list](https://a.example/x), p. 2"
    assert Filler(handbook).fill(text) == "Ring first: The list, https://a.example/x, p. 2"
    assert not tiny.notes() or not any("risk-list" in note for note in tiny.notes())


def test_a_slot_without_its_document_is_noted_with_file_and_line(tiny: Spoilt):
    assert [note for note in tiny.notes() if "{service.risk-list}" in note] == [
        "content/programmes/ews/activities/1.1.yml:9: note: {service.risk-list} is not set in content/service.yml; the page "
        "will say so"
    ]


def test_who_may_sign_reaches_the_browser(tiny: Spoilt):
    tiny.change(
        "service.yml",
        SCHOOLS,
        "sign_off:\n  - {role: Lead, signer: manager, name: Ms Day}\n  - {role: Mentor, signer: experienced-colleague}\n"
        + SCHOOLS,
    )
    signers = bundle(load(tiny.root)).service.signers
    assert [(one.name, one.role, one.signer) for one in signers] == [
        ("Ms Day", "Lead", "manager"),
        ("", "Mentor", "experienced-colleague"),
    ]


def test_a_service_that_names_nobody_has_an_empty_list(tiny: Spoilt):
    assert bundle(load(tiny.root)).service.signers == ()
