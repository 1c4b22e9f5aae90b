"""The six kinds of threat, and the property that each of them breaks."""

from __future__ import annotations

from enum import StrEnum


class Stride(StrEnum):
    """A kind of threat, in the order of the word (Kohnfelder and Garg, Microsoft, 1999)."""

    SPOOFING = "spoofing"
    TAMPERING = "tampering"
    REPUDIATION = "repudiation"
    INFORMATION_DISCLOSURE = "information disclosure"
    DENIAL_OF_SERVICE = "denial of service"
    ELEVATION_OF_PRIVILEGE = "elevation of privilege"

    @property
    def breaks(self) -> str:
        """The property that is lost, which a control against it serves."""
        return _BREAKS[self]

    @property
    def letter(self) -> str:
        """Its letter in STRIDE."""
        return self.value[0].upper()


_BREAKS = {
    Stride.SPOOFING: "authenticity",
    Stride.TAMPERING: "integrity",
    Stride.REPUDIATION: "accountability",
    Stride.INFORMATION_DISCLOSURE: "confidentiality",
    Stride.DENIAL_OF_SERVICE: "availability",
    Stride.ELEVATION_OF_PRIVILEGE: "authorization",
}
