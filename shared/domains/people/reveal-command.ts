import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'

/** Records whose address and telephone stay hidden where a secrecy holds. */
export const REVEALED_TABLES = ['applications', 'appointments', 'conversations', 'hall_bookings', 'notices', 'mailbox_consents', 'vaccinations', 'vaccination_visits'] as const

/** Puts down who looked at how somebody under secrecy is reached, and what for: the record stays as it is, the service keeps the reason. Also without a connection. */
export const reveal = defineCommand({
  name: 'people.reveal',
  version: 1,
  input: z.object({ table: z.enum(REVEALED_TABLES), recordId: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  offline: 'queue',
  isByItself: true,
  roles: ['clerk', 'lead', 'physician'],
  onlyIfUnchanged: false,
  reads: ({ table, recordId }) => [{ table, id: recordId }],
  decide: (state, { table, recordId }) => (state.get(table, recordId) ? ok([]) : refuse('commands/record-missing', { table })),
})
