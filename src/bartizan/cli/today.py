"""Which day it is, for those who decide whether something is out of date."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Return today's date; SOURCE_DATE_EPOCH, which reproducible builds set, goes before the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) < 12:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()
