"""Reads a calendar from its standard input as icalendar and as vobject do, and says what each makes of it, as JSON."""

import json
import sys
from datetime import datetime, timezone

import icalendar
import vobject


def told(moment):
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def with_icalendar(text):
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        yield {
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "startsAt": told(event["DTSTART"].dt),
            "endsAt": told(event["DTEND"].dt if "DTEND" in event else None),
            "stampedAt": told(event["DTSTAMP"].dt),
        }


def with_vobject(text):
    for event in vobject.readOne(text).contents.get("vevent", []):
        yield {
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "status": event.status.value,
            "summary": event.summary.value,
            "startsAt": told(event.dtstart.value),
            "endsAt": told(event.dtend.value if hasattr(event, "dtend") else None),
            "stampedAt": told(event.dtstamp.value),
        }


calendar = sys.stdin.buffer.read().decode("utf-8")
json.dump(
    {"icalendar": list(with_icalendar(calendar)), "vobject": list(with_vobject(calendar))}, sys.stdout
)
