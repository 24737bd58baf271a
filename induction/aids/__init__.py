"""Aids: small things to try on a page of guidance, which store nothing. One file each, and this table."""

from induction.aids import (
    file_transfer,
    good_referral,
    key_worker_half_term,
    key_worker_plan,
    key_worker_slips,
    persistent_absence,
    safeguarding_record,
    session_pattern,
    take_referral,
)
from induction.aids.base import Aid

AIDS: dict[str, Aid] = {
    one.AID.id: one.AID
    for one in (
        persistent_absence,
        take_referral,
        good_referral,
        safeguarding_record,
        file_transfer,
        key_worker_half_term,
        key_worker_plan,
        key_worker_slips,
        session_pattern,
    )
}
"""Id to aid: the one place where an aid is registered."""
