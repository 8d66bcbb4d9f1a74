"""Why something is grey for a Standard member, in the words of the sidebar and the pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def reason_text(admins: tuple[str, ...]) -> str:
    """Return why something is grey for a Standard member, with the names of the admins (domain.md 13.17)."""
    reason = QCoreApplication.translate("CenterSidebar", "Only admins can do this.")
    if not admins:
        return reason
    ask = QCoreApplication.translate("CenterSidebar", "Ask %1.").replace("%1", ", ".join(admins))
    return f"{reason} {ask}"
