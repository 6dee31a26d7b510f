"""The files beside the pages, and how the whole gets onto a disk."""
