import type { ListQuery, View } from '../../../../shared/contract/applications.ts'
import { RESTING_DAYS, SOON_DAYS, type DueCounts } from '../../../../shared/contract/due.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import type { DepartmentId, PersonId } from '../../../../shared/ids.ts'
import type { SignedInPerson } from '../../../../shared/contract/session.ts'

export type DueReason = keyof DueCounts

/** In the order in which a day is worked through. */
export const DUE_REASONS: readonly DueReason[] = ['overdue', 'today', 'followUps', 'soon', 'resting']

/** The list behind one number. */
export interface RowsBehind {
  readonly view: View
  readonly filters: Partial<ListQuery['filters']>
}

export interface WhoseRows {
  /** Null: what nobody holds. */
  readonly personId: PersonId | null
  /** The departments counted; none: all that the desk knows. */
  readonly departments: readonly DepartmentId[]
}

/** The cases that a number counts, as a view with filters. */
export function rowsBehind(reason: DueReason, today: string, { personId, departments }: WhoseRows): RowsBehind {
  const whose: Partial<ListQuery['filters']> = {
    ...(personId === null ? {} : { assigneeId: [personId] }), ...(departments.length > 0 ? { departmentId: [...departments] } : {}),
  }
  const view: View = personId === null ? 'unassigned' : 'team'
  const due = (dueFrom: string | null, dueTo: string): RowsBehind => ({ view, filters: { ...whose, dueFrom, dueTo } })
  switch (reason) {
    case 'overdue': return due(null, plusCalendarDays(today, -1))
    case 'today': return due(today, today)
    case 'soon': return due(plusCalendarDays(today, 1), plusCalendarDays(today, SOON_DAYS))
    // What nobody holds has only just been received.
    case 'followUps': return { view: 'follow-up', filters: personId === null ? { ...whose, status: ['received'] } : whose }
    case 'resting': return { view: personId === null ? 'unassigned' : 'waiting', filters: { ...whose, restsUntil: plusCalendarDays(today, -RESTING_DAYS) } }
    default: return reason satisfies never
  }
}

/** The departments a person leads; none where that is every one. */
export function departmentsLed({ grants }: SignedInPerson): readonly DepartmentId[] {
  const led = grants.filter(({ role }) => role === 'lead').map(({ departmentId }) => departmentId)
  return led.includes(null) ? [] : [...new Set(led.filter(id => id !== null))]
}
