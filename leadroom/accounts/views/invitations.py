# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inviting people to the council, and what became of it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import actions, forms, queries
from leadroom.accounts.models import Request, Role
from leadroom.accounts.views.parts import administrators_only, page_of, sections, typed_with_roles


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def invitations(request: Request) -> HttpResponse:
    """Show who is invited and has not come yet, and invite somebody."""
    units = queries.units(request.actor)
    if request.method != "POST":
        first = {"roles": [Role.EMPLOYEE], "language": request.actor.person.council.language}
        return _show(request, forms.Invite(initial=first | typed_with_roles(request), units=units))
    form = forms.Invite(request.POST, units=units)
    if form.is_valid() and _invited(request, form):
        return HttpResponseRedirect(reverse("council_invitations"))
    return _show(request, form, status=422)


@require_POST
@administrators_only
def resend(request: Request, key: str) -> HttpResponse:
    """Send a new link for another week."""
    invitation = get_object_or_404(queries.invitation(request.actor), key=key)
    try:
        actions.resend_invitation(invitation, by=request.actor)
        messages.success(request, _("A new link is on its way to %(email)s.") % {"email": invitation.email})
    except actions.InvitationIsOver:
        messages.warning(request, _("This invitation was accepted or withdrawn in the meantime."))
    except actions.TooManyInvitations:
        messages.error(request, _too_many())
    return HttpResponseRedirect(reverse("council_invitations"))


@require_POST
@administrators_only
def withdraw(request: Request, key: str) -> HttpResponse:
    """Make a link stop working."""
    invitation = get_object_or_404(queries.invitation(request.actor), key=key)
    try:
        actions.withdraw_invitation(invitation, by=request.actor)
        messages.success(
            request, _("The invitation to %(email)s is withdrawn.") % {"email": invitation.email}
        )
    except actions.InvitationIsOver:
        messages.warning(request, _("This invitation was accepted in the meantime."))
    return HttpResponseRedirect(reverse("council_invitations"))


def _invited(request: Request, form: forms.Invite) -> bool:
    try:
        invitation = actions.invite(by=request.actor, **form.cleaned_data)
    except actions.AlreadyAMember:
        form.add_error("email", _("Somebody with this address is in the council already."))
        return False
    except actions.TooManyInvitations:
        form.add_error(None, _too_many())
        return False
    messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": invitation.email})
    return True


def _show(request: Request, form: forms.Invite, *, status: int = 200) -> HttpResponse:
    shown = {
        "sections": sections("council_invitations"),
        "form": form,
        "page": page_of(request, queries.invitations(request.actor)),
    }
    return render(request, "accounts/council/invitations.html", shown, status=status)


def _too_many() -> str:
    return _("That is as many invitations as can be sent in an hour. Go on a little later.")
