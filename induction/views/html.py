"""A small, safe way to write HTML: what is not marked as HTML is escaped, always.

Output is one line: Markdown takes what follows a blank line, or is indented, for text. Line ends inside a text are
therefore written as character references.
"""

import re
from functools import cache

_VOID = {"input", "br", "hr", "img", "link"}
_EATS_FIRST_LINE_END = {"textarea", "pre"}
_LINE_END = re.compile(r"\r\n|\r|\n")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that nobody sees and that turn the words behind them around: a name from a file could turn a whole line."""
_SPECIAL = re.compile("[&<>\"'\r\n\u202a-\u202e\u2066-\u2069]")


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = "Html | str | None"


def el(tag: str, *children: "Html | str | None", **attributes: "str | int | bool | None") -> Html:
    """One element. ``class_`` and ``for_`` lose the underscore, other underscores become hyphens.

    An attribute that is True stands alone, one that is False or None is left out. Children that are not
    Html are escaped; None is skipped.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    inside = join(*children)
    if tag in _EATS_FIRST_LINE_END and inside.startswith("&#10;"):
        inside = Html("&#10;" + inside)
    return Html(f"<{tag}{written}>{inside}</{tag}>")


def join(*children: "Html | str | None") -> Html:
    """Children one after the other, text escaped."""
    return Html("".join(child if isinstance(child, Html) else _text(child) for child in children if child))


def escape(text: str, quote: bool = True) -> str:
    """What `html.escape` does. That module brings a table of two thousand names along, which every reader would fetch."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;") if quote else text


def _text(text: str) -> str:
    if not _SPECIAL.search(text):  # most text has nothing to escape, and one look is quicker than six
        return text
    return _LINE_END.sub("&#10;", escape(_TURNING.sub("", text), quote=False))


def _attribute(name: str, value: "str | int | bool | None") -> str:
    if value is None or value is False:
        return ""
    name = _written(name)
    if value is True:
        return f" {name}"
    text = str(value)
    if _SPECIAL.search(text):
        text = _LINE_END.sub("&#10;", escape(_TURNING.sub("", text)))
    return f' {name}="{text}"'


@cache
def _written(name: str) -> str:
    """The name of an attribute as HTML has it. There are few, and each is written a thousand times."""
    return name.rstrip("_").replace("_", "-")


# Neither part goes past another beginning: a file may hold a million brackets where a question should stand.
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")


def prose(text: str, root: str = "") -> Html:
    """Plain text as paragraphs (blank line between), lists (lines beginning ``- ``) and ``[words](address)`` links.

    ``root`` is the way from the page to the site root; it goes before addresses of this site.
    """
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        words = " ".join(line.strip() for line in block.splitlines())
        if words.startswith("- "):
            # Split at the line beginnings and not at the lines: an item may go on in the line below it.
            items = re.split(r"^\s*- ", block, flags=re.MULTILINE)[1:]
            blocks.append(el("ul", *(el("li", inline(" ".join(item.split()), root)) for item in items)))
        elif words:
            blocks.append(el("p", inline(words, root)))
    return join(*blocks)


def inline(text: str, root: str = "") -> Html:
    """One line of plain text with ``[words](address)`` links. What is HTML already stays as it is."""
    if isinstance(text, Html):
        return text
    pieces: list[Html | str] = []
    end = 0
    for match in _LINK.finditer(text):
        pieces += [text[end : match.start()], link(match[1], match[2], root)]
        end = match.end()
    return join(*pieces, text[end:])


def plain(text: str) -> str:
    """The words of ``inline`` text: links lose their address."""
    return _LINK.sub(r"\1", text)


def spoken(words: str, more: str) -> Html:
    """Short words for the eye with more for the ear, so that a label is unique when it is read out alone."""
    return join(words, el("span", more, class_="visually-hidden", data_search_exclude=True) if more else None)


_ABROAD = re.compile(r"(?:https://|mailto:|tel:)[^\s\x00-\x20\x7f]+")
_HERE = re.compile(r"[\w.~#?-][\w.~#?/%&=+-]*", re.ASCII)


def link(words: str, href: str, root: str = "") -> Html:
    """A link. Only https, mailto and tel addresses and pages of this site; anything else is shown as text."""
    if _ABROAD.fullmatch(href):
        return el("a", words, href=href)
    if not _HERE.fullmatch(href):
        return join(words)
    return el("a", words, href=href if href.startswith("#") else root + href)
