# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every component draws every example, in every language, and refuses what it does not know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.http import HttpRequest
from django.template import TemplateSyntaxError, engines
from django.test import Client, RequestFactory, override_settings
from django.utils.translation import override

import leadroom.ui
from leadroom.ui import icons, samples
from leadroom.ui.gallery import EXAMPLES, Example
from leadroom.ui.parts import Task
from leadroom.ui.templatetags import ui, ui_forms

UI = Path(leadroom.ui.__file__).parent
# Parts of the shell or of other components: no examples of their own.
SHELL = {"mark", "version", "theme_url", "room_nav", "language_switch"}


def examples() -> Iterator[tuple[str, Example]]:
    for component, several in EXAMPLES.items():
        for example in several:
            yield component, example


def draw(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context, RequestFactory().get("/"))


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/gallery/")


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize(
    ("component", "example"), list(examples()), ids=lambda one: getattr(one, "name", one)
)
def test_every_example_draws(component: str, example: Example, language: str, request_: HttpRequest) -> None:
    with override(language):
        html = example.render(request_)

    assert html.strip()
    assert re.findall(r"style=|<script|\son\w+=", html) == []


def test_every_component_has_examples() -> None:
    assert {*ui.register.tags, *ui_forms.register.tags} - SHELL == set(EXAMPLES)


def test_every_style_sheet_is_imported_once() -> None:
    folder = UI / "static" / "ui"
    imported = re.findall(r'@import url\("([\w.]+)"\)', (folder / "leadroom.css").read_text())

    assert sorted(imported) == sorted({path.name for path in folder.glob("*.css")} - {"leadroom.css"})


def test_every_template_declares_no_style_and_no_script() -> None:
    for path in UI.rglob("*.html"):
        assert re.findall(r'style="|<style|<script>|hx-on|javascript:', path.read_text()) == [], path.name


def test_an_unknown_argument_is_an_error() -> None:
    with pytest.raises(TemplateSyntaxError):
        draw('{% button "Save" colour="red" %}')


@pytest.mark.parametrize(
    "source", ['{% button "x" kind="loud" %}', '{% tag "x" "purple" %}', '{% icon "unicorn" %}']
)
def test_an_unknown_kind_is_an_error(source: str) -> None:
    with pytest.raises(KeyError):
        draw(source)


def test_what_people_write_is_escaped() -> None:
    assert "<b>" not in draw(
        "{% note text %}{% card text %}{{ text }}{% endcard %}{% tag text %}", text="<b>bold</b>"
    )


def test_a_field_ties_its_hint_and_error_to_the_control() -> None:
    html = draw("{% field form.goal %}", form=samples.refused_form("x"))

    assert 'aria-describedby="xid_x-goal-hint xid_x-goal-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="xid_x-goal-hint"' in html
    assert 'id="xid_x-goal-error"' in html


def test_choices_are_one_group_with_a_legend() -> None:
    html = draw("{% field form.level %}", form=samples.empty_form())

    assert html.count("<fieldset") == html.count("<legend") == 1
    assert html.count('type="radio"') == 5


def test_several_choices_are_ticks() -> None:
    assert draw("{% field form.share %}", form=samples.empty_form()).count('type="checkbox"') == 2


def test_the_summary_leads_to_each_wrong_control() -> None:
    form = samples.refused_form()

    html = draw("{% error_summary form %}{% field form.goal %}{% field form.level %}", form=form)

    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets == ["id_goal", "id_level_0"]
    assert all(f'id="{target}"' in html for target in targets)


def test_the_summary_is_silent_when_all_is_well() -> None:
    assert draw("{% error_summary form %}", form=samples.empty_form()).strip() == ""


@pytest.mark.parametrize(("done", "words"), [(0, "Not started"), (2, "2 of 4"), (4, "Done")])
def test_a_task_says_in_words_what_is_done(done: int, words: str) -> None:
    html = draw("{% task_list tasks %}", tasks=[Task("Users", "#", done, 4)])

    assert words in " ".join(html.split())


def test_the_main_action_can_be_a_form() -> None:
    html = draw('{% page_head "Why?" action_text="Start" action_url="/start/" action_method="post" %}')

    assert '<form method="post" action="/start/">' in html
    assert "csrfmiddlewaretoken" in html


def test_pages_keep_what_was_searched_for() -> None:
    request = RequestFactory().get("/?q=data&page=3")

    html = engines["django"].from_string("{% pagination page %}").render({"page": samples.page()}, request)

    assert 'href="?q=data&amp;page=4"' in html


def test_every_icon_is_hidden_from_screen_readers() -> None:
    assert all('aria-hidden="true"' in icons.svg(name) for name in icons.STROKES)


def test_the_gallery_is_for_demos_only(client: Client) -> None:
    assert client.get("/gallery/").status_code == 200
    with override_settings(DEMO=False):
        assert client.get("/gallery/").status_code == 404


def test_the_gallery_speaks_three_languages(client: Client) -> None:
    pages = {
        code: client.get("/gallery/", {"language": code}).content.decode() for code in ("en", "da", "sv")
    }

    assert all(f'<html lang="{code}"' in page for code, page in pages.items())


class Words(forms.Form):
    """A form that leaves all words to us, but for one."""

    name = forms.CharField(label="Name", max_length=4, widget=forms.TextInput(attrs={"placeholder": "Name"}))
    mail = forms.EmailField(label="E-mail")
    area = forms.ChoiceField(label="Area", choices=[("a", "A")])
    level = forms.ChoiceField(label="Level", choices=[("1", "One")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", widget=forms.Textarea)
    agreed = forms.BooleanField(label="We agree")
    own = forms.CharField(label="Own", error_messages={"required": "In our words"})


NOTHING_TYPED = [
    "Fill in: Name",
    "Fill in: E-mail",
    "Choose: Area",
    "Choose: Level",
    "Fill in: Note",
    "Tick: We agree",
    "In our words",
]
WRONGLY_TYPED = [
    "Name: shorten it to 4 characters",
    "E-mail: write an address like name@example.org",
    "Area: choose again, for what was chosen is not offered",
    "Level: choose again, for what was chosen is not offered",
]
WRONG = {"name": "Longer", "mail": "x", "area": "b", "level": "2", "note": "x", "agreed": "on", "own": "x"}


@pytest.mark.parametrize(("typed", "words"), [({}, NOTHING_TYPED), (WRONG, WRONGLY_TYPED)])
def test_an_error_names_its_field_and_says_the_same_twice(typed: dict[str, str], words: list[str]) -> None:
    form = Words(typed)

    html = draw("{% error_summary form %}{% for each in form %}{% field each %}{% endfor %}", form=form)

    assert re.findall(r'<li><a href="[^"]+">([^<]+)</a></li>', html) == words
    assert [text.strip() for text in re.findall(r"Error:</span>([^<]+)</span></p>", html)] == words


def test_a_label_is_never_repeated_inside_the_field() -> None:
    assert "placeholder" not in draw("{% field form.name %}", form=Words())
