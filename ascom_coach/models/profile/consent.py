"""A person's dated agreement, per receiver: without it, nothing is sent out of the machine.

Kept in the settings as `[modele.consentements]`, party → date (`ModelProfile.party`). A `consentement` date
written by hand in a profile counts for the party of that profile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ascom_coach.errors import CoachError
from ascom_coach.models.profile.profiles import ModelProfile, read_profile


def agreed_on(settings: Mapping[str, Any], profile: ModelProfile) -> dt.date | None:
    """The day on which the person agreed that this profile's party receives their words; None when they did not.

    `settings` is the `[modele]` table.
    """
    given = settings.get("consentements")
    if isinstance(given, Mapping) and (day := _day(given.get(profile.party))):
        return day
    profiles = settings.get("profils")
    for name, table in profiles.items() if isinstance(profiles, Mapping) else ():
        day = _day(table.get("consentement")) if isinstance(table, Mapping) else None
        if day is None:
            continue
        try:
            known = read_profile(str(name), table)
        except CoachError:
            continue
        if known.party == profile.party:
            return day
    return None


def may_send(settings: Mapping[str, Any], profile: ModelProfile) -> bool:
    """Whether a request may leave for this profile: it stays on the machine, or the person agreed."""
    return profile.local or agreed_on(settings, profile) is not None


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
