import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ApplicationId, AttachmentId, FormId, MessageId, ServiceId } from '../ids.ts'
import { Bilingual, JsonObject } from '../json.ts'
import { Instant } from '../time.ts'

/** A form as a portal shows it. */
export const PublicForm = z.object({
  serviceId: ServiceId,
  title: Bilingual,
  formVersion: z.int().min(1),
  schema: JsonObject,
  sections: z.array(z.json()),
  /** Labels for the values one may choose: property key → value → label. */
  valueLabels: z.record(z.string(), z.record(z.string(), Bilingual)),
})

export const SubmittedFile = z.object({
  filename: z.string().min(1).max(200),
  mediaType: z.string().min(3).max(120),
  /** The bytes in base64; size and form are judged by intake, which says what is wrong with which file. */
  content: z.string(),
})

/** An online application as the portal hands it over; `key` makes the hand-over repeatable. */
export const Submission = z.object({
  key: z.uuid(),
  serviceId: z.string().max(60),
  formVersion: z.int().min(1),
  form: JsonObject,
  attachments: z.array(SubmittedFile).max(100).default([]),
})
export type Submission = z.infer<typeof Submission>

export const Receipt = z.object({
  applicationId: ApplicationId,
  reference: z.string(),
  receivedAt: Instant,
  /** Opens the citizen's mailbox of this application on the portal's page; unguessable. */
  mailbox: z.string(),
})

/** A file that comes with a message; its bytes are at `/portal/mailboxes/{key}/files/{id}` once the message is opened. */
export const PortalFile = z.object({ id: AttachmentId, filename: z.string(), mediaType: z.string(), size: z.int() })

export const PortalMessage = z.object({
  id: MessageId,
  direction: z.enum(['to-citizen', 'from-citizen']),
  subject: z.string(),
  text: z.string(),
  authorName: z.string().nullable(),
  sentAt: Instant,
  providedAt: Instant.nullable(),
  retrievedAt: Instant.nullable(),
  files: z.array(PortalFile),
})

/** What portals may ask, under `/public/v1`, without sign-in and rate-limited. */
export const publicContract = {
  services: {
    list: oc
      .route({ method: 'GET', path: '/services', tags: ['portal'], summary: 'The services one can apply for' })
      .output(z.object({ services: z.array(z.object({ id: ServiceId, title: Bilingual, formVersion: z.int() })) })),
    form: oc
      .route({ method: 'GET', path: '/services/{id}/form', tags: ['portal'], summary: 'The newest form of a service' })
      .input(z.object({ id: z.string().max(60) }))
      .output(PublicForm),
  },
  submissions: {
    create: oc
      .route({ method: 'POST', path: '/submissions', tags: ['portal'], summary: 'Hand an application over', successStatus: 201 })
      .input(Submission)
      .output(Receipt),
  },
}

/** The citizen's mailbox as the portal shows it, under `/portal/v1`; the key comes with the receipt. */
export const portalContract = {
  mailbox: {
    get: oc
      .route({ method: 'GET', path: '/mailboxes/{key}', tags: ['mailbox'], summary: 'Messages and state of an application' })
      .input(z.object({ key: z.string().min(20).max(200) }))
      .output(
        z.object({
          reference: z.string(),
          subject: z.string(),
          status: z.string(),
          messages: z.array(PortalMessage),
          formId: FormId,
        }),
      ),
    retrieve: oc
      .route({ method: 'POST', path: '/mailboxes/{key}/messages/{id}/retrieval', tags: ['mailbox'], summary: 'The citizen opened a message' })
      .input(z.object({ key: z.string().min(20).max(200), id: MessageId }))
      .output(PortalMessage),
    reply: oc
      .route({ method: 'POST', path: '/mailboxes/{key}/messages', tags: ['mailbox'], summary: 'The citizen writes to the town hall' })
      .input(z.object({ key: z.string().min(20).max(200), messageId: z.uuid(), text: z.string().min(1).max(8_000) }))
      .output(PortalMessage),
  },
}
