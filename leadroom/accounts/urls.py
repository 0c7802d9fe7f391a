# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Addresses of sign-in, one's own account and the council's administration.

allauth's pages are wired one by one, under its own names: what is not here does not exist.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.http import HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_http_methods, require_safe

from leadroom.accounts.views import council, demo, invitations, join, me, people, record, sign_in, units

View = Callable[..., HttpResponse]


def _form(view: Any) -> View:
    return require_http_methods(["GET", "HEAD", "POST"])(view)


def _read(view: Any) -> View:
    return require_safe(view)


SIGN_IN: list[URLPattern] = [
    path("sign-in/", _form(allauth.login), name="account_login"),
    path("sign-in/passkey/", _form(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/code/", _form(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/closed/", _read(allauth.account_inactive), name="account_inactive"),
    path("sign-in/new-password/", sign_in.reset_password, name="account_reset_password"),
    path(
        "sign-in/new-password/sent/", _read(allauth.password_reset_done), name="account_reset_password_done"
    ),
    path(
        "sign-in/new-password/done/",
        _read(allauth.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sign-in/new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _form(allauth.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("join/<slug:council_key>/<str:token>/", join.join, name="join"),
]

ACCOUNT: list[URLPattern] = [
    path("account/", me.account, name="my_account"),
    path("account/elsewhere/", me.sign_out_elsewhere, name="my_other_sessions"),
    path("account/council/<slug:council_key>/", me.switch_council, name="my_council"),
    path("account/secure/", sign_in.secure, name="secure_sign_in"),
    path("account/password/", _form(allauth.password_change), name="account_change_password"),
    path("account/password/first/", _form(allauth.password_set), name="account_set_password"),
    path("account/confirm/", _form(allauth.reauthenticate), name="account_reauthenticate"),
    path("account/confirm/code/", _form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey/",
        _form(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/methods/", sign_in.methods, name="mfa_index"),
    path("account/app/add/", _form(totp.activate_totp), name="mfa_activate_totp"),
    path("account/app/remove/", _form(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/passkeys/", sign_in.methods, name="mfa_list_webauthn"),
    path("account/passkeys/add/", _form(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/name/", _form(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove/", sign_in.remove_passkey, name="mfa_remove_webauthn"),
    path("account/recovery-codes/", sign_in.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/recovery-codes/new/",
        _form(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/recovery-codes/download/", sign_in.recovery_codes_file, name="mfa_download_recovery_codes"),
]

COUNCIL: list[URLPattern] = [
    path("council/", people.people, name="council_people"),
    path("council/people.csv", people.people_csv, name="council_people_csv"),
    path("council/people/<slug:key>/", people.person, name="council_person"),
    path("council/people/<slug:key>/close/", people.deactivate, name="council_deactivate"),
    path("council/people/<slug:key>/open/", people.reactivate, name="council_reactivate"),
    path("council/invitations/", invitations.invitations, name="council_invitations"),
    path("council/invitations/<slug:key>/send/", invitations.resend, name="council_resend"),
    path("council/invitations/<slug:key>/withdraw/", invitations.withdraw, name="council_withdraw"),
    path("council/units/", units.units, name="council_units"),
    path("council/units/<slug:key>/", units.unit, name="council_unit"),
    path("council/units/<slug:key>/delete/", units.delete, name="council_delete_unit"),
    path("council/settings/", council.settings, name="council_settings"),
    path("council/settings/colour/", council.colour, name="council_colour"),
    path("council/settings/directory/", council.link, name="council_link"),
    path("council/record/", record.record, name="council_record"),
    path("council/record.csv", record.record_csv, name="council_record_csv"),
    path("council/record/mail/<slug:key>/", record.send_again, name="council_send_again"),
]

DEMO: list[URLPattern] = [
    path("demo/", demo.people, name="demo_people"),
    path("demo/<slug:council_key>/<slug:code>/", demo.step_in, name="demo_step_in"),
]

# Outside a demo the door is not locked: it is not there.
urlpatterns = [*SIGN_IN, *ACCOUNT, *COUNCIL, *(DEMO if settings.DEMO else [])]
