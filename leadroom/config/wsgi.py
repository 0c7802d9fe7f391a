# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the web server calls; whichever server it is, unsafe settings are refused."""

import os

from django.core.wsgi import get_wsgi_application

from leadroom.config.checks import refuse_unless_safe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadroom.config.settings")
application = get_wsgi_application()
refuse_unless_safe()
