"""The labels of lines that say when, in the languages that plans are written in."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a line tells."""

    TIME = "time"
    """How long something takes, or when it is."""
    ESTIMATE = "estimate"
    """How long it may take, where the label is one of effort as often as of time."""
    EFFORT = "effort"
    """How much work it is: more than its length where several people do it."""
    TOTAL = "total"
    START = "start"
    DEADLINE = "deadline"
    LINKS = "links"
    BESIDE = "beside"
    DATE = "date"
    """When the page was written."""


_LABELS: dict[Kind, str] = {
    Kind.TIME: """
        duration, durations, estimated duration, planned duration, expected duration,
        phase duration, timeline, estimated timeline, planned timeline, timeframe, time frame,
        schedule, planned schedule, dates, planned dates, when, period, timing,
        duración, duración estimada, período, periodo, fechas, duração, duração estimada,
        durée, durée estimée, période, dates prévues, dauer, geschätzte dauer, zeitraum, zeitplan,
        срок, сроки, длительность, продолжительность, период,
        工期, 预计时间, 实施时间, 完成时间, 预计完成时间, 时间, 期間, 予定期間, 기간, 예상 기간,
        일정
        """,
    Kind.ESTIMATE: """
        time, estimated time, planned time, time estimate, time required, estimate, estimates,
        tiempo, tiempo estimado, estimación, tempo, tempo estimado, estimativa,
        temps, temps estimé, estimation, zeitbedarf, schätzung, zeit, оценка, оценка времени, время,
        预估, 预估时间, 所要時間, 見積, 見積り, 見積もり, 예상 시간, 소요 시간, 예상 소요 시간
        """,
    Kind.EFFORT: """
        effort, estimated effort, planned effort, effort estimate, effort required,
        esfuerzo, esfuerzo estimado, esforço, esforço estimado, charge, charge estimée,
        effort estimé, aufwand, geschätzter aufwand, zeitaufwand, трудозатраты, трудоёмкость,
        预估工时, 预估工作量, 预计工时, 预计工作量, 工数
        """,
    Kind.TOTAL: """
        total, grand total, total time, total duration, total timeline, total estimated time,
        total estimated duration, estimated total, overall duration, overall timeline,
        duración total, tiempo total, duração total, tempo total, durée totale, temps total,
        gesamtdauer, gesamt, итого, общий срок, всего, 总计, 总工期, 合計, 총계, 총 기간
        """,
    Kind.START: """
        start, starts, start date, starting date, project start, inicio, fecha de inicio,
        início, data de início, début, date de début, beginn, startdatum, projektstart,
        начало, дата начала, 开始日期, 开始时间, 開始日, 시작일
        """,
    Kind.DEADLINE: """
        deadline, hard deadline, final deadline, project deadline, due, due date, due by,
        fecha límite, plazo, prazo, prazo final, data limite, échéance, date limite,
        frist, stichtag, fällig, fällig am, fälligkeit, abgabe, abgabetermin,
        дедлайн, крайний срок, срок сдачи, 截止, 截止日期, 截止时间, 期限, 締切, 締め切り, 마감,
        마감일, 기한
        """,
    Kind.LINKS: """
        depends on, dependency, dependencies, prerequisite, prerequisites, blocked by, after,
        depende de, dependencia, dependencias, requisitos previos, dependência, dependências,
        pré-requisitos, dépend de, dépendance, dépendances, prérequis, abhängig von,
        abhängigkeit, abhängigkeiten, voraussetzung, voraussetzungen, зависит от, зависимость,
        зависимости, 依赖, 前置条件, 依存, 依存関係, 前提, 의존, 의존성, 선행, 선행 조건
        """,
    Kind.BESIDE: """
        parallel with, parallel to, in parallel with, concurrent with, en paralelo con,
        em paralelo com, en parallèle avec, en parallèle de, parallel zu, параллельно с
        """,
    Kind.DATE: """
        date, created, created on, last updated, updated, fecha, data, datum, erstellt, дата,
        日期, 日付, 날짜, 작성일
        """,
}
_KINDS = {
    " ".join(label.split()): kind for kind, labels in _LABELS.items() for label in labels.split(",")
}


@lru_cache(maxsize=4096)
def label_kind(written: str) -> Kind | None:
    """What kind of line a label heads, or None when it heads none: `**⏱️ Duration**`."""
    label = written.strip("*_` \t").lower()
    while label and not label[0].isalnum():
        label = label[1:]
    return _KINDS.get(label)
