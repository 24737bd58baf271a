"""Form controls that belong to the record: one kit for every response type.

A control carries the attributes of docs/contracts.md (``data-field``, ``data-subject``, ``data-command``), a stable
id, its label, its hint and its problem. Without an open record every control is read-only, so that nothing typed
is swallowed without a word; the page then prints as a worksheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from induction.privacy import name_list, private_looks
from induction.views.controls import command_button
from induction.views.html import Html, el, inline, join, spoken
from induction.views.put_back import put_back

if TYPE_CHECKING:  # the response types import this module
    from induction.activities.base import Answers, Question

_Attributes = dict[str, "str | int | bool | None"]


def field_id(name: str) -> str:
    """The id of the control of a field. With ``-field`` behind it: the element that holds it, the coverage anchor."""
    return "f-" + name.replace(".", "--")


def child_id(part: str) -> str:
    """The id of the words on children, which stand once at the head of a part (`induction.views.parts.part_heading`)."""
    return f"{field_id(part)}-child"


@dataclass(frozen=True)
class Form:
    """The controls of one activity for one record."""

    subject: str
    """Id of the activity."""
    answers: "Answers"
    editable: bool = False
    """True when a record is open."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """Sentences to show beside fields, by field."""
    root: str = ""
    """The way from the page to the site root."""
    code: str = ""
    """The code whose criteria come first, where a part has such (`induction.activities.criteria`)."""
    view: Mapping[str, Any] = field(default_factory=dict)
    """What the page shows that is no part of the record (`induction.model.Session.view`)."""

    def question(self, part: str, question: "Question", number: str = "", about: str = "") -> Html:
        """A question with its box. ``about`` is heard with the label, where a page asks the same thing twice."""
        words = join(
            f"{number} " if number else "",
            inline(question.ask, self.root),
            " (if you can)" if question.optional else "",
        )
        return self.box(
            f"{part}.{question.id}",
            join(words, spoken("", f" ({about})")) if about else words,
            hint=question.hint,
            pupil=question.pupil,
            short=question.short,
        )

    def box(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        pupil: bool = False,
        short: bool = False,
        lines: int = 4,
        inside: bool = False,
        warnings: Sequence[str] = (),
    ) -> Html:
        """A labelled text box, with a warning when what stands in it looks like a child's details.

        ``inside``: it stands in an element that has the anchor of the same name (`induction.views.parts.item`).
        ``warnings``: what else to say about what stands in it. Nothing that is typed is ever refused.
        """
        value = self.answers.text(name)
        warnings = (*warnings, *private_looks(value), *(name_list(value) if pupil else ()))
        attributes = self._control(name, hint, pupil, len(warnings)) | {"readonly": not self.editable}
        control = (
            el("input", type="text", value=value or None, autocomplete="off", **attributes)
            if short
            else el("textarea", value, rows=lines, **attributes)
        )
        return self._labelled(name, label, control, hint=hint, warnings=warnings, inside=inside)

    def date(self, name: str, label: str, *, hint: str = "") -> Html:
        """A labelled date; the answer is YYYY-MM-DD."""
        value = self.answers.text(name) or None
        attributes = self._control(name, hint) | {"readonly": not self.editable}
        return self._labelled(name, label, el("input", type="date", value=value, **attributes), hint=hint)

    def select(
        self,
        name: str,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        empty: str = "Choose one",
    ) -> Html:
        """One choice of many in a list that opens: ``options`` are (code, words), ``empty`` is the answer not given."""
        now = self.answers.text(name)
        control = el(
            "select",
            *(el("option", words, value=code, selected=code == now) for code, words in (("", empty), *options)),
            **self._control(name, hint) | {"disabled": not self.editable},
        )
        return self._labelled(name, label, control, hint=hint)

    def radios(
        self,
        name: str,
        legend: str,
        options: Sequence[tuple[str, str]],
        hint: str = "",
        *,
        beside: bool = False,
        fixed: bool = False,
        secret: bool = False,
    ) -> Html:
        """One choice of several: ``options`` are (code, words). ``beside``: side by side where there is room.

        ``fixed``: the answer stays as it is. ``secret``: it is not shown which it is.
        """
        fid, now = field_id(name), "" if secret else self.answers.text(name)
        return el(
            "fieldset",
            el("legend", inline(legend, self.root), class_="field__label"),
            self._hint(name, hint),
            self._problem(name),
            el(
                "div",
                *(
                    self._choice("radio", f"{fid}-{code}" if index else fid, name, code, words, now == code, fixed)
                    for index, (code, words) in enumerate(options)
                ),
                class_="choices choices--inline" if beside else "choices",
            ),
            class_=self._class(name),
            id=f"{fid}-field",
            aria_describedby=self._describe(name, hint),
        )

    def tick(self, name: str, words: str, *, fixed: bool = False, secret: bool = False) -> Html:
        """One box to tick; ticked is the answer ``yes``. ``fixed`` and ``secret`` are those of `radios`."""
        on = self.answers.text(name) == "yes" and not secret
        return el(
            "div",
            self._problem(name),
            self._choice("checkbox", field_id(name), name, "yes", words, on, fixed),
            class_=self._class(name),
            id=f"{field_id(name)}-field",
        )

    def ticks(
        self,
        name: str,
        legend: str,
        options: Sequence[tuple[str, str]],
        *,
        fixed: bool = False,
        secret: bool = False,
    ) -> Html:
        """Any number of several: ``options`` are (code, words), each a tick of its own in the field ``<name>.<code>``."""
        return el(
            "fieldset",
            el("legend", inline(legend, self.root), class_="field__label"),
            *(self.tick(f"{name}.{code}", words, fixed=fixed, secret=secret) for code, words in options),
            class_="field field--ticks",
            id=f"{field_id(name)}-field",
        )

    def add_row(self, name: str, words: str) -> Html:
        """A button that adds a row to a list; before it, what was just taken out."""
        add = self.button("row.add", words, {"list": name}, id=field_id(name) + "-add")
        return join(self.put_back(name), add)

    def put_back(self, name: str) -> Html | None:
        """What was just taken out of a list, and the way back."""
        return put_back(self.view, self.subject, name, self.answers.rows(name)) if self.view else None

    def remove_row(self, name: str, row: str, words: str) -> Html:
        """A button that takes an added row away."""
        args = {"list": name, "row": row}
        return self.button("row.remove", words, args, style="link", id=f"{field_id(f'{name}.{row}')}-remove")

    def button(
        self,
        command: str,
        words: str,
        args: Mapping[str, str] | None = None,
        *,
        style: str = "secondary",
        id: str,
    ) -> Html:
        """A button that sends a command about this activity. Shown only when a record is open."""
        if not self.editable:
            return Html("")
        return command_button(command, words, id=id, subject=self.subject, args=args, style=style)

    def _labelled(
        self,
        name: str,
        label: str,
        control: Html,
        *,
        hint: str = "",
        warnings: Sequence[str] = (),
        inside: bool = False,
    ) -> Html:
        fid = field_id(name)
        return el(
            "div",
            el("label", inline(label, self.root), class_="field__label", for_=fid),
            self._hint(name, hint),
            self._problem(name),
            control,
            *(
                el("p", warning, class_="warning-note", id=f"{fid}-warning-{index}")
                for index, warning in enumerate(warnings)
            ),
            class_=self._class(name),
            id=f"{fid}-box" if inside else f"{fid}-field",
        )

    def _choice(self, kind: str, cid: str, name: str, code: str, words: str, on: bool, fixed: bool = False) -> Html:
        return el(
            "div",
            el(
                "input",
                type=kind,
                id=cid,
                name=field_id(name),
                value=code,
                checked=on,
                disabled=fixed or not self.editable,
                data_field=name,
                data_subject=self.subject,
                aria_describedby=self._describe(name) if kind == "checkbox" else None,
            ),
            el("label", words, for_=cid),
            class_="choice",
        )

    def _control(self, name: str, hint: str = "", pupil: bool = False, warnings: int = 0) -> _Attributes:
        return {
            "id": field_id(name),
            "name": field_id(name),
            "data_field": name,
            "data_subject": self.subject,
            "aria_describedby": self._describe(name, hint, pupil, warnings),
            "aria_invalid": "true" if name in self.problems else None,
        }

    def _describe(self, name: str, hint: str = "", pupil: bool = False, warnings: int = 0) -> str | None:
        fid = field_id(name)
        ids = [f"{fid}-hint"] * bool(hint) + [child_id(name.partition(".")[0])] * pupil
        ids += [f"{fid}-error"] * (name in self.problems) + [f"{fid}-warning-{index}" for index in range(warnings)]
        return " ".join(ids) or None

    def _hint(self, name: str, hint: str) -> Html | None:
        return el("p", inline(hint, self.root), class_="field__hint", id=f"{field_id(name)}-hint") if hint else None

    def _problem(self, name: str) -> Html | None:
        if name not in self.problems:
            return None
        return el(
            "p",
            el("span", "Error: ", class_="visually-hidden"),
            self.problems[name],
            class_="field__error",
            id=f"{field_id(name)}-error",
        )

    def _class(self, name: str) -> str:
        return "field field--error" if name in self.problems else "field"
