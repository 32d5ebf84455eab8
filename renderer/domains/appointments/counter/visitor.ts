import * as z from 'zod'
import { AppointmentServiceId, PlaceId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'

/** Somebody without an appointment, as the window asks for them. */
const Visitor = z.object({
  serviceIds: z.array(AppointmentServiceId).max(10),
  persons: z.int().min(1).max(20),
  name: z.string().max(120),
  note: z.string().max(1_000),
  priority: z.int().min(1).max(3),
})
export type Visitor = Readonly<z.infer<typeof Visitor>>

export const NOBODY: Visitor = { serviceIds: [], persons: 1, name: '', note: '', priority: 2 }

const AtPlace = Visitor.extend({ placeId: PlaceId })

/** What was typed for somebody who was to be taken in at this place; undefined for any other. */
export function visitorAt(placeId: PlaceId, input: Json): Visitor | undefined {
  const { data } = AtPlace.safeParse(input)
  if (data?.placeId !== placeId) return undefined
  const { placeId: _here, ...visitor } = data
  return visitor
}
