import * as z from 'zod'
import { ApplicationId, AttachmentId, MessageId, PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/**
 * A message between the town hall and a citizen about an application, as it stands in the citizen's mailbox.
 * `providedAt` and `retrievedAt` are the service's times: the proof of provision and of retrieval.
 */
export const Message = z.object({
  ...rowBase,
  id: MessageId,
  applicationId: ApplicationId,
  personId: PersonId,
  direction: z.enum(['to-citizen', 'from-citizen']),
  subject: z.string().min(1).max(200),
  text: z.string().min(1).max(8_000),
  /** Files of the case that come with the message: a decision's letter, what the citizen sent later. */
  attachmentIds: z.array(AttachmentId).max(20),
  authorId: PersonId.nullable(),
  authorName: z.string().max(200).nullable(),
  sentAt: Instant,
  providedAt: Instant.nullable(),
  retrievedAt: Instant.nullable(),
})
export type Message = Readonly<z.infer<typeof Message>>

export const messages = defineTable({
  name: 'messages',
  schema: Message,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', personId: 'text', direction: 'text',
    subject: 'text', text: 'text', attachmentIds: 'json', authorId: 'text', authorName: 'text', sentAt: 'instant', providedAt: 'instant',
    retrievedAt: 'instant',
  },
  deskHolds: 'with-its-application',
})
