# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the browser finds style, script and fonts: gathered, hashed and compressed at set-up."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class GatheredFiles(CompressedManifestStaticFilesStorage):
    """Files whose addresses stand still while a process lives: each is worked out once, not on every page."""

    @cache  # noqa: B019 - there is one storage, and it lives as long as the process
    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002 - Django's signature
        """Return a file's address with its hash in the name."""
        return super().url(name, force=force)
