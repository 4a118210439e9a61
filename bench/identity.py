"""The identity of a generated plan: its number, subject and folder."""

from dataclasses import dataclass

from bench.prose import AREAS, WORKS, Prose


@dataclass(frozen=True)
class Identity:
    """The identity of the plan with a number, from 1."""

    number: int

    @property
    def area(self) -> str:
        return AREAS[self.number % len(AREAS)]

    @property
    def work(self) -> str:
        return WORKS[(self.number * 5 + self.number // len(AREAS)) % len(WORKS)]

    @property
    def folder(self) -> str:
        return f"{self.number:03d}-{self.area}-{self.work}"

    @property
    def title(self) -> str:
        return f"{self.area.capitalize()} {self.work.replace('-', ' ')}"

    def prose(self, kind: str) -> Prose:
        """Return the prose for one of the plan's files, different from that of all other files."""
        return Prose(f"{kind} {self.number}", self.area, self.work)
