# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's door: be one of the invented people."""

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts import actions, queries, signin
from leadroom.accounts.models import DemoPersona


@login_not_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show whom one can be, in each invented council."""
    return render(request, "accounts/demo_people.html", {"demo_councils": queries.demo_people()})


@login_not_required
@require_POST
def step_in(request: HttpRequest, council_key: str, code: str) -> HttpResponse:
    """Be that person from here on."""
    council = get_object_or_404(queries.demo_councils(), key=council_key)
    try:
        member = actions.step_in(council, code)
    except DemoPersona.DoesNotExist:
        raise Http404 from None
    auth.logout(request)
    auth.login(request, member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    signin.begin_session(request, is_demo=True)
    request.session["council_id"] = council.pk
    response = HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
    signin.remember_language(response, member.user.language)
    return response
