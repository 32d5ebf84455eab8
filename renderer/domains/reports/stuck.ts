import { daysBetween, germanDay } from '../../../shared/german-days.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Series } from './figure-data.ts'
import { countFormat, daysFormat, type FigureWords } from './figure-words.ts'

/** How open cases stand, of a service or of a department. */
interface Stuck {
  readonly overdue: number
  readonly open: number
  /** When the oldest of them came in; null where there is none. */
  readonly oldestAt: Instant | null
  readonly unassigned: number
  readonly waiting: number
  readonly proposed: number
}

/** The columns of where cases lie, the worst first. */
export function stuckSeries(words: Pick<FigureWords, 't' | 'language'>): readonly Series[] {
  const { t } = words
  const counted = { fill: null, format: countFormat(words) }
  return [
    { id: 'overdue', title: t('reports.stuck.overdue'), ...counted, fill: 'solid' },
    { id: 'open', title: t('reports.stuck.open'), ...counted, fill: 'outlined' },
    { id: 'oldest', title: t('reports.stuck.oldest'), fill: null, format: daysFormat(words) },
    { id: 'unassigned', title: t('reports.stuck.unassigned'), ...counted },
    { id: 'waiting', title: t('reports.stuck.waiting'), ...counted },
    { id: 'proposed', title: t('reports.stuck.proposed'), ...counted },
  ]
}

/** One value for each of these columns, as of a moment. */
export const stuckValues = ({ overdue, open, oldestAt, unassigned, waiting, proposed }: Stuck, at: Instant): readonly (number | null)[] =>
  [overdue, open, oldestAt === null ? null : daysBetween(germanDay(oldestAt), germanDay(at)), unassigned, waiting, proposed]
