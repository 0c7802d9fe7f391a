# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the room People."""

from django.urls import path

from leadroom.people import views

urlpatterns = [
    path("", views.skills.skills_map, name="skills_map"),
    path("map/<slug:key>/", views.skills.competency, name="competency"),
    path("map/<slug:key>/evidence/", views.evidence.keep, name="keep_evidence"),
    path("evidence/<slug:key>/remove/", views.evidence.remove, name="remove_evidence"),
    path("diary/", views.diary.my_diary, name="my_diary"),
    path("diary/write/", views.diary_writing.write, name="write_diary"),
    path("diary/write/keep/", views.diary_writing.keep_new, name="keep_diary_draft"),
    path("diary/delete/", views.diary.delete_all, name="delete_diary"),
    path("diary/<slug:key>/", views.diary.entry, name="diary_entry"),
    path("diary/<slug:key>/change/", views.diary_writing.change, name="change_diary_entry"),
    path("diary/<slug:key>/keep/", views.diary_writing.keep_change, name="keep_diary_change"),
    path("diary/<slug:key>/delete/", views.diary.delete, name="delete_diary_entry"),
    path("diary/<slug:key>/promote/", views.diary.promote, name="promote_diary_entry"),
    path("diary.json", views.diary.as_json, name="my_diary_json"),
    path("diary.html", views.diary.as_html, name="my_diary_html"),
    path("profiling/", views.profiling.profiling, name="profiling"),
    path("profiling/start/", views.profiling.start, name="start_profiling"),
    path("profiling/role/", views.profiling.change_role_profile, name="change_role_profile"),
    path("profiling/finish/", views.profiling.finish, name="finish_profiling"),
    path("profiling/set-aside/", views.profiling.set_aside, name="set_aside_profiling"),
    path("profiling/widen/", views.profiling.widen, name="widen_profiling"),
    path("profiling/question/<slug:key>/", views.question.question, name="question"),
    path("profiling/question/<slug:key>/note/", views.question.keep_note, name="keep_note"),
    path("profile/", views.profile.my_profile, name="my_profile"),
    path("profile.csv", views.profile.as_csv, name="my_profile_csv"),
    path("profile.json", views.profile.as_json, name="my_profile_json"),
    path("profile.pdf", views.profile.as_pdf, name="my_profile_pdf"),
    path("rounds/", views.feedback.feedback_rounds, name="feedback_rounds"),
    path("rounds/open/", views.feedback.open_feedback, name="open_feedback"),
    path("rounds/propose/<slug:member>/", views.feedback.propose_feedback, name="propose_feedback"),
    path("rounds/<slug:key>/", views.feedback.feedback_round, name="feedback_round"),
    path("rounds/<slug:key>/decline/", views.feedback.decline_proposal, name="decline_proposal"),
    path("rounds/<slug:key>/close/", views.feedback.close_feedback, name="close_feedback"),
    path("rounds/<slug:key>/call-off/", views.feedback.call_off_feedback, name="call_off_feedback"),
    path("rounds/<slug:key>/rate/", views.feedback.rate_feedback, name="rate_feedback"),
    path("rounds/<slug:key>/talk/", views.talk.talk, name="talk"),
    path("rounds/<slug:key>/talk.pdf", views.talk.talk_pdf, name="talk_pdf"),
    path("asked/<slug:council_key>/<str:token>/", views.rating.rate, name="rate"),
    path("asked/<slug:council_key>/<str:token>/send/", views.rating.send_ratings, name="send_ratings"),
    path("asked/<slug:council_key>/<str:token>/decline/", views.rating.decline_rating, name="decline_rating"),
    path(
        "asked/<slug:council_key>/<str:token>/<slug:competency>/",
        views.rating.rate_competency,
        name="rate_competency",
    ),
    path("roles/", views.roles.role_profiles, name="role_profiles"),
    path("roles/add/", views.roles.add, name="add_role_profile"),
    path("roles/<slug:key>/", views.roles.role_profile, name="role_profile"),
    path("roles/<slug:key>/adjust/<slug:area>/", views.roles.adjust, name="adjust_role_profile"),
    path("roles/<slug:key>/retire/", views.roles.retire, name="retire_role_profile"),
]
