"""What several test modules of induction share: answers kept in dicts, and a strict reading of HTML. Standard library only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input"}
HEADINGS = {f"h{level}" for level in range(1, 7)}
NO_BLOCKS_INSIDE = {"p", "label", "span", "summary", "legend", "button", "a", *HEADINGS}
BLOCKS = {"p", "div", "ul", "ol", "li", "details", "fieldset", "section", "table", "form", *HEADINGS} - {"li"}


class DictAnswers:
    """Answers kept in dicts: field to text, and list to the ids of its added rows."""

    def __init__(self, texts: Mapping[str, str] | None = None, rows: Mapping[str, Sequence[str]] | None = None) -> None:
        self.texts = dict(texts or {})
        self.added = {name: tuple(ids) for name, ids in (rows or {}).items()}

    def text(self, field: str) -> str:
        return self.texts.get(field, "")

    def rows(self, name: str) -> tuple[str, ...]:
        return self.added.get(name, ())

    def but(self, texts: Mapping[str, str]) -> "DictAnswers":
        """The same with other texts for some fields."""
        return DictAnswers({**self.texts, **texts}, self.added)


@dataclass
class Node:
    """An element as it was written."""

    tag: str
    attributes: dict[str, str | None]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute; empty when it is absent or stands alone."""
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        return name in self.attributes

    def all(self, *tags: str) -> list["Node"]:
        """Every element inside, in reading order; of these tags only when any are named."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child] * (not tags or child.tag in tags) + child.all(*tags)
        return found

    def with_class(self, name: str) -> list["Node"]:
        return [node for node in self.all() if name in node.get("class").split()]

    def by_id(self, name: str) -> "Node":
        (found,) = [node for node in self.all() if node.get("id") == name]
        return found

    @property
    def text(self) -> str:
        """The text inside, as written."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def within(self, tag: str) -> list["Node"]:
        """The elements around this one that have that tag, the nearest first."""
        found, at = [], self.parent
        while at:
            found += [at] * (at.tag == tag)
            at = at.parent
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says an attribute twice: {names}"
        if tag in BLOCKS:
            at: Node | None = self.at
            while at:
                assert at.tag not in NO_BLOCKS_INSIDE, f"<{tag}> inside <{at.tag}>"
                at = at.parent
        node = Node(tag, dict(attrs), self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise AssertionError(f"<{tag}/> is no HTML")

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.at.tag, f"</{tag}> ends <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        last = self.at.children[-1] if self.at.children else None
        if isinstance(last, str):
            self.at.children[-1] = last + data
        else:
            self.at.children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("a processing instruction")


def read_html(html: str) -> Node:
    """A fragment as a tree. Fails on tags that do not match, attributes said twice and blocks where none may be."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is not ended"
    return reader.root


def check_html(html: str) -> Node:
    """`read_html`, and what a browser cannot tell: one line, unique ids, every reference and label in place."""
    assert "\n" not in html and "\r" not in html and html == html.strip()
    tree = read_html(html)
    ids = [node.get("id") for node in tree.all() if node.has("id")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(one for one in ids if ids.count(one) > 1)}"
    for node in tree.all():
        for name in ("for", "aria-describedby", "aria-labelledby"):
            missing = set(node.get(name).split()) - set(ids)
            assert not missing, f"{name} names what is not there: {sorted(missing)}"
    labels = {node.get("for"): node.text for node in tree.all("label")}
    for control in tree.all("input", "textarea", "select"):
        assert labels.get(control.get("id"), "").strip(), f"no label: {control.attributes}"
    return tree


def controls(tree: Node) -> list[Node]:
    """The controls that are part of the record."""
    return [node for node in tree.all("input", "textarea", "select") if node.has("data-field")]


def coded(tree: Node) -> set[str]:
    """The fields whose answer is a code: what is chosen or ticked rather than typed."""
    return {one.get("data-field") for one in controls(tree) if is_chosen(one)}


def is_chosen(control: Node) -> bool:
    """True for a control whose answer is a code: a radio, a box to tick, a list to choose from."""
    return control.tag == "select" or control.get("type") in ("radio", "checkbox")


def headings(tree: Node) -> list[int]:
    """The levels of the headings, in reading order."""
    return [int(node.tag[1]) for node in tree.all(*HEADINGS)]
