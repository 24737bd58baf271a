"""What pages may call: the macros of mkdocs-macros. Each is one line of our own functions."""

from __future__ import annotations

from typing import Any

from macros import site


def define_env(env: Any) -> None:
    """Register the macros. Content is loaded once a build, at the first call."""

    @env.macro  # type: ignore[untyped-decorator]
    def content(kind: str, key: str) -> str:
        """The body of a page of content."""
        return site.page_text(kind, key)

    @env.macro  # type: ignore[untyped-decorator]
    def service(name: str) -> str:
        """A fact of content/service.yml that a hand-written page mentions: name or owner."""
        return str(getattr(site.book().handbook.service, name))

    @env.macro  # type: ignore[untyped-decorator]
    def whom_to_tell(begins: bool = False) -> str:
        """Whom to tell when something is wrong: "write to" the address there is, or else "tell" the owner."""
        return site.whom_to_tell(begins=begins)

    @env.macro  # type: ignore[untyped-decorator]
    def file_tree() -> str:
        """The rooms of the project with what each is for, from the folders' own descriptions."""
        return site.tree_text()

    @env.macro  # type: ignore[untyped-decorator]
    def signers() -> str:
        """Who may sign work off in this service."""
        return site.signers_text()

    @env.macro  # type: ignore[untyped-decorator]
    def my_role() -> str:
        """The question which role a reader has."""
        return site.role_text()
