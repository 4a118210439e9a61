"""The names of lists of checks, such as acceptance criteria, and of lists of work.

Most are patterns without groups, because the words come in many combinations.
"""

from __future__ import annotations

from mkdocs_plan_plugin.reading.lexicon.phases import plurals, singulars
from mkdocs_plan_plugin.reading.lexicon.words import alternation, is_unspaced

_ACCEPTANCE = (
    r"acceptance criteri(?:a|on)|criteria (?:for|of) acceptance|criterios? de aceptación"
    r"|critérios? de (?:aceitação|aceite)|critères? d['’]acceptation"
    r"|(?:akzeptanz|abnahme)kriterien|критери[ийея]+ (?:при[её]мки|принятия)"
    r"|معايير القبول|קריטריוני(?:ם)? (?:ל)?קבלה|תנאי קבלה"
    r"|kryteri(?:a|um) (?:akceptacji|odbioru)|kabul (?:kriterleri|kriteri|koşulları|ölçütleri)"
    r"|acceptatiecriteri(?:a|um)|tiêu chí (?:chấp nhận|nghiệm thu)|criteri di accettazione"
)
_UNSPACED_ACCEPTANCE = (
    r"验收(?:标准|条件)|驗收標準|(?:인수|수용) ?(?:기준|조건)|受け?入れ?(?:基準|条件)"
)
ACCEPTANCE_CRITERIA = rf"{_ACCEPTANCE}|{_UNSPACED_ACCEPTANCE}"
"""Acceptance criteria."""

CRITERIA = (
    rf"{_ACCEPTANCE}"
    r"|(?:success|completion|exit|entry|done|validation|review|release) criteri(?:a|on)"
    r"|criteria (?:for|of) (?:success|completion)"
    r"|go/no-go criteria|success metrics|definitions? of (?:done|ready)|DoD"
    r"|constitution (?:re-?)?check"
    r"|criterios? de (?:éxito|finalización|terminado)"
    r"|definición de (?:terminado|hecho|listo|done)"
    r"|critérios? de (?:sucesso|conclusão)"
    r"|definição de (?:pronto|concluído|feito|done)"
    r"|critères? (?:de (?:succès|réussite|validation|fin)|d['’]achèvement)"
    r"|définition (?:de |du )?(?:terminé|fini|prêt|done)"
    r"|(?:erfolgs|abschluss|fertigstellungs)kriterien"
    r"|критери[ийея]+ (?:успеха|готовности|завершения)"
    r"|определение (?:готовности|завершенности)"
    r"|kryteria (?:sukcesu|ukończenia|zakończenia)|definicja (?:ukończenia|gotowości)"
    r"|(?:başarı|tamamlanma) (?:kriterleri|ölçütleri)|tamamlanma tanımı|bitti tanımı"
    r"|(?:succes|voltooiings)criteria|definitie van (?:klaar|gereed)"
    r"|tiêu chí (?:thành công|hoàn thành)|định nghĩa hoàn thành"
    r"|criteri di (?:successo|completamento)|definizione di (?:fatto|completato)"
    r"|معايير (?:النجاح|الإنجاز|الاكتمال)|تعريف (?:الإنجاز|الاكتمال)"
    r"|קריטריוני(?:ם)? (?:ל)?(?:הצלחה|סיום)|הגדרת (?:סיום|גמר)"
)
"""Names that make a list one of checks even after a colon in a phase's heading."""
CHECKLISTS = (
    r"(?:reviewer(?:['’]?s)?|review|quality|qa|(?<!input )validation|verification|tests?|testing"
    r"|acceptance|completion|approval|gate|sign-?off|readiness|dod|constitution|complete"
    r"|pull request|pr|pre-?(?:merge|commit)|merge|definition of done"
    r"|requirements quality) checklists?|gate (?:checks?|status)|pre-?(?:merge|commit) checks?"
    r"|(?:quality|phase|success|approval|release|review|merge|exit|acceptance|constitution) gates?"
    r"|checklists? (?:de |d['’])(?:validación|validação|validation|revisión|revisão|revue|calidad"
    r"|qualidade|qualité|aceptación|aceitação|acceptation)(?: \w+)?"
    r"|(?:checklists?|listas? de (?:verificación|verificação|comprobación|control|checagem)"
    r"|listes? de (?:contrôle|vérification))"
    r" (?:de la |de l['’]|del |de |do |da |du |des |d['’]|para (?:el |la |o |a )?"
    r"|pour (?:le |la )?)?"
    r"(?:revis(?:or|ora|ores|ión|ão)|relect(?:eur|ure)|pruebas?|testes?|tests?|calidad|qualidade"
    r"|qualité|verificación|verificação|vérification|aceptación|aceitação|acceptation|aprobación"
    r"|aprovação|approbation|recette|merge|fusión|fusão|fusion)(?: \w+)?"
    r"|(?:reviewer|review|prüfer|prüf|test|abnahme|freigabe|qualitäts|validierungs|verifikations"
    r"|merge)-?checkliste|checkliste (?:für )?(?:die |den |das |zur )?(?:reviewer|review|prüfer"
    r"|prüfung|tests?|abnahme|freigabe|qualität|merge)"
    r"|чек-?лист (?:при[её]мки|проверки|качества|ревью|ревьюера|рецензента|тестирования|слияния)"
    r"|lista kontrolna (?:recenzenta|przeglądu|weryfikacji|testów|odbioru|jakości)"
    r"|(?:gözden geçirme|inceleme|doğrulama|test|kalite|onay) (?:kontrol )?listesi"
    r"|(?:review|verificatie|test|kwaliteits|acceptatie)-?checklist"
    r"|danh sách kiểm tra (?:đánh giá|xác minh|kiểm thử|chất lượng|nghiệm thu)"
    r"|(?:checklist|lista di controllo) (?:di |della |del )?(?:revisione|verifica|test|qualità"
    r"|accettazione|collaudo)"
    r"|قائمة (?:المراجعة|التحقق|الاختبار)|רשימת (?:בדיקה|ביקורת|אימות)"
)
"""Checklists and gates, by purpose."""
CHECKS = (
    r"checkpoints?(?: \d+)?|gates?|sign-?offs?|(?:final |stakeholder )?(?:approvals?|sign-?off)"
    r"|acceptance|acceptance checks?|execution status|qa results"
    r"|quality (?:review|control|assurance)|(?:technical )?accuracy (?:validation|verification"
    r"|checks?|review)|final (?:review|validation|verification|checks?)"
    r"|puntos? de control|pontos? de controle|aceite|points? de contrôle|kontrollpunkte?|abnahme"
    r"|контрольн(?:ая точка|ые точки)|при[её]мка|نقطة (?:تحقق|تفتيش)|נקודת (?:בדיקה|ביקורת)"
)
"""Names of checks only at the start: a model may have checkpoints."""
UNSPACED_CHECKS = (
    rf".{{0,12}}(?:{_UNSPACED_ACCEPTANCE}"
    r"|验收(?:清单)?|驗收|(?:成功|完成)(?:标准|条件|定义|的定义)"
    r"|质量(?:门禁|检查清单)|(?:审查|审查者|评审|评审人|验证|测试|审核|签核|合并前)(?:检查)?清单"
    r"|检查点|什么算完成"
    r"|(?:완료|성공|승인) ?(?:기준|조건)|완료 ?정의"
    r"|(?:품질|검토|검토자|검증|리뷰|리뷰어|테스트|승인|병합 전) ?체크리스트"
    r"|체크포인트|품질 ?게이트"
    r"|完了(?:基準|条件)|完了の定義|成功基準"
    r"|(?:品質|レビュー|レビュアー|検証|テスト|承認|マージ前)チェックリスト|チェックポイント|品質ゲート)"
)
"""In scripts without spaces, the text before the name is part of it."""
INTRODUCTIONS = (
    r"done when|.* (?:is|are) (?:considered )?(?:complete|completed|done|successful) when"
    r"|.* be considered (?:complete|completed|done|successful)(?: when)?"
    r"|before (?:moving|proceeding) (?:on )?to .*|before .* verify|(?:phase|gate) status"
)
"""Introductions of checks in paragraphs: `This story is complete when:`."""
WORK = (
    alternation(plurals("step", "task"))
    + r"|task|sub-?tasks|implementation|to-?dos?|to do|action items|work items|subtareas"
    r"|implementación|implementação|étapes|mise en œuvre|umsetzung|реализация|التنفيذ|תתי-משימות"
    r"|צעדים|יישום"
)
"""Names of lists of work."""
UNSPACED_WORK = (
    alternation(filter(is_unspaced, singulars("step", "task"))) + "|实施计划|实现|구현|実装"
)
