"""What the columns and the roles of an imported table may be called: in English, German, French and Spanish."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole

T = TypeVar("T", bound=StrEnum)

MEMBER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "email": (
        *("E-mail", "Mail", "E-mail address", "Mail address", "E-Mail-Adresse", "Mailadresse"),
        *("Adresse e-mail", "Adresse mail", "Courriel", "Adresse électronique"),
        *("Correo", "Correo electrónico", "Dirección de correo", "E-Mail 1 - Value"),
    ),
    "name": (
        *("Name", "Full name", "Vollständiger Name"),
        *("Nom", "Nom complet", "Nombre", "Nombre completo"),
    ),
    "role": ("Role", "Business Center role", "User role", "Rolle", "Rôle", "Rol", "Función"),
    "finance_role": ("Finance role", "Finance", "Finanzrolle", "Rôle financier", "Rol financiero", "Rol de finanzas"),
    "state": ("State", "Status", "Zustand", "Statut", "État", "Estado"),
}
ACCESS_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "handle": (
        *("Handle", "TikTok account", "Account", "TikTok handle", "User name", "Username", "TikTok-Konto", "Konto"),
        *("Benutzername", "Compte", "Compte TikTok", "Nom d'utilisateur", "Cuenta", "Cuenta de TikTok", "Usuario"),
    ),
    "person": (
        *(
            "E-mail",
            "Person",
            "Member",
            "Who",
            "E-mail or partner id",
            "E-mail or Business Center ID",
            "E-mail address",
            "Mail",
        ),
        *("Mitglied", "E-Mail-Adresse", "Membre", "Personne", "Courriel", "Adresse e-mail"),
        *("Miembro", "Persona", "Correo", "Correo electrónico"),
    ),
    "partner": (
        *("Partner", "Partner id", "Business Center id", "Partner-ID", "Partenaire", "Id du partenaire"),
        *("Socio", "Id del socio"),
    ),
    "role": ("Role", "Access", "Rolle", "Zugriff", "Rôle", "Accès", "Rol", "Acceso"),
    "owner": ("Owner", "Shared by", "Eigentümer", "Geteilt von", "Propriétaire", "Partagé par", "Compartido por"),
}

_NONE = frozenset({"", "none", "no", "noaccess", "keine", "kein", "keiner", "aucun", "aucune", "ninguno", "ninguna"})
_GONE = frozenset(
    {
        *("removed", "left", "declined", "unbound", "rejected", "entfernt", "abgelehnt", "gegangen"),
        *("supprime", "retire", "refuse", "eliminado", "rechazado"),
    }
)
_MEMBER_ROLES = {
    BusinessCenterRole.ADMIN: ("admin", "administrator", "administrateur", "administrador"),
    BusinessCenterRole.STANDARD: (
        *("standard", "member", "standardmember", "user", "mitglied", "standardmitglied", "benutzer"),
        *("membre", "utilisateur", "estandar", "miembro", "usuario"),
    ),
}
_FINANCE_ROLES = {
    FinanceRole.MANAGER: (
        *("financemanager", "manager", "finanzmanager", "finanzverwalter"),
        *("gestionnairefinancier", "responsablefinancier", "gestorfinanciero", "gestordefinanzas"),
    ),
    FinanceRole.ANALYST: (
        *("financeanalyst", "analyst", "finanzanalyst", "analystefinancier", "analyste"),
        *("analistafinanciero", "analistadefinanzas", "analista"),
    ),
}
_ACCOUNT_ROLES = {
    AssetRole.OPERATOR: ("operator", "betreiber", "bediener", "operateur", "operador"),
    AssetRole.ANALYST: ("analyst", "analytiker", "analyste", "analista"),
}


def folded(text: str) -> str:
    """Return ``text`` without case, accents, blanks and signs."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in parts if sign.isalnum())


def says_none(text: str) -> bool:
    """Tell whether a cell says "none" in one of the languages; an empty one and a dash do too."""
    return folded(text) in _NONE


def says_gone(text: str) -> bool:
    """Tell whether the state in a row is that of somebody who left or declined."""
    return folded(text) in _GONE


def member_role(text: str) -> BusinessCenterRole | None:
    """Return the role a cell names, None for a word that is none."""
    return _named(_MEMBER_ROLES, text)


def finance_role(text: str) -> FinanceRole | None:
    """Return the finance role a cell names, None for a word that is none."""
    return _named(_FINANCE_ROLES, text)


def account_role(text: str) -> AssetRole | None:
    """Return the role on an account a cell names, None for a word that is none."""
    return _named(_ACCOUNT_ROLES, text)


def _named(words: Mapping[T, tuple[str, ...]], text: str) -> T | None:
    wanted = folded(text)
    return next((role for role, names in words.items() if wanted in names), None)
