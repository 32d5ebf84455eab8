import { LIST_FIELDS, type ListBlock, type ListField } from '../../../../shared/contract/applications.ts'
import type { ApplicationStatus, Outcome } from '../../../../shared/domains/applications/tables.ts'
import { daysApart } from '../../../ui/format.ts'

type Cell = ListBlock['rows'][number][number]

/** One line of the list, with the cells of the row array by their names. */
export interface ListRow {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly subject: string
  readonly serviceId: string
  readonly applicantName: string
  readonly locality: string
  readonly status: ApplicationStatus
  readonly outcome: Outcome | null
  readonly assigneeName: string | null
  readonly assigneeId: string | null
  readonly receivedAt: string
  readonly dueAt: string | null
  readonly suspendedAt: string | null
  readonly decidedAt: string | null
  readonly unreadMessages: number
  readonly attachmentCount: number
  readonly departmentId: string
  readonly followUpAt: string | null
  readonly tags: readonly string[]
  /** Values of the form that were asked for with the list, in that order. */
  readonly values: readonly Cell[]
}

/** The contract has checked the cells; here they only get their names. */
export function toListRow(cells: readonly Cell[]): ListRow {
  const named = Object.fromEntries(LIST_FIELDS.map((field, index) => [field, cells[index] ?? null])) as Record<ListField, Cell>
  return { ...named, tags: JSON.parse(String(named.tags)) as readonly string[], values: cells.slice(LIST_FIELDS.length) } as unknown as ListRow
}

const isEnded = ({ status }: Pick<ListRow, 'status'>): boolean => status === 'decided' || status === 'closed'

/** Past its target and not ended. */
export const isOverdue = (row: Pick<ListRow, 'dueAt' | 'status'>, nowMs: number): boolean =>
  row.dueAt !== null && !isEnded(row) && Date.parse(row.dueAt) < nowMs

/** Since when the clock of an open case stands still; null while it runs. */
export const restingSince = (row: Pick<ListRow, 'suspendedAt' | 'status'>): string | null => (isEnded(row) ? null : row.suspendedAt)

const SOON_DAYS = 3

/** Open, still in time, and due today or within the next three days. */
export const isDueSoon = (row: Pick<ListRow, 'dueAt' | 'status'>, nowMs: number): boolean =>
  row.dueAt !== null && !isEnded(row) && Date.parse(row.dueAt) >= nowMs && daysApart(nowMs, Date.parse(row.dueAt)) <= SOON_DAYS
