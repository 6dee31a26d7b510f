"""What a rule on texts looks at: of a whole case, or of a few files without the model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Protocol

from generator.model.paths import DataPath, Leaf
from generator.source import Places


class Written(Protocol):
    @property
    def texts(self) -> Mapping[str, AbstractSet[str]]:
        """Of each field what is said in it anywhere, as far as it could be read."""

    def leaves_of(self, fields: frozenset[str]) -> Iterable[Leaf]:
        """Every scalar that stands in one of the fields, in written order."""

    @property
    def unread(self) -> Iterable[tuple[DataPath, str]]:
        """What could not be read, as it was written."""

    @property
    def places(self) -> Places: ...


def saying(
    written: Written, is_it: Callable[[str], object], besides: AbstractSet[str] = frozenset()
) -> Iterator[Leaf]:
    """The texts that are such, of all fields but some, in written order.

    Of texts alike one is asked, and where it stands only of those that are: at 2,500 services each
    stands five times, and to make all places took a third of the rules that ask no graph.
    """
    texts = written.texts.items()
    such = {field: {*filter(is_it, said)} for field, said in texts if field not in besides}
    fields = frozenset(field for field, found in such.items() if found)
    for leaf in written.leaves_of(fields) if fields else ():
        if type(leaf.value) is str and leaf.value in such[leaf.field]:
            yield leaf
