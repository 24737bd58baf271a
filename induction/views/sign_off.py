"""The sign-off page: what waits, the last look, what was done, files and pasted text, and what was signed before."""

from induction.commands.work import Work, all_work, signed_work, slug_of
from induction.dates import say_date
from induction.model import Session
from induction.progress import changed_since
from induction.views.changes import signer_notice
from induction.views.controls import command_button, control_id, error_summary
from induction.views.files import copy_panel, paste_form, paste_id
from induction.views.html import Html, el, join
from induction.views.kept import kept_section
from induction.views.seen import Seen, top
from induction.views.sign_check import check_panel, signed_panel
from induction.views.sign_work import work_list
from induction.views.start import preview_panel
from induction.views.witness import witness_on_sign_off


def sign_off_view(session: Session, seen: Seen) -> Html:
    """The widget of the sign-off page."""
    problems = session.view.get("problems") or {}
    mine = {**problems.get("sign-off", {}), **problems.get("file", {})}
    special = {"decisions": "decide", "pasted": paste_id(session)}
    ids = {key: special.get(key, "open-file" if key.startswith("file") else control_id(key)) for key in mine}
    work = all_work(session)
    signing = bool(session.view.get("signing"))
    opened = [one for one in work if one.key in (session.view.get("opened") or [])]
    body = join(
        preview_panel(session),
        copy_panel(session),
        signed_panel(session),
        check_panel(session) if signing else work_list(session, seen, work, mine),
        None if signing else witness_on_sign_off(session, opened, mine),
        _files(session, seen),
        _signed_before(session),
        kept_section(session, mine),
    )
    return join(top(session, seen), signer_notice(session, seen), error_summary(mine, ids, body), body)


def _files(session: Session, seen: Seen) -> Html:
    return el(
        "section",
        el("h2", "Sign off from a file", id="from-file"),
        el(
            "p",
            "Open the sign-off requests people sent you: one, or several at once. The work stays in this tab only, "
            "for this visit. You get a reply for each person to send back; it holds your decisions and nothing else.",
        ),
        el(
            "div",
            command_button(
                "file.open",
                "Open sign-off requests",
                id="open-file",
                args={"at": "sign-off"},
                style="secondary needs-js",
            ),
            el("span", "or drop the files here", class_="drop__words needs-js"),
            class_="drop",
            data_drop="file.opened",
            data_args='{"at":"sign-off"}',
        ),
        paste_form(session, "a request or a reply", at="sign-off", static=seen.static),
        class_="part no-print",
    )


def _signed_before(session: Session) -> Html | None:
    """What is signed off. Only here, where a signer is, can it be opened again."""
    work = signed_work(session)
    if not work:
        return None
    return el(
        "section",
        el("h2", "Signed off before", id="signed-before"),
        el(
            "details",
            el("summary", "1 activity is signed off" if len(work) == 1 else f"{len(work)} activities are signed off"),
            el("p", "If something has to be done again after all, look at it again and say what needs more work."),
            el("ul", *(_before(one) for one in work)),
            id="signed-list",
        ),
        class_="part no-print",
    )


def _before(one: Work) -> Html:
    decided = one.here.decided
    when = f"Signed off on {say_date(decided.signed_on)} by {decided.signer.name}. " if decided else ""
    changed = "Changed since sign-off. " if decided and changed_since(one.activity, one.here, decided) else ""
    return el(
        "li",
        f"{one.name}: {one.activity.number} {one.activity.title}. {when}{changed}",
        command_button(
            "sign.reopen",
            f"Look again: {one.activity.number}",
            id=f"reopen-{slug_of(one.key)}",
            args={"key": one.key},
            style="link",
        ),
    )
