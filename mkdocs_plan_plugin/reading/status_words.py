"""The words and signs that tell how far something is: `In progress`, `✅ Hecha`, `75 % done`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.states import STATES

# What a state is called. `@`, `~` and `^` stand for the endings below.
_WORDS = {
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
# What is said of documents, releases and the like. As a task's text, each of them is a task.
_MORE_WORDS = {
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
_ENDINGS = {"@": ("o", "a", "os", "as"), "~": ("", "e", "s", "es"), "^": ("", "а", "о", "ы")}


def word_set(written: str) -> frozenset[str]:
    """The words of a list that is written with `|` between them."""
    return frozenset(written.split("|"))


def _spell_out(words: dict[State, str]) -> Iterator[tuple[str, State]]:
    for state, written in words.items():
        for word in written.split("|"):
            endings = _ENDINGS.get(word[-1])
            stem = word[:-1] if endings else word
            yield from ((stem + ending, state) for ending in endings or ("",))


_BARE = dict(_spell_out(_WORDS))
_ALL = dict(_spell_out(_MORE_WORDS)) | _BARE
_WHOLLY = word_set("fully|completely|entirely|all|already|now|totalmente|vollständig|полностью")
_PARTLY = word_set(
    "partially|partly|mostly|nearly|almost|half|parcialmente|partiellement|teilweise|fast"
    "|presque|casi|quase|частично|почти"
)
_NOT = word_set("not|no|não|pas|non|nicht|не|לא|ليس|غير")

SIGNS = {mark: state for mark, state in STATES.items() if mark in "✅✓✔☑🔄⏳🚧⚠"} | {
    "⬜": State.OPEN,
    "☐": State.OPEN,
    "◻": State.OPEN,
    "❌": State.OPEN,
    "⏸": State.DEFERRED,
    "⏭": State.DEFERRED,
    "⛔": State.BLOCKED,
}
"""The signs that tell a state by themselves."""

_SHORTCODES = re.compile(r":(?:white|heavy)_check_mark:")
_OTHER_CODE = re.compile(r":[\w+-]+:")
_BOX = re.compile(r"\W*\[([^\[\]]{1,3})\]\s*")
_LEAD = re.compile(r"[\W_]*")
# Where the state ends and remarks begin: `Done (v2)`, `Complete — all parts`, `Done 2026-07-11`.
_CUT = re.compile(r"[^\w\s'’/-]|\s-+\s|\s(?=\d)|\s(?:and|y|et|und|и)\s")
_JOINED = re.compile(r"(?<=\w)[_-](?=\w)")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*%\s*")
_WORDY = re.compile(r"[^\W\d_]|[/%]")
# `Done except for the docs` is not done.
_HEDGE = re.compile(
    r"[\W\d]*(?:except|but|pending|awaiting|apart from|until|when|once|if|not|pero|excepto|salvo"
    r"|mais|sauf|mas|exceto|aber|außer|bis auf|но|кроме)\b",
    re.IGNORECASE,
)
_LONGEST = 40


def bare_state(words: str) -> State | None:
    """The state that a text is the name of, and nothing but that: `In progress`, `done.`."""
    return _look_up(_fold(words.strip(" .:!")), _BARE)


def status_state(words: str) -> State | None:
    """The state that a status field tells, or None when it can't be read for certain.

    Remarks may follow: `Done (v2)`. What contradicts itself tells nothing: `✅ planned`.
    """
    if box := _BOX.match(words):
        return _boxed(STATES.get(box[1].strip() or " "), words[box.end() :])
    words = _OTHER_CODE.sub("", _SHORTCODES.sub("✅", words)) if ":" in words else words
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    signs, rest = words[:start], words[start:]
    sign = next((SIGNS[char] for char in signs if char in SIGNS), None)
    said = _percent(rest) or _said(rest)
    if said:
        return None if sign is State.DONE and said is State.OPEN else said
    return sign if sign and _stands_alone(sign, signs, rest) else None


def _boxed(box: State | None, words: str) -> State | None:
    """`[x] Done` and `[x]`; not `[x] Pending`, nor the boxes of a form: `[ ] Open [ ] Done`."""
    if "[" in words:
        return None
    said = status_state(words)
    if not words.strip():
        return box
    return None if box is State.DONE and said is not State.DONE else said


def _stands_alone(sign: State, signs: str, rest: str) -> bool:
    """Whether words that can't be read leave a sign its meaning: `✅ (by Ana)`, `🚧 phase 2`."""
    if sign is State.IN_PROGRESS:
        return True
    remark = signs.rstrip()[-1:] in tuple("(（—–")
    return remark or not _WORDY.search(rest)


def _percent(words: str) -> State | None:
    """`75% complete`; not `80% test coverage`."""
    match = _PERCENT.match(words)
    if not match:
        return None
    rest = words[match.end() :]
    if _CUT.split(rest, maxsplit=1)[0].strip() and _said(rest) is not State.DONE:
        return None
    percent = int(match[1])
    if not percent:
        return State.OPEN
    return State.IN_PROGRESS if percent < 100 else State.DONE


def _said(words: str) -> State | None:
    cut = _CUT.search(words)
    head = words[: cut.start()] if cut else words
    state = _look_up(_fold(head), _ALL)
    if cut and (cut[0] == "?" or (state is State.DONE and _HEDGE.match(words, cut.end()))):
        return None
    return state


def _fold(words: str) -> str:
    if len(words) > _LONGEST:
        return ""
    return " ".join(_JOINED.sub(" ", words.casefold()).replace("ё", "е").split())


def _look_up(words: str, known: dict[str, State]) -> State | None:
    """A state by its name, which may have an adverb before it."""
    words = words.removesuffix(" yet")
    if words in known:
        return known[words]
    adverb, _, rest = words.partition(" ")
    state = known.get(rest.removeprefix("yet "))
    if state not in (State.DONE, State.IN_PROGRESS):
        return None
    if adverb in _PARTLY:
        return State.IN_PROGRESS
    if adverb in _NOT:
        return State.OPEN
    return state if adverb in _WHOLLY else None
