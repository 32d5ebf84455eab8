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
}

/** The contract has checked the cells; here they only get their names. */
export function toListRow(cells: readonly Cell[]): ListRow {
  const named = Object.fromEntries(LIST_FIELDS.map((field, index) => [field, cells[index] ?? null])) as Record<ListField, Cell>
  return named as unknown as ListRow
}

/** Past its target and not decided. */
export const isOverdue = (row: Pick<ListRow, 'dueAt' | 'status'>, nowMs: number): boolean =>
  row.dueAt !== null && row.status !== 'decided' && Date.parse(row.dueAt) < nowMs

/** Since when the clock of an open case stands still; null while it runs. */
export const restingSince = ({ suspendedAt, status }: Pick<ListRow, 'suspendedAt' | 'status'>): string | null => (status === 'decided' ? null : suspendedAt)

const SOON_DAYS = 3

/** Open, still in time, and due today or within the next three days. */
export const isDueSoon = ({ dueAt, status }: Pick<ListRow, 'dueAt' | 'status'>, nowMs: number): boolean =>
  dueAt !== null && status !== 'decided' && Date.parse(dueAt) >= nowMs && daysApart(nowMs, Date.parse(dueAt)) <= SOON_DAYS
