"""The words for states, and for the fields that hold them: `In progress`, `hecha`, `Status`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.lexicon.words import listed

STATUS = listed(
    "status|state|current status|overall status|implementation status|plan status"
    "|project status|task status|phase status|feature status"
    "|estado|estado actual|situação|statut|état|stand|статус|состояние|текущий статус"
    "|状态|狀態|当前状态|状態|ステータス|進捗|상태|현재 상태|현황|الحالة|סטטוס|מצב"
)
"""Fields, headings and columns that hold a state."""

# `@`, `~` and `^` at the end of a word mean these endings.
_ENDINGS = {"@": ("o", "a", "os", "as"), "~": ("", "e", "s", "es"), "^": ("", "а", "о", "ы")}
_NAMES = {
    State.OPEN: (
        "open|pending|to do|todo|not started|unstarted|incomplete|unfinished|outstanding|to be done"
        "|pendiente|pendientes|por hacer|abiert@|sin empezar|sin iniciar"
        "|pendente|pendentes|a fazer|abert@|em aberto"
        "|à faire|en attente|ouvert~|offen|ausstehend|zu erledigen"
        "|ожидает|к выполнению|открыт^|не начат^"
        "|待办|待處理|待处理|待开始|未开始|未開始|未完成|未实现|待实现"
        "|대기|대기 중|미시작|시작 전|미완료|未着手|未完了|未対応"
        "|لم يبدأ|قيد الانتظار|غير مكتمل|غير مكتملة|ממתין|לא התחיל|טרם התחיל|לא הושלם|פתוח"
    ),
    State.IN_PROGRESS: (
        "in progress|inprogress|wip|work in progress|partial|partially|ongoing|underway|under way"
        "|started|doing"
        "|en curso|en progreso|en proceso|parcial|em andamento|em curso|em progresso"
        "|en cours|partiel|partielle|in arbeit|in bearbeitung|laufend|begonnen|teilweise"
        "|в работе|в процессе|выполняется|частично"
        "|进行中|進行中|处理中|開発中|开发中|部分完成|作業中|対応中|진행 중|진행중|부분 완료"
        "|قيد التنفيذ|جاري|جاري التنفيذ|قيد العمل|جزئي|בתהליך|בעבודה|בביצוע|חלקי"
    ),
    State.BLOCKED: (
        "blocked|stuck|bloquead@|bloqué~|blockiert|заблокирован^|阻塞|受阻|被阻塞|ブロック中|차단|차단됨"
        "|محظور|חסום|חסומה"
    ),
    State.DEFERRED: (
        "deferred|on hold|postponed|paused|parked|aplazad@|pospuest@|diferid@|en pausa|adiad@"
        "|reporté~|différé~|en pause|zurückgestellt|verschoben|pausiert|отложен^|на паузе"
        "|推迟|已推迟|延期|暂缓|搁置|保留|보류|연기|مؤجل|مؤجلة|נדחה|נדחתה|מושהה"
    ),
    State.DONE: (
        "done|complete|completed|finished"
        "|hech@|completad@|complet@|terminad@|finalizad@|list@|concluíd@|feit@"
        "|terminé~|fait~|achevé~|fini~|complété~|erledigt|fertig|abgeschlossen|fertiggestellt"
        "|готов^|выполнен^|завершен^|сделан^"
        "|完成|已完成|完了|完了済み|済|済み|완료|완료됨|완성"
        "|مكتمل|مكتملة|تم|منجز|منجزة|הושלם|הושלמה|בוצע|בוצעה|גמור|הסתיים"
    ),
    State.CANCELLED: (
        "cancelled|canceled|abandoned|dropped|skipped|won't do|won’t do|wontfix|won't fix|n/a"
        "|not applicable|cancelad@|descartad@|no aplica|annulé~|abandonné~|abgebrochen|verworfen"
        "|entfällt|отменен^|取消|已取消|不适用|キャンセル|中止|対象外|취소|취소됨|해당 없음"
        "|ملغي|ملغى|ملغية|בוטל|בוטלה|מבוטל"
    ),
}
# States of documents, releases and the like.
_MORE_NAMES = {
    State.OPEN: (
        "draft|planned|planning|proposed|proposal|backlog|queued|scheduled|upcoming|future|new"
        "|ready to start|ready for implementation|ready for execution|ready for development"
        "|ready for dev|borrador|planificad@|propuest@|rascunho|planejad@|em planejamento"
        "|brouillon|prévu~|planifié~|proposé~|entwurf|geplant|vorgeschlagen|черновик"
        "|запланирован^|в планах|计划中|草稿|予定|計画中|下書き|예정|계획|초안"
        "|مخطط|مسودة|מתוכנן|טיוטה"
    ),
    State.IN_PROGRESS: (
        "active|in development|in review|under review|review|for review|ready for review|testing"
        "|in testing|en revisión|em revisão|en revue|in prüfung|на проверке"
        "|审核中|レビュー中|검토 중"
    ),
    State.DONE: (
        "shipped|implemented|released|delivered|deployed|merged|landed|fixed|resolved|closed"
        "|verified|implementad@|entregad@|entregue|cerrad@|fechad@|resuelt@|resolvid@|publicad@"
        "|livré~|implémenté~|déployé~|umgesetzt|implementiert|ausgeliefert|закрыт^|реализован^"
        "|решен^|внедрен^|已实现|已實現|已发布|已上线|已关闭|已解决|実装済み|リリース済み"
        "|구현 완료|배포 완료"
    ),
    State.CANCELLED: (
        "superseded|archived|retired|replaced|rejected|obsolete|withdrawn|declined|out of scope"
        "|rechazad@|obsolet@|rejeitad@|rejeté~|obsolète|abgelehnt|отклонен^|已废弃|已拒绝|已放弃|却下|廃止|거절|폐기|مرفوض|נדחתה"
    ),
}


def _spell_out(names: Mapping[State, str]) -> Iterator[tuple[str, State]]:
    for state, written in names.items():
        for word in listed(written):
            endings = _ENDINGS.get(word[-1])
            stem = word[:-1] if endings else word
            yield from ((stem + ending, state) for ending in endings or ("",))


NAMES = dict(_spell_out(_NAMES))
"""Words that are always a state."""
ALL_NAMES = dict(_spell_out(_MORE_NAMES)) | NAMES
"""All words for states, with those that could be the text of a task: `Planning`, `Review`."""
PHASE_NAMES = frozenset(
    listed("planning|proposal|draft|review|testing|new|open|active|future|backlog|released")
)
"""Words for a state that are also names of phases: `Phase 1 — Planning`."""

WHOLLY = frozenset(
    listed("fully|completely|entirely|all|already|now|totalmente|vollständig|полностью")
)
PARTLY = frozenset(
    listed(
        "partially|partly|mostly|nearly|almost|half|parcialmente|partiellement|teilweise|fast"
        "|presque|casi|quase|частично|почти"
    )
)
NOT = frozenset(listed("not|no|não|pas|non|nicht|не|לא|ليس|غير"))
