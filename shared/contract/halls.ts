import { oc } from '@orpc/contract'
import * as z from 'zod'
import { approveHall, cancelHall, contractHall, handOverKey, refuseHall, takeKeyBack } from '../domains/halls/booking-commands.ts'
import { correctHall } from '../domains/halls/correct-command.ts'
import { setHall } from '../domains/halls/hall-commands.ts'
import { requestHall } from '../domains/halls/request-command.ts'
import { Hall, HallBooking } from '../domains/halls/tables.ts'
import { HallSheetPreview, HallSheetQuery } from '../wire/letters.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

/** A booking as this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownHallBooking = HallBooking.extend({ isPending: z.boolean() })
export type ShownHallBooking = z.infer<typeof ShownHallBooking>

const hallQueries = {
  /** The houses of the departments a person works for, in the order in which people set them. */
  list: oc.output(z.object({ halls: z.array(Hall) })),
  /** What takes place from a day to a day, in whatever state, in order of time. */
  between: oc.input(z.object({ fromDay: z.iso.date(), toDay: z.iso.date() })).output(z.object({ bookings: z.array(ShownHallBooking) })),
  /** What is not at its end: asked for, approved, contracted, or with the key out. */
  open: oc.output(z.object({ bookings: z.array(ShownHallBooking) })),
  /** A contract or a protocol as PDF; set by the service. */
  sheet: oc.input(HallSheetQuery).output(refusable(HallSheetPreview)),
}

const entries = {
  ...hallQueries,
  set: entryFor(setHall),
  request: entryFor(requestHall),
  approve: entryFor(approveHall),
  refuse: entryFor(refuseHall),
  correct: entryFor(correctHall),
  contract: entryFor(contractHall),
  'hand-over': entryFor(handOverKey),
  'take-back': entryFor(takeKeyBack),
  cancel: entryFor(cancelHall),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface HallsContract extends Entries {}
export const hallsContract: HallsContract = entries
