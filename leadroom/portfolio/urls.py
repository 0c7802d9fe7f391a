# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the room Portfolio."""

from django.urls import path

from leadroom.portfolio import views

urlpatterns = [
    path("", views.portfolio.portfolio, name="portfolio"),
    path("initiatives.csv", views.portfolio.as_csv, name="portfolio_csv"),
    path("views/save/", views.portfolio.save_view, name="save_view"),
    path("views/<slug:key>/forget/", views.portfolio.forget_view, name="forget_view"),
    path("bulk/", views.portfolio.bulk, name="portfolio_bulk"),
    path("capacity/", views.capacity.capacity, name="capacity"),
    path("capacity/undo/", views.capacity.undo, name="capacity_undo"),
    path("capacity.csv", views.capacity.as_csv, name="capacity_csv"),
    path("capacity/teams/add/", views.capacity.add_team, name="add_team"),
    path("capacity/teams/<slug:key>/", views.capacity.team, name="team"),
    path("capacity/teams/<slug:key>/remove/", views.capacity.remove_team, name="remove_team"),
    path("capacity/teams/<slug:key>/plan/", views.capacity.plan_change, name="plan_change"),
    path("capacity/changes/<slug:key>/forget/", views.capacity.forget_change, name="forget_change"),
    path("capacity/preset/", views.capacity.use_preset, name="use_preset"),
    path("capacity/terms/", views.capacity.terms, name="terms"),
    path("capacity/freezes/add/", views.capacity.add_freeze, name="add_freeze"),
    path("capacity/freezes/<slug:key>/remove/", views.capacity.remove_freeze, name="remove_freeze"),
    path("pack/", views.pack.pack, name="pack"),
    path("pack/take/", views.pack.take, name="take"),
    path("pack/news/<slug:key>/", views.pack.take_news, name="take_news"),
    path("triage/", views.triage.triage, name="triage"),
    path("initiatives/<slug:key>/triage/", views.triage.triage_initiative, name="triage_initiative"),
    path("add/", views.initiative.choose_track, name="choose_track"),
    path("add/<slug:track>/", views.initiative.add, name="add_initiative"),
    path("initiatives/<slug:key>/", views.initiative.initiative, name="initiative"),
    path("initiatives/<slug:key>/change/", views.initiative.change, name="change_initiative"),
    path("initiatives/<slug:key>/deadline/", views.initiative.move_deadline, name="move_deadline"),
    path("initiatives/<slug:key>/status/", views.initiative.set_status, name="set_status"),
    path("initiatives/<slug:key>/way/", views.initiative.choose_way, name="choose_way"),
    path("initiatives/<slug:key>/move/<slug:track>/", views.initiative.move, name="move_initiative"),
    path("initiatives/<slug:key>/waits/", views.initiative.let_wait, name="let_wait"),
    path(
        "initiatives/<slug:key>/waits/<slug:before>/end/", views.initiative.let_go_ahead, name="let_go_ahead"
    ),
    path("initiatives/<slug:key>/early/", views.early.early, name="early"),
    path("early/<slug:key>/ask/", views.early.ask, name="ask_early"),
    path("early/<slug:key>/take-away/", views.early.take_away, name="take_away_chief"),
    path("early/<slug:key>/", views.early.answer_early, name="answer_early"),
    path("asked/<slug:council_key>/<str:token>/", views.early.asked_early, name="asked_early"),
    path("headroom/", views.headroom.headroom, name="headroom"),
    path("ambition/", views.ambition.ambition, name="ambition"),
    path("ambition/decide/", views.ambition.decide, name="decide_ambition"),
    path("decisions/", views.decisions.decisions, name="decisions"),
    path("decisions/<slug:key>/", views.decisions.decision, name="decision"),
    path("decisions/<slug:key>/decision.pdf", views.decisions.as_pdf, name="decision_pdf"),
    path("levels/", views.levels.bulk, name="bulk_levels"),
    path("initiatives/<slug:key>/levels/", views.levels.levels, name="levels"),
    path("plans/", views.plans.plans, name="plans"),
    path("plans/find/", views.plans.find, name="find_plan"),
    path("plans/<slug:key>/", views.plan.plan, name="plan"),
    path("plans/<slug:key>/stop/", views.plan.stop, name="stop_plan"),
    path("plans/<slug:key>/what-if/", views.plan.what_if, name="what_if"),
    path("plans/<slug:key>/ways-out/<slug:way>/", views.plan.try_way_out, name="try_way_out"),
    path("plans/<slug:key>/redraw/", views.plan.redraw, name="redraw_plan"),
    path("plans/<slug:key>/decide/", views.plan.decide, name="decide_plan"),
    path("plans/<slug:key>/remove/", views.plans.remove, name="remove_plan"),
]
