# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Texts are gathered from code and templates without gettext's own programs."""

from pathlib import Path

import pytest

from tools import texts

TEMPLATE = """{# SPDX #}{% extends "ui/base.html" %}
  {% translate "Plain" %} {{ _("In a variable") }} {% card title=_("In a tag") %}
    {# Translators: a note #}
    {% blocktranslate trimmed with name=person.name %}
      Dear {{ name }}, welcome
    {% endblocktranslate %}
  {% blocktranslate count n=many %}One{% plural %}{{ n }} things{% endblocktranslate %}
  {% translate "May" context "month" %}
"""
CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
A = _("In code")
B = ngettext("%(n)d day", "%(n)d days", 2)
C = pgettext("month", "May")
D = _(
    "Over "
    "two lines"
)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(texts, "SOURCES", tmp_path / "leadroom")
    monkeypatch.setattr(texts, "LOCALE", tmp_path / "locale")
    (tmp_path / "leadroom" / "templates").mkdir(parents=True)
    (tmp_path / "leadroom" / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "leadroom" / "code.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def test_texts_of_every_kind_are_found(project: Path) -> None:
    found = {(message.context, message.id) for message in texts.gathered() if message.id}

    assert found == {
        *(
            (None, text)
            for text in ("Plain", "In a variable", "In a tag", "Dear %(name)s, welcome", "In code")
        ),
        *((None, "Over two lines"), ("month", "May")),
        *((None, ("One", "%(n)s things")), (None, ("%(n)d day", "%(n)d days"))),
    }


def test_gathering_twice_changes_nothing_and_keeps_what_was_translated(project: Path) -> None:
    texts.gather()
    path = texts.path_of("da")
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgid "In code"\nmsgstr ""', 'msgid "In code"\nmsgstr "I kode"'
        )
    )
    texts.gather()
    first = path.read_bytes()

    texts.gather()

    assert path.read_bytes() == first
    assert texts.catalogue("da").get("In code").string == "I kode"


def test_text_that_is_gone_goes(project: Path) -> None:
    texts.gather()
    (project / "leadroom" / "code.py").write_text("", encoding="utf-8")

    texts.gather()

    assert texts.catalogue("sv").get("In code") is None
    assert "#~" not in texts.path_of("sv").read_text(encoding="utf-8")
