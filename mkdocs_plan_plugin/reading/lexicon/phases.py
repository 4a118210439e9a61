"""The words for the parts of plans: phases, milestones, sprints, tasks and the like."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from mkdocs_plan_plugin.reading.lexicon.words import inflected

# By kind, which distinguishes "Phase 1" from "Week 1". Each word is in the singular, followed by
# its other forms.
_WRITTEN = {
    "phase": (
        "phase/phases/phasen|fase/fases|étape/étapes|etapa/etapas"
        "|фаза/фазы/фазе/фазой/фаз|этап/этапа/этапу/этапом/этапы/этапов/этапами"
        "|阶段|階段|フェーズ|단계|المرحلة|שלב"
    ),
    "stage": "stage/stages",
    "milestone": (
        "milestone/milestones|meilenstein/meilensteine/meilensteins|hito/hitos|jalon/jalons"
        "|marco/marcos|веха/вехи|里程碑|マイルストーン|마일스톤|이정표"
    ),
    "sprint": "sprint/sprints|iteration/iterations",
    "step": (
        "step/steps|paso/pasos|passo/passos|schritt/schritte|шаг/шаги|步骤|手順|الخطوة/الخطوات"
    ),
    "task": (
        "task/tasks|tarea/tareas|tarefa/tarefas|tâche/tâches|aufgabe/aufgaben|задача/задачи"
        "|任务|任務|タスク|작업|태스크|المهمة/المهام|משימה/משימות"
    ),
    "story": "user story/user stories|story/stories|epic/epics",
    "package": "work package wp|work package/work packages|wp/wps",
    "week": "week/weeks|semana/semanas|semaine/semaines|woche/wochen|неделя/недели",
    "day": "day/days|día/días|jour/jours|tag/tage/tags",
    "month": "month/months|mes/meses|mois|monat/monate/monats",
    "wave": "wave/waves|chunk/chunks|track/tracks|part/parts",
}
_FORMS = {kind: inflected(written) for kind, written in _WRITTEN.items()}

KINDS: Mapping[str, str] = {
    form: kind for kind, words in _FORMS.items() for word in words for form in word
}
"""The kind of each form of a word."""
SINGULARS: Mapping[str, str] = {
    form: word[0] for words in _FORMS.values() for word in words for form in word
}
"""The singular of each form of a word."""


def forms(*kinds: str) -> tuple[str, ...]:
    """Return the words of these kinds in all forms."""
    return tuple(chain.from_iterable(chain.from_iterable(_FORMS[kind] for kind in kinds)))


def singulars(*kinds: str) -> tuple[str, ...]:
    """Return the words of these kinds in the singular."""
    return tuple(word[0] for kind in kinds for word in _FORMS[kind])


def plurals(*kinds: str) -> tuple[str, ...]:
    """Return the words of these kinds in every form but the singular, or in their only form."""
    return tuple(form for kind in kinds for word in _FORMS[kind] for form in word[1:] or word)
