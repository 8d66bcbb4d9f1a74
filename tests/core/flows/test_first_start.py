"""The order of A4-13 to A4-15, the example agency, and the form that comes out."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import InputRefused, ValueMalformed, ValueMissing, ValueTooShort
from bcdesktop.core.flows.first_start import (
    Authorise,
    Business,
    FirstStart,
    LogIn,
    Recovery,
    Start,
    Welcome,
    You,
)

BUSINESS = Business(" Lantern ", "de", "Europe/Berlin", "eur", "Hafenweg 1", "Campaigns")
YOU = You("Nora", "nora@Example.com", "linden-harbour-42")
ANSWERS = [Welcome(), LogIn("abc", "mara"), BUSINESS, YOU, Authorise(True), Recovery(True)]


def walk(flow, count):
    for answer in ANSWERS[:count]:
        flow.next(answer)
    return flow


def test_the_steps_come_in_the_order_of_the_sources():
    assert FirstStart().path() == ("welcome", "log_in", "business", "you", "authorise", "recovery")


def test_all_answers_make_the_form():
    new = walk(FirstStart(), 6).new_business_center()
    assert (new.log_in_id, new.name, new.country, new.currency) == ("abc", "Lantern", "DE", "EUR")
    assert (new.person_name, new.email, new.password) == ("Nora", "nora@example.com", "linden-harbour-42")


def test_the_example_agency_ends_at_once():
    flow = FirstStart()
    flow.next(Welcome(Start.EXAMPLE))
    assert (flow.path(), flow.is_complete) == (("welcome",), True)


@pytest.mark.parametrize(
    ("count", "answer", "error", "field"),
    [
        (1, LogIn("", ""), ValueMissing, "log_in_id"),
        (2, Business("", "DE", "Europe/Berlin", "EUR", "x", "y"), ValueMissing, "name"),
        (2, Business("x", "DEU", "Europe/Berlin", "EUR", "x", "y"), ValueMalformed, "country"),
        (3, You("", "a@x.de", "linden-harbour-42"), ValueMissing, "person_name"),
        (3, You("x", "a", "linden-harbour-42"), ValueMalformed, "email"),
        (3, You("x", "a@x.de", "short"), ValueTooShort, "password"),
        (4, Authorise(False), ValueMissing, "agreed"),
        (5, Recovery(False), ValueMissing, "kept"),
    ],
)
def test_a_wrong_answer_is_refused_at_its_field(count, answer, error, field):
    flow = walk(FirstStart(), count)
    step = flow.step
    with pytest.raises(error) as caught:
        flow.next(answer)
    assert (caught.value.field, flow.step) == (field, step)


@pytest.mark.parametrize("count", range(5))
def test_there_is_no_form_before_the_authorisation(count):
    with pytest.raises(InputRefused):
        walk(FirstStart(), count).new_business_center()


def test_the_password_is_in_no_description():
    flow = walk(FirstStart(), 6)
    assert "linden" not in str(flow.describe()) + repr(YOU)
