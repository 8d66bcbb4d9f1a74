"""How the functions of ad accounts, other assets, billing, ads and readiness are called, for the policy test.

Values are ``lambda c, a, w``: context, actor, World with ``w.link_id`` and ``w.request_id``.
"""

from __future__ import annotations

from typing import Any

FORBIDDEN_TO_STANDARD: dict[Any, Any] = {}
ASSIGNED_ONLY: dict[Any, Any] = {}
ALLOWED_TO_STANDARD: dict[Any, Any] = {}
