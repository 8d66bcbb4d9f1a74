"""Domains of e-mail addresses in one form, and which of them a Business Center allows (domain.md 1.1.7, 6.1.10)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bcdesktop.core.errors import ValueMalformed, ValueMissing

_DOMAIN_CHARACTERS = 253
_LABEL_CHARACTERS = 63
_DOTS = str.maketrans("。．｡", "...")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))


def parse_domain(text: str, field: str = "allowed_domains") -> str:
    """Return the domain in ``text``, "@Example.com" or "bücher.de ", in its one form: lower case, as the net writes it.

    A domain with other letters than a to z becomes "xn--bcher-kva.de", so that two that look alike stay two.
    Raises ValueMissing, or ValueMalformed for what is none: "*.example.com", an address, a single word, numbers.
    """
    domain = text.translate(_UNSEEN).strip().removeprefix("@").strip()
    if not domain:
        raise ValueMissing(field)
    found = _one_form(domain)
    if found is None or "." not in found or not has_domain_form(found):
        raise ValueMalformed(field, "domain")
    return found


def domain_of(address: str) -> str:
    """Return the domain of ``address`` in the form that ``parse_domain`` gives; "" for a text without one."""
    domain = address.rpartition("@")[2].strip() if "@" in address else ""
    return _one_form(domain) or domain.lower()


def domain_allowed(address: str, domains: Sequence[str]) -> bool:
    """Tell whether ``address`` is at one of ``domains`` or at a subdomain of one. Of no domains none is allowed."""
    own = domain_of(address)
    allowed = {_one_form(domain) or domain.lower() for domain in domains} - {""}
    return any(own == domain or own.endswith(f".{domain}") for domain in allowed)


def has_domain_form(domain: str) -> bool:
    """Tell whether ``domain`` has only labels that a domain can have and does not end as a number of the net does."""
    found = _one_form(domain)
    return found is not None and not found.rpartition(".")[2].isdigit()


def _one_form(domain: str) -> str | None:
    labels = domain[: 2 * _DOMAIN_CHARACTERS].translate(_DOTS).removesuffix(".").split(".")
    formed = [_label(label) for label in labels]
    joined = ".".join(label for label in formed if label)
    return joined if all(formed) and len(joined) <= _DOMAIN_CHARACTERS else None


def _label(label: str) -> str | None:
    """Return one label as the net writes it (punycode, RFC 3492), None where it cannot be one."""
    label = unicodedata.normalize("NFKC", label[: _LABEL_CHARACTERS + 1]).lower()
    letters = all(sign.isalnum() or sign == "-" or unicodedata.category(sign)[0] == "M" for sign in label)
    if not label or not letters or label[0] == "-" or label[-1] == "-" or len(label) > _LABEL_CHARACTERS:
        return None
    if label.isascii():
        return label if not label.startswith("xn--") or _is_honest(label) else None
    formed = "xn--" + unicodedata.normalize("NFC", label).encode("punycode").decode("ascii")
    return formed if len(formed) <= _LABEL_CHARACTERS else None


def _is_honest(label: str) -> bool:
    """Tell whether an encoded label is the one form of what it reads as."""
    try:
        plain = label.removeprefix("xn--").encode("ascii").decode("punycode")
    except ValueError:
        return False
    return not plain.isascii() and _label(plain) == label
