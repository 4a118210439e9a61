"""What a generated plan is called: its number, its subject, its folder."""

from dataclasses import dataclass

from bench.prose import AREAS, WORKS, Prose


@dataclass(frozen=True)
class Identity:
    """The name of the plan with this number, counted from 1."""

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
        """The words of one of this plan's files, apart from those of any other file."""
        return Prose(f"{kind} {self.number}", self.area, self.work)
