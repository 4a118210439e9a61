"""Reproducible generated prose: the same key always gives the same words."""

import random
from typing import Final

AREAS: Final = (
    "invoice", "parcel", "tenant", "ledger", "playlist", "sensor", "roster", "voucher",
    "glossary", "harvest", "library", "ticket", "survey", "beacon", "recipe", "warehouse",
    "commute", "orchard", "archive", "catalogue", "timetable", "reactor", "gallery", "clinic",
)  # fmt: skip
WORKS: Final = (
    "export", "search", "reminders", "sharing", "import", "history", "approval", "rollback",
    "throttling", "labels", "merging", "preview", "auditing", "backfill", "offline-mode",
    "scheduling", "translation", "retention", "batching", "sign-in", "quotas", "replay",
)  # fmt: skip
_ACTORS: Final = (
    "a reviewer", "the operator", "an editor", "a new member", "the accountant", "a courier",
    "the on-call engineer", "a visitor", "the curator", "an auditor", "a partner service",
)  # fmt: skip
_VERBS: Final = (
    "collects", "rejects", "confirms", "schedules", "compares", "restores", "publishes",
    "renames", "groups", "validates", "withdraws", "forwards", "counts", "annotates",
)  # fmt: skip
_ADJECTIVES: Final = (
    "pending", "stale", "signed", "partial", "regional", "duplicate", "archived", "nested",
    "anonymous", "expired", "urgent", "read-only", "compressed", "unverified", "weekly",
)  # fmt: skip
_NOUNS: Final = (
    "record", "batch", "request", "snapshot", "entry", "summary", "attachment", "cursor",
    "permission", "notification", "checksum", "address", "threshold", "draft", "template",
    "revision", "queue", "manifest", "session", "column",
)  # fmt: skip
_CONDITIONS: Final = (
    "when the connection drops half-way", "before the nightly run starts",
    "without reloading the page", "within two seconds of the change",
    "even if the clock moves backwards", "unless the owner has opted out",
    "after the second failed attempt", "while another edit is in progress",
    "as soon as the quota is free again", "for every region that is enabled",
    "once the migration has finished", "so that nothing is counted twice",
)  # fmt: skip
_FOLDERS: Final = ("models", "services", "api", "storage", "workers", "views", "cli", "adapters")


class Prose:
    """A generator of words about a subject, seeded by a key."""

    def __init__(self, key: str, area: str, work: str) -> None:
        self.area = area
        self.work = work
        self.rng = random.Random(key)

    def pick(self, words: tuple[str, ...]) -> str:
        return self.rng.choice(words)

    def noun(self) -> str:
        return self.pick(_NOUNS)

    def thing(self) -> str:
        return f"{self.pick(_ADJECTIVES)} {self.pick((*_NOUNS, self.area))}"

    def actor(self) -> str:
        return self.pick(_ACTORS)

    def condition(self) -> str:
        return self.pick(_CONDITIONS)

    def path(self, top: str = "src") -> str:
        area = self.area.replace("-", "_")
        return f"{top}/{self.pick(_FOLDERS)}/{area}_{self.noun()}_{self.rng.randint(1, 99)}.py"

    def clause(self) -> str:
        return f"{self.actor()} {self.pick(_VERBS)} the {self.thing()} {self.condition()}"

    def sentence(self) -> str:
        """Return a sentence, sometimes with inline code or emphasis."""
        text = self.clause()
        turn = self.rng.randrange(6)  # half of the sentences stay plain
        if turn == 0:
            text += f", kept in `{self.path()}`"
        elif turn == 1:
            text += f", and the *{self.thing()}* stays as it was"
        elif turn == 2:
            text += f"; **{self.area} {self.work}** depends on it"
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
