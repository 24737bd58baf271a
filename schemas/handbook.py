"""All content in one object, loaded once a build."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from schemas import kinds, tables
from schemas.added import LocalItem, LocalItems
from schemas.addresses import Place, places
from schemas.adoption import Adoption, Decisions
from schemas.bank_holidays import BankHolidays
from schemas.common import Item, Model
from schemas.forms import PaperForm
from schemas.json_schema import schema_of
from schemas.links import LinkCheck, LinkChecks
from schemas.local import LocalLink
from schemas.problems import ContentError, Problem, meant
from schemas.rhythms import Rhythm, Rhythms
from schemas.walk import Inside, inside
from schemas.wording import echoes, in_words
from schemas.yaml_loader import Document, Loc, read


@dataclass(frozen=True)
class ContentKind:
    """A kind of content: where its files live and what they hold."""

    pattern: str
    """Path below content/; `*` stands for one name."""
    model: type[Model]
    optional: bool = False
    """True when the one file of this kind may be missing."""


CONTENT_KINDS: dict[str, ContentKind] = {
    "service": ContentKind("service.yml", tables.Service),
    "adoption": ContentKind("adoption.yml", Adoption, optional=True),
    "links": ContentKind("links.yml", LinkChecks, optional=True),
    "bank-holidays": ContentKind("bank-holidays.yml", BankHolidays, optional=True),
    "people": ContentKind("people.yml", tables.People),
    "slots": ContentKind("slots.yml", tables.Slots),
    "overlays": ContentKind("overlays.yml", tables.Overlays),
    "glossary": ContentKind("glossary.yml", tables.Glossary),
    "words": ContentKind("words.yml", tables.Words),
    "search": ContentKind("search.yml", tables.Search, optional=True),
    "retired": ContentKind("retired.yml", tables.Retired),
    "rhythms": ContentKind("rhythms.yml", Rhythms),
    "source": ContentKind("sources/*.yml", tables.Source),
    "role": ContentKind("roles/*.yml", kinds.Role),
    "guidance": ContentKind("guidance/*.yml", kinds.Guidance),
    "script": ContentKind("scripts/*.yml", kinds.Script),
    "form": ContentKind("forms/*.yml", PaperForm),
    "reference": ContentKind("reference/*.yml", kinds.Reference),
    "programme": ContentKind("programmes/*/programme.yml", kinds.Programme),
    "local": ContentKind("programmes/*/local.yml", LocalItems),
    "subsection": ContentKind("programmes/*/subsections/*.yml", kinds.Subsection),
    "activity": ContentKind("programmes/*/activities/*.yml", kinds.Activity),
}
"""Every kind of content: the one place where a kind is registered."""


@dataclass(frozen=True)
class ContentFile:
    """One file of content as it was read."""

    path: str
    """From the project's root, with `/`: content/guidance/home-visits.yml."""
    kind: str
    """A key of CONTENT_KINDS."""
    document: Document | None
    """None when it is no YAML."""
    item: Any
    """What it holds, an instance of its kind's model; None when it has problems."""

    @cached_property
    def inside(self) -> Inside:
        """Every thing and text in it; nothing when it has problems."""
        return inside(self.item)

    def problem(self, loc: Loc, text: str, *, note: bool = False) -> Problem:
        """A problem with the value at `loc`."""
        return Problem(self.path, self.document.line(loc) if self.document else 1, text, note)


@dataclass(frozen=True)
class Induction:
    """A programme with all that stands in its folder."""

    programme: kinds.Programme
    subsections: Mapping[str, kinds.Subsection]
    """By id, in the order of the programme's sections; any that no section names come last."""
    activities: Mapping[str, kinds.Activity]
    """By id, in the order of their sub-sections; any that none names come last."""
    local: tuple[LocalItem, ...] = ()
    """What the service adds, in order."""


@dataclass(frozen=True)
class Handbook:
    """Everything that content/ says. Mappings are by id."""

    root: Path = field(compare=False)
    service: tables.Service
    decisions: Decisions
    """What the service decided about pages and duties."""
    links: Mapping[str, LinkCheck]
    """What the last look at each address of another site found, by address; without those never looked at."""
    bank_holidays: BankHolidays | None
    """Those of every nation; None when content has no list."""
    people: Mapping[str, tables.Person]
    slots: Mapping[str, tables.Slot]
    overlays: tuple[tables.Overlay, ...]
    sources: Mapping[str, tables.Source]
    units: Mapping[str, tables.Unit]
    """Units of every source."""
    roles: Mapping[str, kinds.Role]
    guidance: Mapping[str, kinds.Guidance]
    scripts: Mapping[str, kinds.Script]
    forms: Mapping[str, PaperForm]
    reference: Mapping[str, kinds.Reference]
    programmes: Mapping[str, Induction]
    glossary: Mapping[str, tables.Term]
    words: Mapping[str, Mapping[str, str]]
    """Vocabulary to code to words."""
    search: tables.Search
    """What people type, where it stands on no page."""
    retired: frozenset[str]
    rhythms: Mapping[str, Rhythm]
    files: tuple[ContentFile, ...] = field(compare=False, repr=False)
    """Every file as read, those with problems included."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every thing on a page, with its address."""
        return tuple(places(self))

    def local_link(self, slot: str) -> LocalLink | None:
        """Where the service's own document of that slot is; None when it has given none."""
        return next((one for one in self.service.links if one.id == slot), None)

    def local_fact(self, slot: str) -> str:
        """The service's value of a slot in plain words, be it a fact or a document; empty while it is not set."""
        document = self.local_link(slot)
        return self.service.slots.get(slot, "") or (document.words if document else "")

    def items(self) -> Iterator[Item]:
        """Every item that is a page, in a fixed order."""
        for shelf in (self.roles, self.guidance, self.scripts, self.forms, self.reference):
            yield from shelf.values()
        for induction in self.programmes.values():
            yield induction.programme
            yield from induction.subsections.values()
            yield from induction.activities.values()


def load(root: Path) -> Handbook:
    """The handbook in `root`/content. ContentError with every problem when there is one."""
    return load_with_notes(root)[0]


def load_with_notes(root: Path) -> tuple[Handbook, list[Problem]]:
    """The handbook, and what there is to note about it. ContentError with every problem when there is one."""
    handbook, problems = load_lenient(root)
    wrong = [problem for problem in problems if not problem.note]
    if wrong or handbook is None:
        raise ContentError(wrong)
    return handbook, problems


def load_lenient(root: Path) -> tuple[Handbook | None, list[Problem]]:
    """What can be read of the handbook in `root`/content, and every problem and note of every file, sorted.

    Files with problems are left out of the handbook (a stand-in takes the place of the service). It is None only when
    there is no content at all.
    """
    from schemas.checks import check  # the checks look at a handbook

    if not (root / "content").is_dir():
        return None, [Problem("content", 1, "there is no folder content/ here")]
    problems: list[Problem] = []
    files = []
    for path in sorted((root / "content").rglob("*")):
        # Editors and file systems leave their own files, all with a leading dot or a trailing ~.
        if path.is_file() and not path.name.startswith(".") and not path.name.endswith("~"):
            file = _file(root, path, problems)
            if file:
                files.append(file)
    for name, kind in CONTENT_KINDS.items():
        if "*" not in kind.pattern and not kind.optional and not any(file.kind == name for file in files):
            problems.append(Problem(f"content/{kind.pattern}", 1, "this file is missing"))
    handbook = _assemble(root, tuple(files))
    return handbook, sorted({*problems, *check(handbook)})


def kind_of(path: str) -> str | None:
    """The kind of the file at `path` (below content/), None when no file belongs there."""
    steps = path.split("/")
    for name, kind in CONTENT_KINDS.items():
        wanted = kind.pattern.split("/")
        if len(steps) == len(wanted) and all(map(fnmatchcase, steps, wanted)):
            return name
    return None


def _file(root: Path, path: Path, problems: list[Problem]) -> ContentFile | None:
    name = path.relative_to(root).as_posix()
    kind = kind_of(name.removeprefix("content/"))
    if kind is None:
        places = [known.pattern for known in CONTENT_KINDS.values()]
        guess = meant(name.removeprefix("content/"), places) if path.suffix == ".yml" else "; names end in .yml"
        problems.append(Problem(name, 1, f"no file belongs here{guess}"))
        return None
    document, found = read(path.read_bytes(), name)
    problems += found
    if document is None:
        return ContentFile(name, kind, None, None)
    item, found = validate(CONTENT_KINDS[kind].model, document, name)
    problems += found
    return ContentFile(name, kind, document, item)


def validate(model: type[Model], document: Document, file: str) -> tuple[Any, list[Problem]]:
    """The item that a document holds, or None, and every problem of its shape."""
    # As JSON and strict: exactly what the exported JSON Schema accepts, so that an editor and `check` never disagree.
    # (Without it pydantic takes "yes" for true and "3" for 3; strict over Python values refuses every dataclass.)
    text = json.dumps(document.value, default=str)
    try:
        return model.model_validate_json(text, strict=True), []
    except ValidationError as error:
        schema = schema_of(model)
        return None, [
            Problem(file, document.line(detail["loc"]), in_words(detail, schema))
            for detail in error.errors(include_url=False)
            if not echoes(detail)
        ]


def _assemble(root: Path, files: tuple[ContentFile, ...]) -> Handbook:
    def items(kind: str) -> list[Any]:
        return [file.item for file in files if file.kind == kind and file.item is not None]

    def one(kind: str, default: Any) -> Any:
        return next(iter(items(kind)), default)

    def by_id(found: Any) -> dict[str, Any]:
        return {item.id: item for item in found}

    sources = by_id(items("source"))
    words = one("words", None)
    return Handbook(
        root=root,
        service=one("service", tables.NO_SERVICE),
        decisions={(each.page, each.duty or ""): each for each in one("adoption", Adoption()).decisions},
        links={one.href: one for one in one("links", LinkChecks()).checks},
        bank_holidays=one("bank-holidays", None),
        people=by_id(one("people", tables.People(people=())).people),
        slots=by_id(one("slots", tables.Slots(slots=())).slots),
        overlays=one("overlays", tables.Overlays(overlays=())).overlays,
        sources=sources,
        units=by_id(unit for source in sources.values() for unit in source.units),
        roles=by_id(items("role")),
        guidance=by_id(items("guidance")),
        scripts=by_id(items("script")),
        forms=by_id(items("form")),
        reference=by_id(items("reference")),
        programmes={file.item.id: _induction(file, files) for file in files if file.kind == "programme" and file.item},
        glossary=by_id(one("glossary", tables.Glossary(terms=())).terms),
        words=words.model_dump() if words else {},
        search=one("search", tables.Search()),
        retired=frozenset(one("retired", tables.Retired()).retired),
        rhythms=by_id(one("rhythms", Rhythms(rhythms=())).rhythms),
        files=files,
    )


def _induction(programme: ContentFile, files: tuple[ContentFile, ...]) -> Induction:
    folder = programme.path.removesuffix("programme.yml")
    beside = [file for file in files if file.path.startswith(folder) and file.item is not None]
    subsections = {file.item.id: file.item for file in beside if file.kind == "subsection"}
    activities = {file.item.id: file.item for file in beside if file.kind == "activity"}
    named = [one for section in programme.item.sections for one in section.subsections]
    subsections = _ordered(subsections, named)
    return Induction(
        programme.item,
        subsections,
        _ordered(activities, [one for subsection in subsections.values() for one in subsection.activities]),
        tuple(one for file in beside if file.kind == "local" for one in file.item.items),
    )


def _ordered(items: dict[str, Any], first: list[str]) -> dict[str, Any]:
    return {name: items[name] for name in [*first, *items] if name in items}
