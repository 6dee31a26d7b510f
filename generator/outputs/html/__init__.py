"""Pages of the guide, whole: templates, the shell around them, and what stands in their head."""
