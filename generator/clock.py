"""What a build spends its time on, by stage."""

import time
from collections.abc import Iterator, Mapping


class Clock:
    """Runs from the moment it is made. A stage lasts until the next begins, and may begin again."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._stage, self._since = "start", time.process_time()

    def end(self) -> Mapping[str, float]:
        """What each stage took."""
        self.begin("end")
        return self.stages

    def begin(self, stage: str) -> None:
        now = time.process_time()
        self.stages[self._stage] = self.stages.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    def again(self) -> None:
        """From nothing, as for a process that has just been made."""
        self.stages, self._since = {}, time.process_time()

    def add(self, others: Mapping[str, float]) -> None:
        """What another process spent."""
        for stage, seconds in others.items():
            self.stages[stage] = self.stages.get(stage, 0.0) + seconds

    def report(self) -> Iterator[str]:
        """A line for each stage, and the sum: seconds of processor, of all processes together."""
        stages = self.end()
        whole = sum(stages.values())
        for stage, seconds in stages.items():
            yield f"{stage:<10}{seconds:8.3f} s{seconds / whole:7.1%}"
        yield f"{'sum':<10}{whole:8.3f} s"
