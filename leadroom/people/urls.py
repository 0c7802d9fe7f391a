# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the room People."""

from django.urls import path

from leadroom.people import views

urlpatterns = [
    path("", views.skills.skills_map, name="skills_map"),
    path("map/<slug:key>/", views.skills.competency, name="competency"),
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
    path("plan/", views.plan.my_plan, name="my_plan"),
    path("plan.pdf", views.plan.as_pdf, name="my_plan_pdf"),
    path("plan.ics", views.plan.as_ics, name="my_plan_ics"),
    path("plan/add/", views.plan.add, name="add_plan_action"),
    path("plan/begin/", views.plan.begin, name="begin_plan_action"),
    path("plan/letters/", views.plan.reminders, name="plan_letters"),
    path("plan/team/", views.plan.team, name="team_plans"),
    path("plan/<slug:key>/", views.plan_action.plan_action, name="plan_action"),
    path("plan/<slug:key>/change/", views.plan.change, name="change_plan_action"),
    path("plan/<slug:key>/share/", views.plan_action.share, name="share_plan_action"),
    path("plan/<slug:key>/take-back/", views.plan_action.take_back, name="take_back_plan_action"),
    path("plan/<slug:key>/agree/", views.plan_action.agree, name="agree_plan_action"),
    path("plan/<slug:key>/suggest/", views.plan_action.suggest, name="suggest_plan_action"),
    path("plan/<slug:key>/keep/", views.plan_action.keep, name="keep_plan_action"),
    path("plan/<slug:key>/start/", views.plan_action.start, name="start_plan_action"),
    path("plan/<slug:key>/review/", views.plan_action.review, name="review_plan_action"),
    path("plan/<slug:key>/done/", views.plan_action.finish, name="finish_plan_action"),
    path("plan/<slug:key>/drop/", views.plan_action.drop, name="drop_plan_action"),
    path("plan/<slug:key>/reopen/", views.plan_action.reopen, name="reopen_plan_action"),
    path("roles/", views.roles.role_profiles, name="role_profiles"),
    path("roles/add/", views.roles.add, name="add_role_profile"),
    path("roles/<slug:key>/", views.roles.role_profile, name="role_profile"),
    path("roles/<slug:key>/adjust/<slug:area>/", views.roles.adjust, name="adjust_role_profile"),
    path("roles/<slug:key>/retire/", views.roles.retire, name="retire_role_profile"),
]
