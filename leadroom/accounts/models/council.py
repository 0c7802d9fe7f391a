# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tenant, and the directory of real councils that it can be linked to."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key

HUES: dict[int, Promise] = {
    10: _("Rose"),
    35: _("Brick"),
    60: _("Amber"),
    95: _("Straw"),
    130: _("Leaf"),
    160: _("Pine"),
    195: _("Teal"),
    225: _("Lake"),
    255: _("Sky"),
    280: _("Iris"),
    310: _("Plum"),
    340: _("Heather"),
}


class Country(models.TextChoices):
    """The three countries that Leadroom serves."""

    DENMARK = "DK", _("Denmark")
    SWEDEN = "SE", _("Sweden")
    UNITED_KINGDOM = "GB", _("United Kingdom")


class DirectoryCouncil(models.Model):
    """One row of the public directory of councils: facts with a source, the same for everybody."""

    country = models.CharField(max_length=2, choices=Country)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    type = models.CharField(max_length=60)
    region_code = models.CharField(max_length=12)
    region = models.CharField(max_length=80)
    population = models.PositiveIntegerField()
    latitude = models.FloatField()
    longitude = models.FloatField()
    pack = models.CharField(max_length=60)

    class Meta:
        ordering = ("country", "name")
        constraints = [models.UniqueConstraint(fields=["country", "code"], name="directory_country_code")]

    def __str__(self) -> str:
        """Show the council's name as its source writes it."""
        return self.name


class Council(models.Model):
    """
    A council that works in Leadroom: the tenant.

    The list of councils is global, because one must be found before its wall can
    stand: it holds a name and a look, nothing that people wrote.
    """

    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    name = models.CharField(_("name"), max_length=120)
    country = models.CharField(_("country"), max_length=2, choices=Country)
    language = models.CharField(_("language"), max_length=2, default="en")
    hue = models.PositiveSmallIntegerField(
        _("hue"), default=195, validators=[MinValueValidator(0), MaxValueValidator(359)]
    )
    directory = models.ForeignKey(
        DirectoryCouncil, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(condition=models.Q(hue__lt=360), name="council_hue_on_the_circle"),
            models.CheckConstraint(
                condition=models.Q(country__in=Country.values), name="council_country_known"
            ),
        ]

    def __str__(self) -> str:
        """Show the council's name."""
        return self.name
