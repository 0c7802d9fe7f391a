# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the portfolio keeps about a person."""

from leadroom.portfolio import actions
from leadroom.portfolio.exports import personal_data


def test_person_gets_what_is_hers_and_nothing_of_others(post, mia, ada, inside):
    with inside(ada):
        actions.change(post, by=ada, facts={"lead": mia.person})
        asked = actions.name_chief(post, mia.person, by=ada)
        actions.name_chief(post, ada.person, by=ada)
        actions.save_view("Hers", "track=MANDATED", by=ada)
    with inside(mia):
        actions.answer_early(asked, {"timing": "In spring", "ambition": "", "resources": ""}, by=mia)
        (told,) = personal_data(mia)

    assert told["sponsors_or_leads"] == ["Digital Post, phase 2"]
    assert [each["timing"] for each in told["asked_early"]] == ["In spring"]
    assert told["saved_views"] == []
