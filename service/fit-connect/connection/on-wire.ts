import * as z from 'zod'
import { JsonObject } from '../../../shared/json.ts'

// What the interface says, as far as the town needs it. Fields it has beside these are left alone.

const Id = z.uuid().transform(id => id.toLowerCase())
/** What is not one is found out by opening it. */
const Jwe = z.string()

export const Token = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.number().min(1).max(86_400).default(300) })

export const Announced = z.object({ destinationId: Id, submissionId: Id, caseId: Id })
export type Announced = Readonly<z.infer<typeof Announced>>

export const AnnouncedPage = z.object({ offset: z.int().min(0), count: z.int().min(0), totalCount: z.int().min(0), submissions: z.array(Announced).max(500) })

/** A submission as it is collected: everything a citizen said is encrypted. */
export const Collected = z.object({
  submissionId: Id,
  destinationId: Id,
  caseId: Id,
  publicService: z.object({ identifier: z.string().max(200) }).optional(),
  /** The files that the sender announced. */
  attachments: z.array(Id).default([]),
  encryptedMetadata: Jwe,
  encryptedData: Jwe.optional(),
})
export type Collected = Readonly<z.infer<typeof Collected>>

export const EventLog = z.object({ offset: z.int().min(0).default(0), totalCount: z.int().min(0).default(0), eventLog: z.array(z.string().max(200_000)).max(500) })

export const Destination = z.object({ destinationId: Id, encryptionKid: z.string().max(200).nullish() })

export const Keys = z.object({ keys: z.array(JsonObject).max(100) })

/** The tags of the encrypted parts: who exchanges one of them cannot exchange what the sender signed. */
export const AuthenticationTags = z.object({ metadata: z.string().max(200), data: z.string().max(200).optional(), attachments: z.record(z.string(), z.string().max(200)).optional() })
export type AuthenticationTags = Readonly<z.infer<typeof AuthenticationTags>>

/** A technical reason for not taking a submission, after RFC 7807. */
export const Problem = z.object({ type: z.string(), title: z.string(), detail: z.string(), instance: z.string() })
export type Problem = Readonly<z.infer<typeof Problem>>

const Hash = z.object({ type: z.literal('sha512'), content: z.string().regex(/^[0-9a-fA-F]{128}$/).transform(hash => hash.toLowerCase()) })

/** Where answers go: back through FIT-Connect, or into the citizen's mailbox with BundID. Other ways are the town's own. */
export const ReplyChannel = z.object({
  fitConnect: z.object({ encryptionPublicKey: JsonObject, processStandards: z.array(z.string().max(500)).max(20).default([]) }).optional(),
  idBundDeMailbox: z.object({ mailboxUuid: Id }).optional(),
})
export type ReplyChannel = Readonly<z.infer<typeof ReplyChannel>>

const AttachmentMetadata = z.object({ attachmentId: Id, hash: Hash, mimeType: z.string(), filename: z.string().optional() })

/** What the sender says of the parts of a submission. */
export const Metadata = z.object({
  contentStructure: z.object({
    data: z.object({ hash: Hash, submissionSchema: z.object({ schemaUri: z.url().max(500), mimeType: z.string().max(120) }) }),
    attachments: z.array(AttachmentMetadata).default([]),
  }),
  publicServiceType: z.object({ identifier: z.string().max(200) }).optional(),
  replyChannel: ReplyChannel.optional(),
})
export type Metadata = Readonly<z.infer<typeof Metadata>>

export const EVENT_BASE = 'https://schema.fitko.de/fit-connect/events/'

/** A security event token (RFC 8417) of the event log, after its signature was checked. */
export const SecurityEvent = z.object({
  $schema: z.string().max(500).optional(),
  iss: z.string().max(500),
  iat: z.number(),
  jti: z.uuid(),
  sub: z.string().max(200),
  txn: z.string().max(200),
  events: z.record(z.string(), z.object({ authenticationTags: AuthenticationTags.optional() })),
})
export type SecurityEvent = Readonly<z.infer<typeof SecurityEvent>>
