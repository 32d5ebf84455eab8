import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ServiceId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'

/** A destination (Zustellpunkt) of the town at the portal. */
export const PortalDestination = z.object({
  id: z.uuid(),
  /** When it was asked last, and when it answered last; null: never. */
  askedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  problem: z.enum(['failed', 'unknown-destination', 'not-signed-in', 'unreachable', 'other-town']).nullable(),
  keys: z.array(z.object({
    kid: z.string(),
    purpose: z.enum(['encryption', 'signing']),
    madeAt: Instant,
    /** `new`: the portal does not use it yet; `replaced`: kept for what was encrypted with it; `gone`: nothing can be opened with it any more. */
    state: z.enum(['new', 'in-use', 'replaced', 'gone']),
    /** The open half as it is entered at the portal by hand. */
    open: z.string(),
  })),
})
export type PortalDestination = Readonly<z.infer<typeof PortalDestination>>

/** A submission that goes no further by itself, or that went back: ids, never what somebody wrote. */
export const PortalSubmission = z.object({
  id: z.string(),
  caseId: z.string(),
  destinationId: z.string(),
  state: z.enum(['announced', 'collected', 'registered', 'rejecting', 'rejected', 'expired']),
  announcedAt: Instant,
  /** When the portal takes it back by itself; null where that is past. */
  expiresAt: Instant.nullable(),
  problem: z.string().nullable(),
  /** What the problem is about: a schema, a part of the submission. */
  about: z.string(),
  serviceIdentifier: z.string().nullable(),
})
export type PortalSubmission = Readonly<z.infer<typeof PortalSubmission>>

export const MappingSummary = z.object({
  id: z.uuid(), schemaUri: z.string(), serviceIdentifier: z.string().nullable(), serviceId: ServiceId, serviceTitle: Bilingual, version: z.int(), state: z.enum(['draft', 'active', 'replaced']),
  /** The form has a newer version than the one the mapping was made for. */
  isOutdated: z.boolean(),
  changedAt: Instant, changedByName: z.string(),
})
export type MappingSummary = Readonly<z.infer<typeof MappingSummary>>

export const PortalLinkState = z.object({
  isLinked: z.boolean(),
  /** The service makes no keys known: an administrator enters them at the portal and confirms it. */
  areKeysByHand: z.boolean(),
  destinations: z.array(PortalDestination),
  /** Taken in and told, in the last thirty days. */
  accepted: z.int(),
  /** Answers on their way back to the portal. */
  repliesWaiting: z.int(),
  /** Answers of the last thirty days that the portal does not take. */
  repliesFailed: z.int(),
  submissions: z.array(PortalSubmission),
  /** What was refused without a submission of the town: forged calls, foreign destinations. */
  refusals: z.array(z.object({ code: z.string(), about: z.string(), times: z.int(), lastAt: Instant })),
  mappings: z.array(MappingSummary),
  services: z.array(z.object({ id: ServiceId, title: Bilingual })),
})
export type PortalLinkState = Readonly<z.infer<typeof PortalLinkState>>

const Label = z.string().max(300)
const Path = z.string().max(1_000)

/** A mapping to be worked on: the questions of the schema, and the fields of the town's form. */
export const Mapping = MappingSummary.extend({
  questions: z.array(z.object({ path: Path, label: z.string(), field: z.string().nullable() })),
  fields: z.array(z.object({ key: z.string(), label: Bilingual, isRequired: z.boolean() })),
  isTried: z.boolean(),
})
export type Mapping = Readonly<z.infer<typeof Mapping>>

/** What an example becomes. */
export const MappingTrial = z.object({
  values: z.array(z.object({ label: z.string(), value: z.string() })),
  others: z.array(z.object({ label: z.string(), value: z.string() })),
  missing: z.array(z.string()),
})
export type MappingTrial = Readonly<z.infer<typeof MappingTrial>>

const MOST_SCHEMA = 2_000_000
const ById = z.object({ id: z.uuid() })

export const RenewedKey = ById.extend({ purpose: z.enum(['encryption', 'signing']) })
export const ConfirmedKey = ById.extend({ kid: z.uuid() })

export const NewMapping = z.object({
  schemaUri: z.url().max(500),
  /** For one service of the portal only; null: for every one with this schema. */
  serviceIdentifier: z.string().min(1).max(200).nullable(),
  serviceId: ServiceId,
  /** The JSON schema; empty: the questions of the mapping in `basedOn` are taken. */
  schema: z.string().max(MOST_SCHEMA),
  basedOn: z.uuid().nullable(),
})

export const ChangedMapping = ById.extend({ changedAt: Instant, fields: z.record(Path, Label) })

/** What an administrator asks the service about the portal, under `/v1`; nothing of it is on a desk. */
export const portalLinkContract = {
  state: oc.route({ method: 'GET', path: '/portal-link', tags: ['portal-link'], summary: 'How the town is linked to the portal, and what waits' }).output(PortalLinkState),
  look: oc.route({ method: 'POST', path: '/portal-link/look', tags: ['portal-link'], summary: 'Ask the portal now' }).output(z.object({})),
  renewKey: oc.route({ method: 'POST', path: '/portal-link/destinations/{id}/keys', tags: ['portal-link'], summary: 'A new key for a destination' }).input(RenewedKey).output(z.object({})),
  confirmKey: oc.route({ method: 'PUT', path: '/portal-link/destinations/{id}/keys/{kid}/known', tags: ['portal-link'], summary: 'A signing key is entered at the portal by hand' }).input(ConfirmedKey).output(z.object({})),
  mapping: oc.route({ method: 'GET', path: '/portal-link/mappings/{id}', tags: ['portal-link'], summary: 'A mapping with its questions and fields' }).input(ById).output(Mapping),
  addMapping: oc.route({ method: 'POST', path: '/portal-link/mappings', tags: ['portal-link'], summary: 'A draft of a mapping' }).input(NewMapping).output(ById),
  changeMapping: oc.route({ method: 'PUT', path: '/portal-link/mappings/{id}', tags: ['portal-link'], summary: 'Which question belongs to which field' }).input(ChangedMapping).output(Mapping),
  tryMapping: oc.route({ method: 'POST', path: '/portal-link/mappings/{id}/trial', tags: ['portal-link'], summary: 'What an example becomes' }).input(ById.extend({ example: z.string().max(MOST_SCHEMA) })).output(MappingTrial),
  putMappingToUse: oc.route({ method: 'POST', path: '/portal-link/mappings/{id}/use', tags: ['portal-link'], summary: 'Take submissions in by this mapping from now on' }).input(ById.extend({ changedAt: Instant })).output(z.object({})),
}
