import type { PersonRecord, TimelineEntry } from '../../../shared/wire/people.ts'

/** What stands in a file for itself. Whatever hangs on a case goes where the case goes; all cards of a holder are of one person, and health data is not moved from here. */
const GIVEN_AWAY = ['applications', 'appointments', 'hall_bookings', 'notices', 'mailbox_consents'] as const

/** The record behind an entry, if it can be given to somebody else; behind a message from the inbox it is the whole conversation. */
export function recordOf({ table, id, conversationId }: TimelineEntry): PersonRecord | undefined {
  if (conversationId !== null) return { table: 'conversations', recordId: conversationId }
  const own = GIVEN_AWAY.find(one => one === table)
  return own && { table: own, recordId: id }
}

/** Whether nothing is left to be seen in a file without the record of this entry: a case takes along what hangs on it, but not what somebody wrote from elsewhere and was only taken to it. */
export const isAlone = (entries: readonly TimelineEntry[], { id, conversationId }: TimelineEntry): boolean =>
  entries.every(other => other.id === id || (conversationId === null ? other.conversationId === null && other.parentId === id : other.conversationId === conversationId))
