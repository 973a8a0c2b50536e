"""Who may do what at the desk: five roles, each with all that the one before it has."""

from __future__ import annotations

from enum import StrEnum

from kept.errors import UsageError


class Role(StrEnum):
    """What somebody is at the desk, from least to most."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    ANALYST = "analyst"
    EDITOR = "editor"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """Place in the order of the roles, 0 (reader) to 4 (admin)."""
        return list(Role).index(self)


class Action(StrEnum):
    """What somebody may want to do; `…_any` is the same on what is another person's."""

    READ = "read"
    OWN_ACCOUNT = "own_account"
    COMMENT = "comment"
    ADD_PAGE = "add_page"
    STATE = "state"
    CHECK = "check"
    DECIDE = "decide"
    UNDO = "undo"
    UNDO_ANY = "undo_any"
    TAKE_LOCK_ANY = "take_lock_any"
    SET_SCOPE = "set_scope"
    ASSIGN = "assign"
    ASSIGN_ANY = "assign_any"
    SHARE_FILTER = "share_filter"
    DEVELOP = "develop"
    SECOND = "second"
    RESOLVE = "resolve"
    CORRECT = "correct"
    RETRACT = "retract"
    PUBLISH = "publish"
    NOTIFY = "notify"
    MANAGE_ACCOUNTS = "manage_accounts"


LEAST: dict[Action, Role] = {
    Action.READ: Role.READER,
    Action.OWN_ACCOUNT: Role.READER,
    Action.COMMENT: Role.CONTRIBUTOR,
    Action.ADD_PAGE: Role.CONTRIBUTOR,
    Action.STATE: Role.CONTRIBUTOR,
    Action.CHECK: Role.CONTRIBUTOR,
    Action.DECIDE: Role.ANALYST,
    Action.UNDO: Role.ANALYST,
    Action.SET_SCOPE: Role.ANALYST,
    Action.ASSIGN: Role.ANALYST,
    Action.SHARE_FILTER: Role.ANALYST,
    Action.DEVELOP: Role.ANALYST,
    Action.SECOND: Role.ANALYST,
    Action.TAKE_LOCK_ANY: Role.ANALYST,
    Action.UNDO_ANY: Role.EDITOR,
    Action.ASSIGN_ANY: Role.EDITOR,
    Action.RESOLVE: Role.EDITOR,
    Action.CORRECT: Role.EDITOR,
    Action.RETRACT: Role.EDITOR,
    Action.PUBLISH: Role.EDITOR,
    Action.NOTIFY: Role.EDITOR,
    Action.MANAGE_ACCOUNTS: Role.ADMIN,
}
"""The least role that may do each thing."""

WORDS: dict[Role, str] = {
    Role.READER: "reads the desk, changes nothing",
    Role.CONTRIBUTOR: "adds pages, states by hand, records checks, comments",
    Role.ANALYST: "decides cards, records what moved a promise, reads second",
    Role.EDITOR: "corrects, retracts, resolves, publishes",
    Role.ADMIN: "does all this and keeps the accounts",
}
"""What each role does, for people."""


def may(role: Role, action: Action) -> bool:
    """Tell whether a role may do something."""
    return role.rank >= LEAST[action].rank


def role_of(text: str) -> Role:
    """Read a role by its name, or say which there are."""
    try:
        return Role(text)
    except ValueError as error:
        raise UsageError(f"“{text}” is no role", remedy=f"Choose one of {', '.join(Role)}") from error
