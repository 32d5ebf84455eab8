import type { View } from '../../../shared/contract/applications.ts'
import type { PeriodFigures, Report, ServiceFigures } from '../../../shared/contract/reports.ts'
import { formatPlainDay } from '../../ui/format.ts'
import type { FigureData, FigureRow, RowsBehind } from './figure-data.ts'
import { behind, countFormat, daysFormat, OPEN_STATUSES, percentFormat, shareOf, type FigureWords } from './figure-words.ts'
import { stuckSeries, stuckValues } from './stuck.ts'

const MOST_DRAWN = 8

/** Where open cases lie and wait, the worst first. */
export function stuckFigure({ at, stuck }: Report, words: FigureWords): FigureData {
  const { t, serviceTitle } = words
  const rows = stuck.map((counts): FigureRow => {
    const { serviceId, open, unassigned, proposed, overdue, waiting } = counts
    const ofService = { serviceId: [serviceId] }
    const all = behind(words, open, 'all', { ...ofService, status: OPEN_STATUSES })
    return {
      id: serviceId, label: serviceTitle(serviceId), shortLabel: serviceTitle(serviceId), values: stuckValues(counts, at),
      behind: [
        behind(words, overdue, 'overdue', ofService), all, all, behind(words, unassigned, 'unassigned', ofService),
        behind(words, waiting, 'waiting', ofService), behind(words, proposed, 'all', { ...ofService, status: ['proposed'] }),
      ],
    }
  })
  return { id: 'stuck', title: t('reports.stuck.title'), hint: t('reports.stuck.hint'), rowTitle: t('reports.stuck.row'), series: stuckSeries(words), rows, drawnRows: MOST_DRAWN }
}

export function throughputFigure({ parts }: Report, words: FigureWords): FigureData {
  const { t, language } = words
  const series = (['received', 'decided', 'closed'] as const).map((id, index) =>
    ({ id, title: t(`reports.throughput.${id}`), fill: (['outlined', 'solid', 'hatched'] as const)[index] ?? null, format: countFormat(words) }))
  const happened = parts.some(({ received, decided, closed }) => received + (decided ?? 0) + (closed ?? 0) > 0)
  const rows = parts.map(({ from, to, received, decided, closed }): FigureRow => ({
    id: from,
    label: t('reports.between', { from: formatPlainDay(from, language), to: formatPlainDay(to, language) }),
    shortLabel: formatPlainDay(from, language).replace(/\/?\d{4}$/, ''),
    values: [received, decided, closed],
    behind: [
      behind(words, received, 'all', { receivedFrom: from, receivedTo: to }), behind(words, decided ?? 0, 'all', { decidedFrom: from, decidedTo: to }),
      behind(words, closed ?? 0, 'all', { closedFrom: from, closedTo: to }),
    ],
  }))
  return { id: 'throughput', title: t('reports.throughput.title'), hint: t('reports.throughput.hint'), rowTitle: t('reports.throughput.row'), series, rows: happened ? rows : [] }
}

/** In the order of `AGES`. */
const AGE_NAMES = ['week', 'fortnight', 'month', 'quarter', 'older'] as const

export function agesFigure({ ages }: Report, words: FigureWords): FigureData {
  const { t } = words
  const rows = ages.map(({ from, to, count }, index): FigureRow => {
    const age = AGE_NAMES[index] ?? 'older'
    return { id: to, label: t(`reports.ages.names.${age}`), shortLabel: t(`reports.ages.short.${age}`), values: [count], behind: [behind(words, count, 'all', { status: OPEN_STATUSES, receivedFrom: from, receivedTo: to })] }
  })
  return {
    id: 'ages', title: t('reports.ages.title'), hint: t('reports.ages.hint'), rowTitle: t('reports.ages.row'),
    series: [{ id: 'count', title: t('reports.ages.count'), fill: 'solid', format: countFormat(words) }], rows: ages.some(age => age.count > 0) ? rows : [],
  }
}

const lateOf = ({ deadlines }: ServiceFigures): number | null => deadlines && deadlines.all - deadlines.kept

export function servicesFigure({ now, before }: Report, words: FigureWords): FigureData {
  const { t, serviceTitle } = words
  const earlier = new Map<string, ServiceFigures>(before.services.map(service => [service.serviceId, service]))
  const rows = now.services.toSorted((one, other) => (other.medianDays ?? 0) - (one.medianDays ?? 0)).map((service): FigureRow => {
    const { serviceId } = service
    const decidedIn = ({ period: { from, to } }: PeriodFigures, count: number, isLate?: true): RowsBehind | null =>
      behind(words, count, 'all', { serviceId: [serviceId], decidedFrom: from, decidedTo: to, ...(isLate ? { isLate } : {}) })
    const cases = decidedIn(now, service.decided)
    return {
      id: serviceId, label: serviceTitle(serviceId), shortLabel: serviceTitle(serviceId),
      values: [service.medianDays, service.p90Days, earlier.get(serviceId)?.medianDays ?? null, service.decided, lateOf(service), shareOf(service.sentBack, service.settled)],
      behind: [cases, cases, decidedIn(before, earlier.get(serviceId)?.decided ?? 0), cases, decidedIn(now, lateOf(service) ?? 0, true), sentBackIn(now, words, service, 'either')],
    }
  })
  return {
    id: 'services', title: t('reports.services.title'), hint: t('reports.services.hint'), rowTitle: t('reports.services.row'), rows,
    series: [
      { id: 'median', title: t('reports.services.median'), fill: 'solid', format: daysFormat(words) },
      { id: 'p90', title: t('reports.services.p90'), fill: 'hatched', format: daysFormat(words) },
      { id: 'before', title: t('reports.services.medianBefore'), fill: null, format: daysFormat(words) },
      { id: 'decided', title: t('reports.services.decided'), fill: null, format: countFormat(words) },
      { id: 'late', title: t('reports.services.late'), fill: null, format: countFormat(words) },
      { id: 'sent-back', title: t('reports.services.sentBack'), fill: null, format: percentFormat(words) },
    ],
  }
}

const SENT_BACK = { returned: 'returned', rejected: 'rejected', either: 'sentBack' } as const

const sentBackIn = ({ period: { from, to } }: PeriodFigures, words: FigureWords, service: ServiceFigures, how: keyof typeof SENT_BACK): RowsBehind | null =>
  behind(words, service[SENT_BACK[how]], 'all', { serviceId: [service.serviceId], sentBack: { from, to, how } })

export function channelsFigure({ now, before }: Report, words: FigureWords): FigureData {
  const { t } = words
  const rows = (['portal', 'state-portal', 'paper', 'telephone'] as const).map((channel): FigureRow => {
    const cameIn = ({ channels, period: { from, to } }: PeriodFigures): RowsBehind | null => behind(words, channels[channel], 'all', { channel: [channel], receivedFrom: from, receivedTo: to })
    const [name, share] = [t(`channel.${channel}`), shareOf(now.channels[channel], now.received)]
    return {
      id: channel, label: name, shortLabel: share === null ? name : `${name}, ${percentFormat(words)(share)}`,
      values: [now.channels[channel], share, shareOf(before.channels[channel], before.received)],
      behind: [cameIn(now), cameIn(now), cameIn(before)],
    }
  })
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
    .filter(({ sentBack }) => sentBack > 0)
    .toSorted((one, other) => other.sentBack - one.sentBack)
    .map((service): FigureRow => ({
      id: service.serviceId, label: serviceTitle(service.serviceId), shortLabel: serviceTitle(service.serviceId),
      values: [service.returned, service.rejected, shareOf(service.sentBack, service.settled)],
      behind: (['returned', 'rejected', 'either'] as const).map(how => sentBackIn(now, words, service, how)),
    }))
  return {
    id: 'returns', title: t('reports.returns.title'), hint: t('reports.returns.hint'), rowTitle: t('reports.returns.row'), rows, drawnRows: MOST_DRAWN,
    series: [
      { id: 'returned', title: t('reports.returns.returned'), fill: 'solid', format: countFormat(words) },
      { id: 'rejected', title: t('reports.returns.rejected'), fill: 'hatched', format: countFormat(words) },
      { id: 'share', title: t('reports.returns.share'), fill: null, format: percentFormat(words) },
    ],
  }
}

export function askedFigure({ asked, now: { period: { from, to } } }: Report, words: FigureWords): FigureData {
  const { t, language, serviceTitle } = words
  const rows = asked.map(({ serviceId, label, count }): FigureRow => {
    const name = label?.[language] ?? t('reports.asked.other')
    return {
      id: `${serviceId}/${label?.de ?? ''}`, label: `${name} (${serviceTitle(serviceId)})`, shortLabel: name, values: [count],
      behind: [behind(words, count, 'all', { serviceId: [serviceId], askedFor: { from, to, label: label?.de ?? '' } })],
    }
  })
  return {
    id: 'asked', title: t('reports.asked.title'), hint: t('reports.asked.hint'), rowTitle: t('reports.asked.row'), rows, drawnRows: MOST_DRAWN,
    series: [{ id: 'count', title: t('reports.asked.count'), fill: 'solid', format: countFormat(words) }],
  }
}

export function peopleFigure({ people }: Report, words: FigureWords): FigureData {
  const { t, agreedIds } = words
  const rows = (people ?? []).map(({ personId, name, open, overdue, waiting }): FigureRow => {
    const assigneeId = [personId]
    const held = (count: number, view: View, filters: Parameters<typeof behind>[3] = {}) => behind({ departmentIds: agreedIds }, count, view, { assigneeId, ...filters })
    return {
      id: personId, label: name, shortLabel: name, values: [open, overdue, waiting],
      behind: [held(open, 'all', { status: OPEN_STATUSES }), held(overdue, 'overdue'), held(waiting, 'waiting')],
    }
  })
  return {
    id: 'people', title: t('reports.people.title'), hint: t('reports.people.hint'), rowTitle: t('reports.people.row'), rows,
    series: (['open', 'overdue', 'waiting'] as const).map((id, index) =>
      ({ id, title: t(`reports.people.${id}`), fill: (['solid', null, null] as const)[index] ?? null, format: countFormat(words) })),
  }
}
