"""The words for the pages of plans in titles and file names, and for owners."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.model import Role
from mkdocs_plan_plugin.reading.lexicon.words import listed

IMPLEMENTATION_PLAN = listed(
    "implementation plan|plan de implementación|plano de implementação|umsetzungsplan"
    "|implementierungsplan|plan d'implémentation|plan d’implémentation|plan d'exécution"
    "|plan d’exécution|план реализации|实施计划|实现计划|開発計画|実装計画|구현 계획"
)

# Romance languages say what a plan is for behind the word: `Plano de Implementação do Leitor`. All
# words from here on are without accents, as `plain` returns them.
PLAN_OF = listed("plan|plano|piano|pla")
OF = listed(
    "de|d|di|do|da|del|des|du|dos|das|dels|della|dello|dell|dei|degli|para|pour|per|per a|pentru"
    "|el|la|lo|los|las|les|o|os|a|as|il|i|l|un|una|le"
)
IMPLEMENTATION = listed(
    "implementacion|implantacion|desarrollo|ejecucion"
    "|implementacao|implantacao|desenvolvimento|execucao"
    "|implementation|mise en œuvre|mise en oeuvre|developpement|realisation|execution"
    "|implementazione|sviluppo|attuazione|realizzazione|esecuzione"
    "|implementacio|implantacio|desenvolupament|execucio"
    "|implementare|dezvoltare|executie"
)
PROJECT_WORK = listed(
    "trabajo|proyecto|migracion|accion|despliegue|entrega"
    "|trabalho|projeto|migracao|acao|implementar"
    "|travail|projet|migration|action|deploiement|livraison"
    "|lavoro|progetto|migrazione|azione|rilascio"
    "|treball|projecte|migracio|accio|desplegament"
    "|lucru|proiect|migrare|actiune"
)

SPEC_NAMES = listed(
    "spec|specification|specifications|especificacao|especificacoes|especificacion"
    "|especificaciones|especificacio|especificacions|specifica|specifiche|specificatie"
    "|specificatii|spezifikation"
)
WHOLE_SPEC_NAMES = listed(
    "requirements|design|proposal|requisitos|requerimientos|requisits|requisiti|exigences|cerinte"
    "|anforderungen|diseno|conception|progettazione|disseny|entwurf|propuesta|proposta"
    "|proposition|propunere"
)
"""Names of specs that other pages may end in: `user-requirements` may be about anything."""
RESEARCH_NAMES = listed(
    "research|pesquisa|investigacion|investigacao|recherche|ricerca|recerca|cercetare"
)
TASKS_NAMES = listed("tasks|tarefas|tareas|taches|attivita|compiti|tasques|sarcini|aufgaben")
ROLE_NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.SPEC: SPEC_NAMES,
    Role.RESEARCH: RESEARCH_NAMES,
    Role.TASKS: TASKS_NAMES,
}
"""The names of pages by their role, at the end of the names of files."""
FEATURE_NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.DATA_MODEL: listed(
        "data model|modelo de dados|modelo de datos|modele de donnees|modello dei dati"
        "|model de dades|model de date|datenmodell"
    ),
    Role.QUICKSTART: listed(
        "quickstart|quick start|inicio rapido|demarrage rapide|guida rapida|schnellstart"
    ),
}

OWNER = listed(
    "owner|owners|plan owner|assignee|assignees|assigned to|responsible|lead|dri"
    "|responsable|responsables|responsável|responsáveis|verantwortlich|verantwortliche"
    "|verantwortlicher|zuständig|ответственный|ответственные|负责人|負責人|担当|担当者|담당자"
)
