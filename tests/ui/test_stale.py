# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a form has seen, and the page for a save that came second."""

import pytest
from django import forms
from django.test import RequestFactory

from leadroom.kit.seen import ChangedMeanwhile, fingerprint, is_news
from leadroom.ui.stale import Difference, differences, seen

SAVED = {"name": "Roads", "share": ["a"]}


class Thing(forms.Form):
    """A form with a word and a choice."""

    name = forms.CharField(label="Name", required=False)
    share = forms.MultipleChoiceField(label="Share", choices=[("a", "Anna"), ("b", "Bo")], required=False)


def test_fingerprint_knows_values_not_their_order() -> None:
    assert fingerprint({"a": 1, "b": "x"}) == fingerprint({"b": "x", "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert len(fingerprint({})) == 16


def test_what_is_saved_already_is_no_news_whatever_was_seen() -> None:
    assert [is_news(was, saved=SAVED, wanted=SAVED) for was in (None, "", "old", fingerprint(SAVED))] == [
        False
    ] * 4


def test_news_needs_to_have_seen_what_is_saved() -> None:
    wanted = SAVED | {"name": "Streets"}

    assert [is_news(was, saved=SAVED, wanted=wanted) for was in (None, fingerprint(SAVED))] == [True, True]
    for was in ("", "old"):
        with pytest.raises(ChangedMeanwhile) as refused:
            is_news(was, saved=SAVED, wanted=wanted)
        assert refused.value.saved == SAVED


def test_a_form_that_comes_back_has_seen_what_it_showed_first() -> None:
    get, post = RequestFactory().get("/"), RequestFactory().post("/", {"seen": "first"})

    assert seen(get, SAVED) == fingerprint(SAVED)
    assert seen(get, SAVED, {"seen": "before the language changed"}) == "before the language changed"
    assert seen(post, SAVED) == "first"
    assert seen(RequestFactory().post("/"), SAVED) == ""


def test_differences_are_told_in_words() -> None:
    form = Thing({"name": "", "share": ["b", "a"]})

    assert differences(form, SAVED, {"name": str.upper}) == [
        Difference("Name", "ROADS", "Nothing", is_different=True),
        Difference("Share", "Anna", "Anna, Bo", is_different=True),
    ]
