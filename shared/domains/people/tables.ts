import * as z from 'zod'
import { PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'

/**
 * Auskunftssperre (§ 51 BMG) of a citizen: an id without a name, held by every desk, so that each of them knows it offline.
 * In the town's scope. It holds up to and including `until`.
 */
export const Secrecy = z.object({ ...rowBase, id: PersonId, until: z.iso.date() })
export type Secrecy = Readonly<z.infer<typeof Secrecy>>

/** A record of somebody under secrecy, of whatever kind. In the record's own scope: who may not see the one knows nothing of the other. */
export const SecrecyMark = z.object({ ...rowBase, id: z.uuid(), recordTable: z.string().max(60), recordId: z.string().min(1).max(80), personId: PersonId })
export type SecrecyMark = Readonly<z.infer<typeof SecrecyMark>>

export const secrecies = defineTable({
  name: 'secrecies', schema: Secrecy, deskHolds: 'all-of-scope',
  columns: { id: 'text', scope: 'text', version: 'integer', until: 'text' },
})

export const secrecyMarks = defineTable({
  name: 'secrecy_marks', schema: SecrecyMark, deskHolds: 'all-of-scope',
  columns: { id: 'text', scope: 'text', version: 'integer', recordTable: 'text', recordId: 'text', personId: 'text' },
})
