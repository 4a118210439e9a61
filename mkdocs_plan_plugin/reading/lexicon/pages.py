"""The words for plans in titles, and for owners."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.lexicon.words import listed

IMPLEMENTATION_PLAN = listed(
    "implementation plan|plan de implementación|plano de implementação|umsetzungsplan"
    "|implementierungsplan|plan d'implémentation|plan d’implémentation|plan d'exécution"
    "|plan d’exécution|план реализации|实施计划|实现计划|開発計画|実装計画|구현 계획"
)

OWNER = listed(
    "owner|owners|plan owner|assignee|assignees|assigned to|responsible|lead|dri"
    "|responsable|responsables|responsável|responsáveis|verantwortlich|verantwortliche"
    "|verantwortlicher|zuständig|ответственный|ответственные|负责人|負責人|担当|担当者|담당자"
)
