import * as z from 'zod'
import { CardHolderId, CardOrganisationId, CardPhotoId, CardUnitId, PersonId, ServiceCardId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** A local unit of an organisation; what is not active any more gets no new cards. */
const CardUnit = z.object({ id: CardUnitId, name: z.string().min(1).max(80), active: z.boolean() })
export type CardUnit = Readonly<z.infer<typeof CardUnit>>

/** Who serves the town with a card of its own: the fire brigade, the water defence; with all that its cards say alike. */
export const CardOrganisation = z.object({
  ...rowBase,
  id: CardOrganisationId,
  name: z.string().min(1).max(80),
  /** Begins every number of its cards, `FW`. */
  prefix: z.string().regex(/^[A-Z]{1,4}$/),
  /** The band of its cards, `#9b1c1f`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  units: z.array(CardUnit).max(60),
  /** From the lowest to the highest. */
  ranks: z.array(z.string().min(1).max(60)).max(40),
  /** What whoever holds a card may do, as it is suggested for new ones. */
  authority: z.string().max(300),
  /** For so many years a card is made out at most. */
  validYears: z.int().min(1).max(10),
  /** So many days before its end a card is to be renewed. */
  remindDays: z.int().min(1).max(365),
  /** A check without network trusts a list of blocked cards for so many days. */
  listDays: z.int().min(1).max(60),
  /** So many days after the end of the last card that shows it a photo is deleted. */
  photoDays: z.int().min(0).max(365),
  /** So many years after its end a card forgets whose it was. */
  keepYears: z.int().min(1).max(30),
  position: z.int().min(0),
  active: z.boolean(),
})
export type CardOrganisation = Readonly<z.infer<typeof CardOrganisation>>

/** The photo of a card: a picture in base64 (JPEG, or PNG where it is drawn), 35 to 45. A row of its own, so that it travels once and goes before the card does. */
export const CardPhoto = z.object({ ...rowBase, id: CardPhotoId, picture: z.base64().min(1).max(82_000), addedAt: Instant, addedByName: z.string().max(120) })
export type CardPhoto = Readonly<z.infer<typeof CardPhoto>>

/**
 * `requested`: nobody has agreed yet. `approved`: somebody else has. `issued`: it has a number and is signed. `handed-over`: its holder has
 * it. `blocked`, `replaced` (the next one was handed over), `refused` and `withdrawn` (before it was issued) end it. A card whose days are
 * over keeps its status; see `cardStateOn`.
 */
export const CARD_STATUSES = ['requested', 'approved', 'issued', 'handed-over', 'blocked', 'replaced', 'refused', 'withdrawn'] as const
export const CardStatus = z.enum(CARD_STATUSES)
export type CardStatus = z.infer<typeof CardStatus>

export const BLOCK_REASONS = ['lost', 'stolen', 'left', 'misuse'] as const
export const BlockReason = z.enum(BLOCK_REASONS)

const Blocked = z.object({ reason: BlockReason, note: z.string().max(500), at: Instant, byName: z.string().max(120) })

/** What a card says of its holder, as somebody writes it. */
export const CardContent = z.object({
  unitId: CardUnitId,
  familyName: z.string().max(80),
  givenName: z.string().max(80),
  rank: z.string().max(60),
  /** What the holder does in the unit; empty where nothing is to be said. */
  duty: z.string().max(80),
  authority: z.string().max(300),
  /** First and last day, both included. */
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
})
export type CardContent = Readonly<z.infer<typeof CardContent>>

export const ServiceCard = z.object({
  ...rowBase,
  id: ServiceCardId,
  organisationId: CardOrganisationId,
  /** The same for all cards that follow one another. */
  holderId: CardHolderId,
  ...CardContent.shape,
  /** As it was called when the card was written. */
  unitName: z.string().max(80),
  photoId: CardPhotoId.nullable(),
  /** Given by the service when it is issued, `FW-2026-0007`; empty before. */
  number: z.string().max(20),
  status: CardStatus,
  /** Whoever wrote any of it: none of them approves it. */
  authors: z.array(PersonId).max(30),
  requestedAt: Instant,
  requestedByName: z.string().max(120),
  decidedAt: Instant.nullable(),
  decidedByName: z.string().max(120).nullable(),
  /** Why it was refused or withdrawn. */
  reason: z.string().max(500).nullable(),
  issuedAt: Instant.nullable(),
  issuedByName: z.string().max(120).nullable(),
  handedOverAt: Instant.nullable(),
  handedOverByName: z.string().max(120).nullable(),
  blocked: Blocked.nullable(),
  /** When it ended before its time. */
  endedAt: Instant.nullable(),
  renewsId: ServiceCardId.nullable(),
  /** The card that is to follow, from the request on. */
  renewedById: ServiceCardId.nullable(),
  /** The card as signed text, made by the service when it is issued; empty before. */
  token: z.string().max(2_000),
})
export type ServiceCard = Readonly<z.infer<typeof ServiceCard>>

export const cardOrganisations = defineTable({
  name: 'card_organisations',
  schema: CardOrganisation,
  columns: {
    id: 'text', scope: 'text', version: 'integer', name: 'text', prefix: 'text', colour: 'text', units: 'json', ranks: 'json', authority: 'text', validYears: 'integer',
    remindDays: 'integer', listDays: 'integer', photoDays: 'integer', keepYears: 'integer', position: 'integer', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const cardPhotos = defineTable({
  name: 'card_photos',
  schema: CardPhoto,
  columns: { id: 'text', scope: 'text', version: 'integer', picture: 'text', addedAt: 'instant', addedByName: 'text' },
  deskHolds: 'all-of-scope',
})

export const serviceCards = defineTable({
  name: 'service_cards',
  schema: ServiceCard,
  columns: {
    id: 'text', scope: 'text', version: 'integer', organisationId: 'text', holderId: 'text', unitId: 'text', familyName: 'text', givenName: 'text', rank: 'text', duty: 'text',
    authority: 'text', validFrom: 'text', validUntil: 'text', unitName: 'text', photoId: 'text', number: 'text', status: 'text', authors: 'json', requestedAt: 'instant',
    requestedByName: 'text', decidedAt: 'instant', decidedByName: 'text', reason: 'text', issuedAt: 'instant', issuedByName: 'text', handedOverAt: 'instant',
    handedOverByName: 'text', blocked: 'json', endedAt: 'instant', renewsId: 'text', renewedById: 'text', token: 'text',
  },
  deskHolds: 'all-of-scope',
})
