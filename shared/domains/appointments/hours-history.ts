import * as z from 'zod'
import { OpeningHoursId, PlaceId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { OpeningHours } from './tables.ts'

/** One line of the opening hours as a person sets it. */
export const HoursContent = OpeningHours.omit({ id: true, scope: true, version: true, placeId: true, isDeleted: true })
export type HoursContent = Readonly<z.infer<typeof HoursContent>>

/** What was set or taken away, by whom and when. Written once and never changed: a line that was overwritten can be read here. */
export const PastHoursChange = z.object({
  ...rowBase,
  id: z.uuid(),
  placeId: PlaceId,
  lineId: OpeningHoursId,
  changedAt: Instant,
  changedByName: z.string().max(120),
  /** Null for a new line. */
  before: HoursContent.nullable(),
  /** Null for one that was taken away. */
  after: HoursContent.nullable(),
  /** How many booked appointments were outside of the opening hours by it. */
  stranded: z.int().min(0),
  /** The line that this one goes on from, where it was changed from a day on: it ended the day before. */
  follows: OpeningHoursId.nullable(),
})
export type PastHoursChange = Readonly<z.infer<typeof PastHoursChange>>

export const hoursChanges = defineTable({
  name: 'hours_changes',
  schema: PastHoursChange,
  columns: {
    id: 'text', scope: 'text', version: 'integer', placeId: 'text', lineId: 'text', changedAt: 'instant', changedByName: 'text',
    before: 'json', after: 'json', stranded: 'integer', follows: 'text',
  },
  deskHolds: 'all-of-scope',
})
