"""`/kalender/<model>.ics`: where each care model's feed is published."""

from generator.views import addresses
from generator.views.site import Site


def feeds(site: Site) -> dict[str, bytes]:
    """Where each care model's feed is published, and what it holds."""
    from generator.outputs.calendars.feed import calendar_ics  # noqa: PLC0415 - they are kept

    models = site.catalogue.models.values()
    return {addresses.feed(model.id): calendar_ics(site, model) for model in models}
