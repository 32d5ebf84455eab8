import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AccessEntry, AccessQuery, DeletionPreview, DeletionRun, FoundPerson, KnownPersonId } from '../wire/privacy.ts'
import { refusable } from './refusable.ts'

/** What the data protection officer and the administrator ask the service for; there is none of it on a desk. */
export const privacyDeskContract = {
  preview: oc.output(refusable(DeletionPreview)),
  /** Deletes some of what was shown; called again with the same id until `endedAt` is set. */
  run: oc.input(z.object({ id: z.uuid(), fingerprint: DeletionPreview.shape.fingerprint })).output(refusable(DeletionRun)),
  runs: oc.output(refusable(z.object({ runs: z.array(DeletionRun) }))),
  people: oc.input(z.object({ search: z.string().trim().min(3).max(120) })).output(refusable(z.object({ people: z.array(FoundPerson) }))),
  /** A ZIP in base64. */
  export: oc.input(z.object({ id: KnownPersonId })).output(refusable(z.object({ content: z.string() }))),
  accessLog: oc.input(AccessQuery).output(refusable(z.object({ entries: z.array(AccessEntry), more: z.boolean() }))),
}
