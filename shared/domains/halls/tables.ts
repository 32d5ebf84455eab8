import * as z from 'zod'
import { HallBookingId, HallId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { Sheet } from '../letters/sheet.ts'

/** Who rents: somebody who lives in the town, somebody who does not, or a club of the town. */
export const TENANT_KINDS = ['resident', 'other', 'club'] as const
export const TenantKind = z.enum(TENANT_KINDS)
export type TenantKind = z.infer<typeof TenantKind>

const Cents = z.int().min(0).max(10_000_000)

/** One line of a price list. */
export const PriceItem = z.object({ label: z.string().min(1).max(120), tenant: TenantKind, unit: z.enum(['flat', 'day', 'hour']), cents: Cents })
export type PriceItem = Readonly<z.infer<typeof PriceItem>>

/** One line of what a booking costs: `cents` for all of it. */
export const PriceLine = z.object({ label: z.string().min(1).max(120), cents: Cents })
export type PriceLine = Readonly<z.infer<typeof PriceLine>>

/** A room or village community house that is let, with what a contract about it says. In the scope of its department. */
export const Hall = z.object({
  ...rowBase,
  id: HallId,
  name: z.string().min(1).max(120),
  locality: z.string().min(1).max(80),
  address: z.string().max(300),
  capacity: z.int().min(1).max(5_000),
  equipment: z.array(z.string().min(1).max(120)).max(40),
  description: z.string().max(2_000),
  /** Minutes kept free before and after each booking: setting up, cleaning. */
  minutesBefore: z.int().min(0).max(1_440),
  minutesAfter: z.int().min(0).max(1_440),
  prices: z.array(PriceItem).max(30),
  depositCents: Cents,
  /** Where the key is handed over. */
  keyPlace: z.string().max(300),
  houseRules: z.string().max(6_000),
  /** How one withdraws from the contract, as it stands in it. */
  withdrawal: z.string().max(4_000),
  /** How many years after a letting its tenant is forgotten; what was let and for how much stays. */
  keepYears: z.int().min(1).max(30),
  position: z.int().min(0),
  active: z.boolean(),
})
export type Hall = Readonly<z.infer<typeof Hall>>

export const Tenant = z.object({
  kind: TenantKind,
  name: z.string().max(120),
  /** The club or firm; empty for a private person. */
  organisation: z.string().max(160),
  street: z.string().max(160),
  postalCode: z.string().max(10),
  place: z.string().max(120),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40).nullable(),
})
export type Tenant = Readonly<z.infer<typeof Tenant>>

/**
 * `requested` takes no time yet, several may want the same day. `approved`: the time is theirs. `contracted`: the contract
 * letter is made. `handed-over`: they have the key. `returned`, `refused`, `cancelled` end it.
 */
export const HallStatus = z.enum(['requested', 'approved', 'contracted', 'handed-over', 'returned', 'refused', 'cancelled'])
export type HallStatus = z.infer<typeof HallStatus>

export const KeyOut = z.object({ at: Instant, to: z.string().min(1).max(120), byName: z.string().max(120), depositReceived: z.boolean() })

/** What was found when the key came back. */
export const KeyBack = z.object({
  at: Instant,
  byName: z.string().max(120),
  condition: z.enum(['good', 'defects']),
  defects: z.string().max(2_000),
  meters: z.string().max(500),
  /** What is kept of the deposit. */
  keptCents: Cents,
})
export type KeyBack = Readonly<z.infer<typeof KeyBack>>

/** What a booking is about, as far as it can be corrected. */
const Agreed = z.object({
  startsAt: Instant, endsAt: Instant, purpose: z.string().max(200), persons: z.int().min(1).max(5_000), tenant: Tenant, prices: z.array(PriceLine).max(30), depositCents: Cents,
  note: z.string().max(1_000),
})
export type Agreed = Readonly<z.infer<typeof Agreed>>

/** Who corrected a booking, and what it said before. */
const Correction = z.object({ at: Instant, byName: z.string().max(120), before: Agreed })
export type Correction = Readonly<z.infer<typeof Correction>>

export const MOST_CORRECTIONS = 30

export const HallBooking = z.object({
  ...rowBase,
  id: HallBookingId,
  hallId: HallId,
  /** What was asked for at once, week by week; null for a single one. */
  seriesId: z.uuid().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  /** With setting up and cleaning. */
  occupiedFrom: Instant,
  occupiedUntil: Instant,
  purpose: z.string().max(200),
  persons: z.int().min(1).max(5_000),
  tenant: Tenant,
  channel: z.enum(['portal', 'telephone', 'counter', 'letter']),
  status: HallStatus,
  prices: z.array(PriceLine).max(30),
  depositCents: Cents,
  /** Why the prices are not those of the list; null where they are. */
  priceReason: z.string().max(500).nullable(),
  note: z.string().max(1_000),
  requestedAt: Instant,
  requestedByName: z.string().max(120).nullable(),
  decidedAt: Instant.nullable(),
  decidedByName: z.string().max(120).nullable(),
  /** Why it was refused or cancelled. */
  reason: z.string().max(1_000).nullable(),
  /** Given by the service with the contract, `DGH-2026-0007`; one for a whole series. */
  contractNumber: z.string().max(40).nullable(),
  contractedAt: Instant.nullable(),
  /** The contract as it was made, with the first of a series. */
  contract: Sheet.nullable(),
  /** 1 for the first contract, one more for each that replaced it; 0 where there is none. */
  contractVersion: z.int().min(0),
  /** The oldest first. */
  corrections: z.array(Correction).max(MOST_CORRECTIONS),
  keyOut: KeyOut.nullable(),
  keyBack: KeyBack.nullable(),
})
export type HallBooking = Readonly<z.infer<typeof HallBooking>>

export const halls = defineTable({
  name: 'halls',
  schema: Hall,
  columns: {
    id: 'text', scope: 'text', version: 'integer', name: 'text', locality: 'text', address: 'text', capacity: 'integer', equipment: 'json', description: 'text',
    minutesBefore: 'integer', minutesAfter: 'integer', prices: 'json', depositCents: 'integer', keyPlace: 'text', houseRules: 'text', withdrawal: 'text', keepYears: 'integer',
    position: 'integer', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const hallBookings = defineTable({
  name: 'hall_bookings',
  schema: HallBooking,
  columns: {
    id: 'text', scope: 'text', version: 'integer', hallId: 'text', seriesId: 'text', startsAt: 'instant', endsAt: 'instant', occupiedFrom: 'instant',
    occupiedUntil: 'instant', purpose: 'text', persons: 'integer', tenant: 'json', channel: 'text', status: 'text', prices: 'json', depositCents: 'integer',
    priceReason: 'text', note: 'text', requestedAt: 'instant', requestedByName: 'text', decidedAt: 'instant', decidedByName: 'text', reason: 'text',
    contractNumber: 'text', contractedAt: 'instant', contract: 'json', contractVersion: 'integer', corrections: 'json', keyOut: 'json', keyBack: 'json',
  },
  deskHolds: 'all-of-scope',
})
