"""Startklar turns a catalogue of IT services into a guide. Begin with `generator.pipeline`."""
