import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { AppointmentServiceId } from '../../shared/ids.ts'
import type { Chosen } from './appointment-choice-page.ts'

/** What stands in the address of the pages on which a time is chosen. */
export interface Choice extends Chosen {
  readonly serviceIds: readonly AppointmentServiceId[]
  /** The first day to show; null for the first free one. */
  readonly from: string | null
  readonly key: string | null
}

const MOST_SERVICES = 10
const MOST_PERSONS = 20

/** Read with patience: an address may be cut off or typed by hand. */
export function choiceIn(request: FastifyRequest): Choice {
  const query = new URLSearchParams(request.url.split('?', 2)[1])
  const ids = query.getAll('service').flatMap(id => AppointmentServiceId.safeParse(id).data ?? [])
  const persons = Number(query.get('persons'))
  return {
    serviceIds: [...new Set(ids)].slice(0, MOST_SERVICES),
    persons: Number.isInteger(persons) && persons >= 1 && persons <= MOST_PERSONS ? persons : 1,
    from: z.iso.date().safeParse(query.get('from')).data ?? null,
    key: z.uuid().safeParse(query.get('key')).data ?? null,
  }
}

/** Where the times for a choice are shown. */
export const timesAddress = (placeId: string, chosen: Chosen, key: string): string => `/portal/appointments/places/${placeId}/times?${queryOf(chosen)}&key=${key}`

/** Where a choice is changed. */
export const choiceAddress = (placeId: string, chosen: Chosen): string => `/portal/appointments/places/${placeId}?${queryOf(chosen)}`

function queryOf({ serviceIds, persons }: Chosen): string {
  const query = new URLSearchParams({ persons: String(persons) })
  for (const id of serviceIds) query.append('service', id)
  return query.toString()
}
