"""Gates: boxes for checks to pass, such as acceptance criteria, told from work to do.

Only names that mean nothing else count. What may be either (testing, goals, requirements) is work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_plan_plugin.reading.phases import read_phase_heading

# What a list of checks is called. Behind a colon, such a name makes a gate even of a phase.
_CRITERIA = (
    r"(?:acceptance|success|completion|exit|entry|done|validation|review|release) criteri(?:a|on)"
    r"|criteria (?:for|of) (?:acceptance|success|completion)"
    r"|go/no-go criteria|success metrics|definitions? of (?:done|ready)|DoD"
    r"|constitution (?:re-?)?check"
    r"|criterios? de (?:aceptación|éxito|finalización|terminado)"
    r"|definición de (?:terminado|hecho|listo|done)"
    r"|critérios? de (?:aceitação|aceite|sucesso|conclusão)"
    r"|definição de (?:pronto|concluído|feito|done)"
    r"|critères? (?:d['’]acceptation|de (?:succès|réussite|validation|fin)|d['’]achèvement)"
    r"|définition (?:de |du )?(?:terminé|fini|prêt|done)"
    r"|(?:akzeptanz|abnahme|erfolgs|abschluss|fertigstellungs)kriterien"
    r"|критери[ийея]+ (?:при[её]мки|принятия|успеха|готовности|завершения)"
    r"|определение (?:готовности|завершенности)"
    r"|معايير (?:القبول|النجاح|الإنجاز|الاكتمال)|تعريف (?:الإنجاز|الاكتمال)"
    r"|קריטריוני(?:ם)? (?:ל)?(?:קבלה|הצלחה|סיום)|הגדרת (?:סיום|גמר)|תנאי קבלה"
)
_CHECKLISTS = (
    r"(?:review|quality|(?<!input )validation|acceptance|completion|approval|gate|sign-?off"
    r"|readiness|dod|constitution|complete|merge|pre-?merge|definition of done"
    r"|requirements quality) checklists?|gate (?:checks?|status)|pre-?(?:merge|commit) checks?"
    r"|(?:quality|phase|success|approval|release|review|merge|exit|acceptance|constitution) gates?"
    r"|checklists? (?:de |d['’])(?:validación|validação|validation|revisión|revisão|revue|calidad"
    r"|qualidade|qualité|aceptación|aceitação|acceptation)(?: \w+)?"
    r"|(?:qualitäts|abnahme|review|validierungs)-?checkliste"
    r"|чек-?лист (?:при[её]мки|проверки|качества|ревью)"
)
# Names that mean a gate only where nothing stands before them: a model may have checkpoints.
_ALONE = (
    r"checkpoints?(?: \d+)?|gates?|sign-?offs?|(?:final |stakeholder )?(?:approvals?|sign-?off)"
    r"|acceptance|acceptance checks?|execution status|qa results"
    r"|puntos? de control|pontos? de controle|aceite|points? de contrôle|kontrollpunkte?|abnahme"
    r"|контрольн(?:ая точка|ые точки)|при[её]мка|نقطة (?:تحقق|تفتيش)|נקודת (?:בדיקה|ביקורת)"
)
# Scripts without spaces: what stands before the name belongs to it.
_UNSPACED = (
    r".{0,12}(?:验收(?:标准|条件|清单)?|驗收(?:標準)?|(?:成功|完成)(?:标准|条件|定义|的定义)"
    r"|质量(?:门禁|检查清单)|(?:审查|评审|验证)清单|检查点|什么算完成"
    r"|(?:완료|인수|수용|성공|승인) ?(?:기준|조건)|완료 ?정의"
    r"|(?:품질|검토|검증) ?체크리스트|체크포인트|품질 ?게이트"
    r"|受け?入れ?(?:基準|条件)|完了(?:基準|条件)|完了の定義|成功基準"
    r"|(?:品質|レビュー)チェックリスト|チェックポイント|品質ゲート)"
)
# How a paragraph introduces checks: `This story is complete when:`.
_SAYS = (
    r"done when|.* (?:is|are) (?:considered )?(?:complete|completed|done|successful) when"
    r"|.* be considered (?:complete|completed|done|successful)(?: when)?"
    r"|before (?:moving|proceeding) (?:on )?to .*|before .* verify|(?:phase|gate) status"
)
_BEFORE = r"(?:(?!(?:{verbs})\b)[^\W_].*?[ -])?"
_VERBS = (
    "implement|add|write|create|build|define|update|fix|refactor|design|document|extend|generate"
    "|migrate|remove|improve|draft|support|test|check|validate|verify|make|use|render|parse|show"
    "|develop|setup|set|run|move|enable|enforce|map|list|handle|extract|introduce|wire"
)
_AFTER = (
    r"(?: (?:checklist|status|validation|verification)"
    r"| (?:for|of|per|je|de|del|da|do|du|für|для|של)\b.*)?"
)
_NUMBERED = (
    r"(?:\d+(?:\.\d+)*[.)]?\s+|[\d一二三四五六七八九十]+、\s*)?"
    r"(?:(?:phase|stage|sprint|week|wave|story)\s[\d.]+\s)?"
)


def _pattern(names: str) -> re.Pattern[str]:
    return re.compile(names, re.IGNORECASE)


_LIST = rf"{_BEFORE.format(verbs=_VERBS)}(?:{_CRITERIA}|{_CHECKLISTS}){_AFTER}"
_GATE = _pattern(rf"{_NUMBERED}(?:{_LIST}|(?:{_ALONE}){_AFTER}|{_UNSPACED}|{_SAYS})")
_CRITERIA_AT_END = _pattern(rf"\b(?:{_CRITERIA})(?: checklist)?\Z")
_WORK = _pattern(
    r"(?:\d+(?:\.\d+)*[.)]?\s+)?(?:\w+ )?(?:tasks?|sub-?tasks|implementation|steps|to-?dos?|to do"
    r"|action items|work items|tareas|subtareas|pasos|implementación|tarefas|passos|implementação"
    r"|tâches|étapes|mise en œuvre|aufgaben|schritte|umsetzung|задачи|шаги|реализация"
    r"|المهام|الخطوات|التنفيذ|משימות|תתי-משימות|צעדים|יישום)(?:[\s/].*)?"
    r"|.{0,12}(?:任务|任務|步骤|实施计划|实现|작업|구현|タスク|手順|実装)(?:清单|列表)?"
)
_CUT = re.compile(r"[^\w\s&/,.'’、+-]+|\s-+\s")
_BRACKETS = re.compile(r"(?<=\S)\s+[(（].*", re.DOTALL)
_LONGEST = 120
_TAIL = 60


@dataclass(frozen=True)
class GateRules:
    """What makes a box a gate: the built-in names and the words of the option `gates`."""

    own: tuple[str, ...] = ()

    def is_gate(self, label: str, titles: Sequence[str]) -> bool:
        """Whether the boxes of a list are gates.

        Args:
            label: The text of the paragraph that introduces the list, or nothing.
            titles: The headings that the list stands under, the nearest first.
        """
        said = self._says(label, is_label=True) if label else None
        for title in titles:
            if said is not None:
                break
            said = self._says(title, is_label=False)
        return bool(said)

    def _says(self, text: str, *, is_label: bool) -> bool | None:
        if self.own and _own_words(self.own).search(text):
            return True
        return label_says(text) if is_label else title_says(text)


@lru_cache(maxsize=8)
def _own_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, but for scripts that put no spaces between them."""
    edged = (
        f"{_edge(word[0], '<')}{re.escape(word)}{_edge(word[-1], '')}" for word in words if word
    )
    return _pattern("|".join(edged) or r"(?!)")


def _edge(char: str, behind: str) -> str:
    return f"(?{behind}!\\w)" if char < "\u2e80" else ""


@lru_cache(maxsize=4096)
def title_says(title: str) -> bool | None:
    """Whether a heading names gates (True) or work (False), or says neither."""
    first, *others = _parts(title)
    if _GATE.fullmatch(first) or any(_CRITERIA_AT_END.fullmatch(part) for part in others):
        return True
    if _WORK.fullmatch(first):
        return False
    heading = read_phase_heading(title[:_LONGEST])
    return False if heading and heading.number else None


@lru_cache(maxsize=4096)
def label_says(label: str) -> bool | None:
    """Whether the paragraph before a list names gates (True) or work (False), or neither.

    Its last line counts, and its first words: what follows them is prose.
    """
    line = label.rstrip().rpartition("\n")[2]
    first = _parts(line)[0]
    if _GATE.fullmatch(first):
        return True
    introduces = line[-1:] in (":", "：")
    if introduces and _CRITERIA_AT_END.search(line[-_TAIL:].rstrip(" :：*")):
        return True
    return False if introduces and _WORK.fullmatch(first) else None


def is_gate_page(path: str) -> bool:
    """Whether all boxes of a page are gates: a page in a folder `checklists`."""
    return "checklists" in path.lower().split("/")[:-1]


def _parts(text: str) -> list[str]:
    """A heading without brackets and signs, cut at its colons and dashes; at least one part."""
    text = _BRACKETS.sub("", text[:_LONGEST])
    parts = (" ".join(part.split()).strip(" .,'’+-/&") for part in _CUT.split(text))
    return [part for part in parts if part] or [""]
