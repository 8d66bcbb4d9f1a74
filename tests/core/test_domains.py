"""Domains as people type them, and which addresses they allow."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.addresses import domain_allowed, domain_of, parse_domain
from bcdesktop.core.errors import InputRefused, ValueMalformed, ValueMissing


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("example.com", "example.com"),
        ("@Example.COM", "example.com"),
        (" example.com \n", "example.com"),
        ("@ example.com", "example.com"),
        ("example.com.", "example.com"),
        ("mail.example.co.uk", "mail.example.co.uk"),
        ("3m.com", "3m.com"),
        ("x--y.com", "x--y.com"),
        ("\u200bexample.com\ufeff", "example.com"),
        ("bücher.de", "xn--bcher-kva.de"),
        ("BU\u0308CHER.DE", "xn--bcher-kva.de"),
        ("XN--BCHER-KVA.de", "xn--bcher-kva.de"),
        ("straße.de", "xn--strae-oqa.de"),
        ("例子。中国", "xn--fsqu00a.xn--fiqs8s"),
        ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
        ("हिन्दी.भारत", "xn--j2bd4cyah0f.xn--h2brj9c"),
    ],
)
def test_a_domain_has_one_form(text: str, domain: str) -> None:
    assert parse_domain(text) == domain
    assert parse_domain(domain) == domain


@pytest.mark.parametrize("text", ["", "  ", "@", " @ ", "\u200b"])
def test_an_empty_domain_is_missing_at_its_field(text: str) -> None:
    with pytest.raises(ValueMissing) as caught:
        parse_domain(text, "domain")
    assert caught.value.field == "domain"


@pytest.mark.parametrize(
    "text",
    [
        "*.example.com",
        "example",
        "john@example.com",
        "@@example.com",
        "example..com",
        ".example.com",
        "-example.com",
        "example-.com",
        "exam ple.com",
        "exam_ple.com",
        "https://example.com",
        "example.com/path",
        "example.com:25",
        "example.com, example.org",
        "192.168.0.1",
        "xn--zzzzzzzzz-.com",
        "xn--abc-.com",
        "xn--.com",
        "exa\u202emple.com",
        "a" * 64 + ".com",
        "ü" * 60 + ".com",
        ".".join(["a" * 60] * 5),
        "a." * 100_000 + "com",
    ],
)
def test_what_is_no_domain_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(ValueMalformed) as caught:
        parse_domain(text)
    assert (caught.value.field, caught.value.expected) == ("allowed_domains", "domain")


@given(st.text(alphabet=st.sampled_from("aAüßÄ例.-@x1 *n\u0308\u200b\u202e") | st.characters(), max_size=30))
def test_any_text_is_a_domain_in_one_form_or_refused(text: str) -> None:
    with contextlib.suppress(InputRefused):
        domain = parse_domain(text)
        assert parse_domain(domain) == domain
        assert domain.isascii()
        assert domain_of(f"ann@{domain}") == domain


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("Ann@Example.COM", "example.com"),
        ("a@b@example.com", "example.com"),
        ("ann@bücher.de", "xn--bcher-kva.de"),
        ("ann", ""),
        ("ann@", ""),
        ("ann@Not A Domain", "not a domain"),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("address", "domains", "allowed"),
    [
        ("ann@example.com", ["example.com"], True),
        ("ann@EXAMPLE.com", ["example.com"], True),
        ("ann@mail.example.com", ["example.com"], True),
        ("ann@example.com", ["other.org", "example.com"], True),
        ("ann@bücher.de", ["xn--bcher-kva.de"], True),
        ("ann@xn--bcher-kva.de", ["bücher.de"], True),
        ("ann@notexample.com", ["example.com"], False),
        ("ann@example.com.evil.org", ["example.com"], False),
        ("ann@example.com", ["mail.example.com"], False),
        ("example.com@evil.org", ["example.com"], False),
        ("ann@strasse.de", ["straße.de"], False),
        ("ann@еxample.com", ["example.com"], False),
        ("ann@example.com", [], False),
        ("ann", ["example.com"], False),
        ("ann", [""], False),
    ],
)
def test_an_address_is_allowed_at_a_domain_and_below_it(address: str, domains: list[str], allowed: bool) -> None:
    assert domain_allowed(address, domains) is allowed
