"""Controls of forms that are sent as a whole (starting a record, evidence, signing): named, not part of the record by themselves."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from induction.decode import canonical
from induction.privacy import private_looks
from induction.views.html import Html, el, join

Options = Sequence[tuple[str, str]]


def control_id(name: str) -> str:
    """The id of a named control."""
    return "c-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


@dataclass(frozen=True)
class Controls:
    """Controls with what was typed before and the sentences beside them."""

    problems: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    """Goes before a name to find its problem; several forms of one page have a prefix each."""
    disabled: bool = False

    def text(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        kind: str = "text",
        value: str = "",
        complete: str = "off",
        offers: str = "",
    ) -> Html:
        """One line: ``kind`` is text, date, number, or decimal. ``offers``: id of a list of what may be meant."""
        return self._field(
            name,
            label,
            hint,
            el(
                "input",
                type="text" if kind == "decimal" else kind,
                inputmode="decimal" if kind == "decimal" else None,
                value=self.values.get(name, value) or None,
                autocomplete=complete,
                list=offers or None,
                **self._common(name, hint),
            ),
        )

    def area(self, name: str, label: str, *, hint: str = "", warnings: Sequence[str] = (), described: str = "") -> Html:
        """Several lines. ``warnings`` stand under it; ``described``: the id of a hint that stands above several boxes."""
        cid = control_id(self.prefix + name)
        common = self._common(name, hint)
        more = [described] * bool(described) + [f"{cid}-warning-{index}" for index in range(len(warnings))]
        common["aria_describedby"] = " ".join([*filter(None, [common["aria_describedby"]]), *more]) or None  # type: ignore[list-item]
        return self._field(
            name,
            label,
            hint,
            join(
                el("textarea", self.values.get(name, ""), rows=3, **common),
                *(el("p", one, class_="warning-note", id=f"{cid}-warning-{at}") for at, one in enumerate(warnings)),
            ),
        )

    def select(
        self,
        name: str,
        label: str,
        options: Options,
        *,
        hint: str = "",
        value: str = "",
        empty: str = "Select one",
    ) -> Html:
        """One of several in a list."""
        now = self.values.get(name, value)
        choices = [el("option", empty, value="")] if empty else []
        choices += [el("option", words, value=code, selected=code == now) for code, words in options]
        return self._field(name, label, hint, el("select", *choices, **self._common(name, hint)))

    def radios(self, name: str, legend: str, options: Options, *, hint: str = "", value: str = "") -> Html:
        """One of a few, all in view."""
        cid, now = control_id(self.prefix + name), self.values.get(name, value)
        return el(
            "fieldset",
            el("legend", legend, class_="field__label"),
            el("p", hint, class_="field__hint") if hint else None,
            self._problem(name),
            *(
                self._choice("radio", cid if index == 0 else f"{cid}-{code}", name, code, words, code == now)
                for index, (code, words) in enumerate(options)
            ),
            class_=self._class(name),
        )

    def tick(self, name: str, words: str) -> Html:
        """One box; ticked it sends ``yes``."""
        return el(
            "div",
            self._problem(name),
            self._choice(
                "checkbox", control_id(self.prefix + name), name, "yes", words, self.values.get(name) == "yes"
            ),
            class_=self._class(name),
        )

    def _choice(self, kind: str, cid: str, name: str, code: str, words: str, on: bool) -> Html:
        return el(
            "div",
            el("input", type=kind, id=cid, name=name, value=code, checked=on, disabled=self.disabled),
            el("label", words, for_=cid),
            class_="choice",
        )

    def _field(self, name: str, label: str, hint: str, control: Html) -> Html:
        cid = control_id(self.prefix + name)
        return el(
            "div",
            el("label", label, class_="field__label", for_=cid),
            el("p", hint, class_="field__hint", id=f"{cid}-hint") if hint else None,
            self._problem(name),
            control,
            class_=self._class(name),
        )

    def _class(self, name: str) -> str:
        return "field field--error" if self.prefix + name in self.problems else "field"

    def _common(self, name: str, hint: str) -> dict[str, "str | int | bool | None"]:
        cid = control_id(self.prefix + name)
        described = [f"{cid}-hint"] * bool(hint) + [f"{cid}-error"] * (self.prefix + name in self.problems)
        return {
            "id": cid,
            "name": name,
            "disabled": self.disabled,
            "aria_describedby": " ".join(described) or None,
            "aria_invalid": "true" if self.prefix + name in self.problems else None,
        }

    def _problem(self, name: str) -> Html | None:
        text = self.problems.get(self.prefix + name)
        if text is None:
            return None
        cid = control_id(self.prefix + name)
        return el(
            "p",
            el("span", "Error: ", class_="visually-hidden"),
            text,
            class_="field__error",
            id=f"{cid}-error",
        )


def error_summary(problems: Mapping[str, str], ids: Mapping[str, str], below: Html) -> Html | None:
    """What is wrong, at the top, with a link to each place that is there ``below``. It takes the focus when it appears."""
    if not problems:
        return None
    return el(
        "div",
        el("h2", "There is a problem", class_="error-summary__title", id="problems-title"),
        el(
            "ul",
            *(
                el("li", el("a", text, href="#" + ids[key]) if f' id="{ids.get(key)}"' in below else text)
                for key, text in sorted(problems.items(), key=lambda one: _place(one[0], ids, below))
            ),
        ),
        class_="error-summary",
        id="problems",
        tabindex="-1",
        role="alert",
        aria_labelledby="problems-title",
    )


def _place(key: str, ids: Mapping[str, str], below: str) -> int:
    """Where on the page a problem's field is: the summary lists problems in the order in which the eye meets them."""
    at = below.find(f' id="{ids.get(key)}"')
    return at if at >= 0 else len(below)


def command_button(
    command: str,
    words: str,
    *,
    id: str,
    subject: str = "",
    args: Mapping[str, str] | None = None,
    style: str = "",
) -> Html:
    """A button that sends a command."""
    return el(
        "button",
        words,
        type="button",
        class_=f"button button--{style}" if style else "button",
        id=id,
        data_command=command,
        data_subject=subject or None,
        data_args=canonical(dict(args)) if args else None,
    )


def form(
    command: str,
    *children: "Html | str | None",
    id: str,
    subject: str = "",
    args: Mapping[str, str] | None = None,
) -> Html:
    """A form that sends a command with its named controls, and with ``args``."""
    return el(
        "form",
        *children,
        id=id,
        data_command=command,
        data_subject=subject or None,
        data_args=canonical(dict(args)) if args else None,
        novalidate=True,
    )


def status_tag(code: str, words: str, *, id: str | None = None) -> Html:
    """A status: always a word, never colour alone."""
    return el("strong", words, class_=f"status status--{code}", id=id)


def private_notes(*texts: str) -> list[Html]:
    """A warning for each look of a child's details in texts that were typed and saved. Nothing is ever refused for it."""
    return [el("p", one, class_="warning-note") for one in private_looks("\n".join(texts))]


def lines(text: str) -> Html:
    """An answer as it was written: its line breaks kept."""
    pieces = [piece for line in text.split("\n") for piece in (line, el("br"))]
    return join(*pieces[:-1])
