"""Commands: what a reader can ask for, each a pure function from (session, command, stamp) to an outcome."""

from collections.abc import Callable

from induction.commands import (
    answers,
    dates,
    done,
    erase,
    figures,
    filters,
    log,
    marks,
    names,
    patch,
    record,
    sign,
    transfer,
)
from induction.model import Command, Outcome, Session, Stamp

Handler = Callable[[Session, Command, Stamp], Outcome]

COMMANDS: dict[str, Handler] = {
    "record.start": record.start,
    "record.open": record.open_record,
    "record.close": record.close,
    "record.forget.ask": record.ask_forget,
    "record.forget": record.forget,
    "cancel": record.cancel,
    "filter": filters.by_kind,
    "filter.code": filters.by_code,
    "dates.show": dates.show,
    "dates.save": dates.save,
    "answer": answers.answer,
    "row.add": answers.add_row,
    "row.remove": answers.remove_row,
    "marks.change": marks.change,
    "marks.back": marks.back,
    "figures.open": figures.open_file,
    "figures.opened": figures.opened,
    "figures.close": figures.close,
    "evidence.add": answers.add_evidence,
    "evidence.remove": answers.remove_evidence,
    "patch.find": patch.find,
    "patch.print": patch.print_page,
    "patch.table": patch.save_table,
    "patch.suggest": patch.save_suggestions,
    "names.keep": names.keep,
    "names.erase": names.erase,
    "log.new": log.new_entry,
    "log": log.write,
    "log.share": log.share,
    "done": done.done,
    "done.undo": done.undo_done,
    "sign.show": sign.show,
    "sign.check": sign.check,
    "sign.back": sign.back,
    "sign.confirm": sign.confirm,
    "erase.ask": erase.ask,
    "erase.confirm": erase.confirm,
    "copy.save": transfer.save_copy,
    "request.save": transfer.save_request,
    "file.open": transfer.open_file,
    "file.opened": transfer.file_opened,
    "file.merge": transfer.merge,
    "file.undo": transfer.undo_merge,
}
"""Command type to what handles it: the one place where a command is registered."""
