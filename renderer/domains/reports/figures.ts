import type { TFunction } from 'i18next'
import type { ListQuery, View } from '../../../shared/contract/applications.ts'
import type { Report, ReportQuery, WorkFigures } from '../../../shared/contract/reports.ts'
import type { Language } from '../../texts/languages.ts'
import { formatNumber, formatPlainDay } from '../../ui/format.ts'
import type { FigureData, FigureRow, RowsBehind, Series } from './figure-data.ts'

/** What the figures of a report are written with. */
export interface FigureWords {
  readonly t: TFunction
  readonly language: Language
  readonly serviceTitle: (id: string) => string
  readonly query: ReportQuery
}

type Filters = Partial<ListQuery['filters']>

const OPEN_STATUSES: ListQuery['filters']['status'] = ['received', 'in-progress', 'proposed']

/** The cases of the department looked at that fulfil more conditions. */
export const behind = ({ query: { departmentId } }: FigureWords, view: View, filters: Filters): RowsBehind =>
  ({ view, filters: { ...(departmentId ? { departmentId: [departmentId] } : {}), ...filters } })

export const countFormat = ({ language }: FigureWords) => (value: number): string => formatNumber(value, language)
export const daysFormat = ({ t, language }: FigureWords) => (value: number): string => t('reports.days', { value: formatNumber(value, language) })
export const percentFormat = ({ t, language }: FigureWords) => (value: number): string => t('reports.percent', { value: formatNumber(value, language) })

/** Parts of a hundred with one decimal place; null where there is nothing to take a part of. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1_000) / 10)

export function throughputFigure({ parts }: Report, words: FigureWords): FigureData {
  const { t, language } = words
  const series: readonly Series[] = (['received', 'decided', 'closed'] as const).map((id, index) =>
    ({ id, title: t(`reports.throughput.${id}`), fill: (['outlined', 'solid', 'hatched'] as const)[index] ?? null, format: countFormat(words) }))
  const happened = parts.some(({ received, decided, closed }) => received + (decided ?? 0) + (closed ?? 0) > 0)
  const rows = parts.map(({ from, to, received, decided, closed }): FigureRow => ({
    id: from,
    label: t('reports.between', { from: formatPlainDay(from, language), to: formatPlainDay(to, language) }),
    shortLabel: formatPlainDay(from, language).replace(/\/?\d{4}$/, ''),
    values: [received, decided, closed],
    behind: [behind(words, 'all', { receivedFrom: from, receivedTo: to }), behind(words, 'all', { decidedFrom: from, decidedTo: to }), null],
  }))
  return { id: 'throughput', title: t('reports.throughput.title'), hint: t('reports.throughput.hint'), rowTitle: t('reports.throughput.row'), series, rows: happened ? rows : [] }
}

/** In the order of `AGES`. */
const AGE_NAMES = ['week', 'fortnight', 'month', 'quarter', 'older'] as const

export function agesFigure({ ages }: Report, words: FigureWords): FigureData {
  const { t } = words
  const rows = ages.map(({ from, to, count: value }, index): FigureRow => {
    const name = t(`reports.ages.names.${AGE_NAMES[index] ?? 'older'}`)
    return { id: to, label: name, shortLabel: name, values: [value], behind: [behind(words, 'all', { status: OPEN_STATUSES, receivedFrom: from, receivedTo: to })] }
  })
  return {
    id: 'ages', title: t('reports.ages.title'), hint: t('reports.ages.hint'), rowTitle: t('reports.ages.row'),
    series: [{ id: 'count', title: t('reports.ages.count'), fill: 'solid', format: countFormat(words) }], rows: ages.some(age => age.count > 0) ? rows : [],
  }
}

export const keptShare = ({ deadlines }: WorkFigures): number | null => deadlines && shareOf(deadlines.kept, deadlines.all)

export const sentBackShare = ({ decided, returned, rejected }: WorkFigures): number | null => shareOf(returned + rejected, decided + returned + rejected)

export function servicesFigure({ now, before }: Report, words: FigureWords): FigureData {
  const { t, serviceTitle } = words
  const earlier = new Map<string, number | null>(before.services.map(({ serviceId, medianDays }) => [serviceId, medianDays]))
  const { from: decidedFrom, to: decidedTo } = now.period
  const rows = now.services.toSorted((one, other) => (other.medianDays ?? 0) - (one.medianDays ?? 0)).map((service): FigureRow => {
    const cases = behind(words, 'all', { serviceId: [service.serviceId], decidedFrom, decidedTo })
    return {
      id: service.serviceId, label: serviceTitle(service.serviceId), shortLabel: serviceTitle(service.serviceId),
      values: [service.medianDays, service.p90Days, earlier.get(service.serviceId) ?? null, service.decided, keptShare(service), sentBackShare(service)],
      behind: [cases, cases, null, cases, cases, null],
    }
  })
  return {
    id: 'services', title: t('reports.services.title'), hint: t('reports.services.hint'), rowTitle: t('reports.services.row'), rows,
    series: [
      { id: 'median', title: t('reports.services.median'), fill: 'solid', format: daysFormat(words) },
      { id: 'p90', title: t('reports.services.p90'), fill: 'hatched', format: daysFormat(words) },
      { id: 'before', title: t('reports.services.medianBefore'), fill: null, format: daysFormat(words) },
      { id: 'decided', title: t('reports.services.decided'), fill: null, format: countFormat(words) },
      { id: 'kept', title: t('reports.services.kept'), fill: null, format: percentFormat(words) },
      { id: 'sent-back', title: t('reports.services.sentBack'), fill: null, format: percentFormat(words) },
    ],
  }
}

export function channelsFigure({ now, before }: Report, words: FigureWords): FigureData {
  const { t } = words
  const { from: receivedFrom, to: receivedTo } = now.period
  const rows = (['portal', 'paper', 'telephone'] as const).map((channel): FigureRow => ({
    id: channel, label: t(`channel.${channel}`), shortLabel: t(`channel.${channel}`),
    values: [now.channels[channel], shareOf(now.channels[channel], now.received), shareOf(before.channels[channel], before.received)],
    behind: [behind(words, 'all', { channel: [channel], receivedFrom, receivedTo }), null, null],
  }))
  return {
    id: 'channels', title: t('reports.channels.title'), hint: t('reports.channels.hint'), rowTitle: t('reports.channels.row'), rows: now.received > 0 ? rows : [],
    series: [
      { id: 'count', title: t('reports.channels.count'), fill: 'solid', format: countFormat(words) },
      { id: 'share', title: t('reports.channels.share'), fill: null, format: percentFormat(words) },
      { id: 'before', title: t('reports.channels.before'), fill: null, format: percentFormat(words) },
    ],
  }
}

export function returnsFigure({ now }: Report, words: FigureWords): FigureData {
  const { t, serviceTitle } = words
  const rows = now.services
    .filter(({ returned, rejected }) => returned + rejected > 0)
    .toSorted((one, other) => other.returned + other.rejected - one.returned - one.rejected)
    .map((service): FigureRow => ({
      id: service.serviceId, label: serviceTitle(service.serviceId), shortLabel: serviceTitle(service.serviceId),
      values: [service.returned, service.rejected, sentBackShare(service)], behind: [null, null, null],
    }))
  return {
    id: 'returns', title: t('reports.returns.title'), hint: t('reports.returns.hint'), rowTitle: t('reports.returns.row'), rows,
    series: [
      { id: 'returned', title: t('reports.returns.returned'), fill: 'solid', format: countFormat(words) },
      { id: 'rejected', title: t('reports.returns.rejected'), fill: 'hatched', format: countFormat(words) },
      { id: 'share', title: t('reports.returns.share'), fill: null, format: percentFormat(words) },
    ],
  }
}

const MOST_ASKED = 12

export function askedFigure({ asked }: Report, words: FigureWords): FigureData {
  const { t, language, serviceTitle } = words
  const rows = asked.slice(0, MOST_ASKED).map(({ serviceId, label, count: value }): FigureRow => {
    const name = label?.[language] ?? t('reports.asked.other')
    return { id: `${serviceId}/${label?.de ?? ''}`, label: `${name} (${serviceTitle(serviceId)})`, shortLabel: name, values: [value], behind: [null] }
  })
  return {
    id: 'asked', title: t('reports.asked.title'), hint: t('reports.asked.hint'), rowTitle: t('reports.asked.row'), rows,
    series: [{ id: 'count', title: t('reports.asked.count'), fill: 'solid', format: countFormat(words) }],
  }
}

export function peopleFigure({ people }: Report, words: FigureWords): FigureData {
  const { t } = words
  const rows = (people ?? []).map(({ personId, name, open, overdue, waiting }): FigureRow => {
    const assigneeId = [personId]
    return {
      id: personId, label: name, shortLabel: name, values: [open, overdue, waiting],
      behind: [behind(words, 'all', { assigneeId, status: OPEN_STATUSES }), behind(words, 'overdue', { assigneeId }), behind(words, 'waiting', { assigneeId })],
    }
  })
  return {
    id: 'people', title: t('reports.people.title'), hint: t('reports.people.hint'), rowTitle: t('reports.people.row'), rows,
    series: (['open', 'overdue', 'waiting'] as const).map((id, index) =>
      ({ id, title: t(`reports.people.${id}`), fill: (['solid', null, null] as const)[index] ?? null, format: countFormat(words) })),
  }
}
