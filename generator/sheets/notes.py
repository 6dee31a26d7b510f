from generator.sheets.sheet import Note, NoteKind, Prose
from generator.views import words
from generator.views.steps import StopView


def stop_note(stop: StopView) -> Note:
    """A stop in full, without the days of a certain year: a paper is valid for longer."""
    return Note(
        kind=NoteKind.STOP,
        title=f"{stop.title}: {stop.period}",
        text=Prose(stop.text),
        stop=stop.id,
    )


def replaced_note(successor: str) -> Note:
    return Note(kind=NoteKind.REPLACED, title=words.replaced(successor))
