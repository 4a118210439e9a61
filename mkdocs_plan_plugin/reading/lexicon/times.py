"""The words for times, in the languages of plans.

Each list of phrases is comma-separated. Patterns for labels, column heads and sentences are made
from these lists. The names of months are in the module `months`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from mkdocs_plan_plugin.reading.lexicon.lazy import lazy_pattern


def phrases(written: str) -> list[str]:
    """Split a list of phrases such as `due, due date`."""
    return [" ".join(phrase.split()) for phrase in written.split(",") if phrase.strip()]


class Unit(StrEnum):
    """A unit of time."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    CALENDAR_DAY = "calendar day"
    WEEK = "week"
    SPRINT = "sprint"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Column(StrEnum):
    """The meaning of a text in a schedule, by its label or the head of its column."""

    DURATION = "duration"
    """The duration."""
    TIME = "time"
    """The duration or the date."""
    ESTIMATE = "estimate"
    """The duration, or the effort: the word means either."""
    EFFORT = "effort"
    """The effort, which is more than the duration if several people work."""
    TOTAL = "total"
    START = "start"
    END = "end"
    DEADLINE = "deadline"
    AFTER = "after"
    BESIDE = "beside"
    DATE = "date"
    """The date of the page, in a line; the date of the row, in a table."""
    WRITTEN = "written"
    """The date of the page."""


LENGTHS = (Column.DURATION, Column.TIME, Column.ESTIMATE, Column.EFFORT)
"""The columns with the time of a row, the most reliable first."""
LINKS = (Column.AFTER, Column.BESIDE)

_COLUMNS: dict[Column, str] = {
    Column.DURATION: """
        duration, durations, estimated duration, planned duration, expected duration,
        est. duration, phase duration, duración, duración estimada, duração, duração estimada,
        durée, durée estimée, dauer, geschätzte dauer, срок, длительность, продолжительность,
        工期, 预计时间, 期間, 予定期間, 기간, 예상 기간
        """,
    Column.TIME: """
        time, timeline, estimated timeline, planned timeline, timeframe, time frame, planned time,
        schedule, estimated schedule, planned schedule, dates, planned dates, estimated dates,
        target dates, date range, when, period, timing, time window, calendar week,
        week, weeks, day, days, month, months, quarter, quarters,
        tiempo, período, periodo, fechas, semana, semanas, tempo, temps, semaine, semaines,
        mois, période, dates prévues, zeit, zeitraum, zeitplan, termine, woche, wochen,
        kalenderwoche, kw, monat, monate, quartal, время, сроки, период,
        неделя, недели, месяц, квартал, 月份, 季度, 周, 週, 月,
        实施时间, 完成时间, 预计完成时间, 时间, 時期, 일정
        """,
    Column.ESTIMATE: """
        estimated time, est. time, time estimate, time estimates, time required, estimate,
        estimates,
        tiempo estimado, estimación, tempo estimado, estimativa, temps estimé, estimation,
        zeitbedarf, schätzung, оценка, оценка времени,
        预估, 预估时间, 所要時間, 見積, 見積り, 見積もり, 예상 시간, 소요 시간, 예상 소요 시간
        """,
    Column.EFFORT: """
        effort, estimated effort, planned effort, effort estimate, effort required,
        esfuerzo, esfuerzo estimado, esforço, esforço estimado, charge, charge estimée,
        effort estimé, aufwand, geschätzter aufwand, zeitaufwand, трудозатраты, трудоёмкость,
        预估工时, 预估工作量, 预计工时, 预计工作量, 工数
        """,
    Column.TOTAL: """
        total, grand total, total time, total duration, total timeline, total estimated time,
        total estimated duration, estimated total, overall duration, overall timeline,
        duración total, tiempo total, duração total, tempo total, durée totale, temps total,
        gesamtdauer, gesamt, итого, общий срок, всего, 总计, 总工期, 合計, 총계, 총 기간
        """,
    Column.START: """
        start, starts, started, starting, start date, starting date, project start, begin, begins,
        begin date, start day, start week, planned start, planned start date, estimated start,
        est. start, expected start, target start, target start date, proposed start, from,
        inicio, fecha de inicio, inicio previsto, início, data de início, início previsto, début,
        date de début, début prévu, beginn, startdatum, projektstart, geplanter start,
        geplanter beginn, начало, плановое начало, дата начала,
        开始, 开始日期, 开始时间, 開始, 開始日, 시작, 시작일
        """,
    Column.END: """
        end, ends, end date, end day, end week, finish, finish date, until, target,
        target date, target end, target end date, target completion, target completion date,
        planned end, planned end date, planned finish, planned completion, estimated end,
        est. end, estimated completion, est. completion, expected end, expected completion,
        eta, delivery date, planned delivery, target delivery,
        fin, fecha de fin, fecha fin, fin previsto, fecha objetivo, fecha prevista,
        fim, data de fim, data de término, fim previsto, data prevista, data alvo, término,
        date de fin, fin prévue, date cible, date prévue, ende, enddatum, geplantes ende,
        zieldatum, zieltermin, окончание, дата окончания, плановое окончание, конец, 结束,
        结束日期, 结束时间, 目标日期, 终了, 終了, 終了日, 目標日, 종료, 종료일, 완료일, 목표일
        """,
    Column.DEADLINE: """
        deadline, hard deadline, final deadline, project deadline, due, due date, due by, due on,
        fecha límite, plazo, vence, vence el, prazo, prazo final, data limite, échéance,
        date limite, frist, stichtag, fällig, fällig am, fällig bis, fälligkeit, abgabe,
        abgabetermin,
        дедлайн, крайний срок, срок сдачи, 截止, 截止日期, 截止时间, 期限, 締切, 締め切り, 마감,
        마감일, 기한
        """,
    Column.AFTER: """
        depends on, dependency, dependencies, prerequisite, prerequisites, predecessor,
        predecessors, blocked by, after,
        depende de, dependencia, dependencias, requisitos previos, dependência, dependências,
        pré-requisitos, dépend de, dépendance, dépendances, prérequis, abhängig von,
        abhängigkeit, abhängigkeiten, voraussetzung, voraussetzungen, зависит от, зависимость,
        зависимости, 依赖, 前置条件, 依存, 依存関係, 前提, 의존, 의존성, 선행, 선행 조건
        """,
    Column.BESIDE: """
        parallel with, parallel to, in parallel with, concurrent with, en paralelo con,
        em paralelo com, en parallèle avec, en parallèle de, parallel zu, параллельно с
        """,
    Column.DATE: "date, fecha, datum, дата, 日期, 日付, 날짜",
    Column.WRITTEN: "created, created on, last updated, updated, data, erstellt, 작성일",
}

# The names of units; those in the first list may also be counted: "Week 3" and "3 weeks".
_UNITS: dict[Unit, tuple[str, str]] = {
    Unit.MINUTE: (
        "",
        "minutes?, mins?, minutos?, minuten?, минут[аы]?, мин, 分钟, 分鐘, 分間?, 분",
    ),
    Unit.HOUR: (
        "hours?, horas?, heures?, stunden?",
        "hrs?, h, std, час(?:а|ов)?, ч, (?:个|個)?小时, (?:个|個)?小時, 時間, 시간",
    ),
    Unit.DAY: (
        "days?, días?, dias?, jours?, tage?, день, дни",
        """
        (?:business|working|work)[ -]days?, d,
        (?:días?|dias?) (?:hábiles|laborables|úteis), jours? ouvr(?:és|ables), journées?, tagen,
        (?:arbeits|werk)tage?n?, рабоч(?:ий|их) (?:день|дня|дней), дня, дней, дн,
        (?:个|個)?工作日, 天, 日間?, 営業日, 营业日, 영업일, 일간?, 나절
        """,
    ),
    Unit.CALENDAR_DAY: (
        "",
        """
        calendar[ -]days?, consecutive days?, kalendertage?n?,
        (?:días?|dias?) (?:naturales|corridos|calendario|consecutivos), jours? calendaires,
        календарн(?:ый|ых) (?:день|дня|дней), (?:个|個)?自然日, (?:个|個)?日历日, 日历天, 暦日, 역일
        """,
    ),
    Unit.WEEK: (
        "weeks?, wks?, w, semanas?, semaines?, wochen?, недел[ьяи]",
        "sem, неделю, нед, (?:个|個)?星期, 周, 週間?, 주간?",
    ),
    Unit.SPRINT: ("sprints?, спринты?, スプリント, 스프린트", "спринт(?:а|ов)"),
    Unit.MONTH: (
        "months?, meses, mes, mês, mois, monate?, месяцы?",
        "mos?, monaten, месяц(?:а|ев), мес, (?:个|個|ヶ|か|カ|ヵ|ケ|箇)月間?, 개월간?",
    ),
    Unit.QUARTER: (
        "",
        """
        quarters?, qtrs?, trimestres?, quartale?n?, квартал(?:а|ов)?, (?:个|個)?季度, 四半期, 분기
        """,
    ),
    Unit.YEAR: (
        "",
        "years?, yrs?, y, años?, anos?, ans?, années?, jahre?n?, год(?:а|у)?, лет, 年間?, 년간?",
    ),
}

AND = r"\b(?:and|und|y|e|et|и)\b"
TO = r"(?:\b(?:to|until|till|through|bis(?: zum)?|al?|au|hasta|até|до|по)\b|[-–—~～〜à至到]|から)"
FROM = r"\b(?:from|von|vom|del?|du|с|от)\b"
BETWEEN = r"\b(?:between|entre|zwischen|между)\b"
UP_TO = phrases("""
    up to, at most, no more than, max, maximum, hasta, como máximo, máximo, até, no máximo,
    jusqu['’]à, au maximum, au plus, bis zu, maximal, höchstens, до, не более,
    最多, 最大, 最长, 최대
""")
"""Words before the longest that something lasts."""
LAST_OF = phrases("""
    end of, the end of, ende, ende des, fin de, finales de, a finales de, fines de, fim de,
    final de, no final de, fin, fin du mois de, la fin de, конец, конца, в конце, к концу
""")
"""Words before a period that mean its last day."""
WITHIN = phrases("""
    early, mid, middle of, the middle of, late, beginning of, start of, in, during, sometime in,
    a principios de, principios de, inicios de, a mediados de, mediados de, durante, en,
    início de, no início de, meados de, em meados de, em, début, mi, courant, anfang, mitte, im,
    начало, в начале, середина, в середине, в
""")
"""Words before a period that mean some day in it."""
STARTING = phrases("""
    starting, starting on, beginning, beginning on, begins, from, as of, ab, ab dem, beginnend am,
    desde, a partir de, a partir del, à partir du, с
""")
"""Words before the first day of something that has been given a duration."""
WEEK_OF = phrases("""
    week of, week beginning, week starting, week commencing, woche vom, woche ab, semana del,
    semana de, semana do, semaine du, неделя с
""")
"""Words before the first day of a week."""
CALENDAR_WEEK = phrases("""
    kw, cw, calendar week, calendar weeks, iso week, iso weeks, kalenderwoche, kalenderwochen
""")
"""The weeks of a year. Other words for weeks need the year to be understood so."""
BY = phrases("by, bis zum, bis, até, para el, pour le, до")
"""Words before a due date."""
UNTIL = phrases("until, till, hasta el, hasta, jusqu['’]au")
"""Words before the last day of something."""

AFTER = phrases("""
    after, depend(?:s|ent|ing|encies|ency)? (?:up)?on, blocked by, requires?, needs?, following,
    después de, tras, dependen? d[aeo]s?, depois d[aeo]s?, após, après, dépend(?:ent)? d(?:e|u|es),
    nach, abhängig von, häng(?:t|en)(?: ab)? von, после, завис(?:ит|ят) от, 依赖于?
""")
"""Words before the name of a dependency."""
BESIDE = phrases("""
    (?:in )?parallel (?:with|to|zu|mit), concurrent(?:ly)? with, alongside,
    simultaneous(?:ly)? with, at the same time as, (?:en |em )?paral[eo]lo (?:con|com|a),
    (?:en )?parallèle (?:avec|de|à), параллельно со?
""")
"""Words before the name of what runs in parallel."""
BEHIND_AFTER = phrases("(?:完成)?(?:之|以)?后, の後, 完了後, 이후, 완료 후, 후에")
"""Words after the name of a dependency."""
BEHIND_BESIDE = phrases("并行, と?並行, (?:와|과) ?병행, 同时")

_LETTERS_WITHOUT_SPACES = "\u2e80"
"""The first letter of scripts without spaces between words."""


def any_of(patterns: Iterable[str]) -> str:
    """Return a pattern for the longest of some phrases, which may be patterns themselves.

    It matches whole words, except in scripts without spaces between words.
    """
    closed: list[str] = []
    open_: list[str] = []
    for pattern in sorted(set(patterns), key=lambda each: (-len(each), each)):
        last = re.findall(r"\w", pattern)[-1]
        (closed if last < _LETTERS_WITHOUT_SPACES else open_).append(pattern)
    whole = [rf"\b(?:{'|'.join(closed)})\b"] if closed else []
    return "|".join((*whole, *open_))


def fragments(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return a required word of each pattern, in lower case, for quick checks."""
    bare = (re.sub(r"\(\?:[^()]*\)\??|\[[^]]*\]|\w\?", " ", pattern) for pattern in patterns)
    words = {max(re.findall(r"\w+", pattern), key=len).lower() for pattern in bare}
    return tuple(
        word for word in sorted(words) if not any(other in word for other in words if other != word)
    )


_BY_PHRASE = {phrase: column for column, written in _COLUMNS.items() for phrase in phrases(written)}
_HEAD = lazy_pattern(rf"\W*({any_of(map(re.escape, _BY_PHRASE))})", re.IGNORECASE)


_TO_HEADS = ("to", "hasta", "até", "bis", "à", "по")
_START_TO_END = lazy_pattern(
    rf"\W*(?:{any_of(map(re.escape, phrases(_COLUMNS[Column.START])))})\s*"
    rf"(?:[-–—~/&+→]|->|to\b|and\b|bis\b|und\b|a\b|y\b|e\b|et\b|по\b|и\b)\s*"
    rf"(?:{any_of([*map(re.escape, phrases(_COLUMNS[Column.END])), *_TO_HEADS])})",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def column_of_label(written: str) -> Column | None:
    """Return the column of a label, or None: `**⏱️ Duration**`."""
    label = written.strip("*_` \t").lower()
    while label and not label[0].isalnum():
        label = label[1:]
    return _BY_PHRASE.get(label)


@lru_cache(maxsize=1024)
def column_of_head(head: str) -> Column | None:
    """Return the column of a table head, by its first words: `Due date (UTC)`.

    A column `Start – End` has the whole time.
    """
    if _START_TO_END.match(head):
        return Column.TIME
    match = _HEAD.match(head)
    if not match:
        return Column.END if head.strip(" *_").casefold() in _TO_HEADS else None
    return _BY_PHRASE.get(match[1].casefold())


def words_for(column: Column) -> list[str]:
    """Return the phrases of a column, as patterns."""
    return [re.escape(phrase) for phrase in phrases(_COLUMNS[column])]


def units(unit: Unit) -> str:
    """Return a pattern for the names of a unit."""
    return "|".join(phrases(", ".join(_UNITS[unit])))


ANY_UNIT = "|".join(map(units, Unit))
COUNTED_UNIT = "|".join(name for names, _ in _UNITS.values() for name in phrases(names))
"""The names of units in offsets such as `Week 3`. Not "h" and "d": "H1" is half a year."""
UNIT_WORDS = phrases("""
    hours, days, week, weeks, month, months, sprint, sprints, quarter, quarters, years,
    horas, días, semana, semanas, meses, heures, jours, semaine, semaines, mois,
    stunden, tage, woche, wochen, monat, monate, недели, недель, неделя, дней, месяца, месяцев
""")
"""Words for units that may be misspelt."""
