class TemplateFaultError(Exception):
    """A template that cannot be rendered: the theme's mistake, not the catalogue's."""
