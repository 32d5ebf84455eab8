import type { PersonRecord, TimelineEntry } from '../../../shared/wire/people.ts'

/** What stands in a file for itself. Whatever hangs on a case goes where the case goes; all cards of a holder are of one person, and health data is not moved from here. */
const GIVEN_AWAY = ['applications', 'appointments', 'hall_bookings', 'notices', 'mailbox_consents'] as const

/** The record behind an entry, if it can be given to somebody else. */
export function recordOf({ table, id }: TimelineEntry): PersonRecord | undefined {
  const own = GIVEN_AWAY.find(one => one === table)
  return own && { table: own, recordId: id }
}

/** Whether nothing is left to be seen in a file without this entry and what hangs on it. */
export const isAlone = (entries: readonly TimelineEntry[], { id }: TimelineEntry): boolean => entries.every(other => other.id === id || other.parentId === id)
