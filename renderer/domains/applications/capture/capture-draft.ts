import * as z from 'zod'
import { CAPTURED_CHANNELS } from '../../../../shared/domains/applications/capture-command.ts'
import { ApplicationId, ServiceId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'

/** Where the draft lies among what this desk keeps. */
export const CAPTURE_DRAFT = 'capture-draft'

/** An application being taken down: everything as it was typed. */
export const CaptureDraft = z.object({
  /** The case it will be; sending the draft twice never makes two. */
  applicationId: ApplicationId,
  serviceId: ServiceId.nullable(),
  /** The version of the form at which the person began. */
  formVersion: z.int().nullable(),
  channel: z.enum(CAPTURED_CHANNELS),
  receivedOn: z.string().max(20),
  typed: z.record(z.string(), z.string()),
})
export type CaptureDraft = Readonly<z.infer<typeof CaptureDraft>>

export const newDraft = (id: string): CaptureDraft => ({
  applicationId: ApplicationId.parse(id), serviceId: null, formVersion: null, channel: 'paper', receivedOn: '', typed: {},
})

/** What lies in the file of this desk; a draft of an older version that does not fit is begun anew. */
export const draftFrom = (stored: Json): CaptureDraft | undefined => CaptureDraft.safeParse(stored).data
