import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { departmentOf } from '../../scope.ts'
import { refuse } from '../../result.ts'
import { contractSheet } from './contract-sheet.ts'
import { allStepped, bookingsOf, OnBookings, theBookings } from './on-bookings.ts'
import { KeyBack, KeyOut } from './tables.ts'

const STAFF = ['clerk', 'lead'] as const satisfies readonly Role[]
const LEADS = ['lead'] as const satisfies readonly Role[]

const onBookings = { version: 1, onlyIfUnchanged: true, reads: theBookings } as const

/** Gives them the time; the service looks whether somebody else has it. */
export const approveHall = defineCommand({
  ...onBookings,
  name: 'halls.approve',
  input: OnBookings,
  offline: 'tentative',
  roles: LEADS,
  decide: (state, input, { now, actor }) => allStepped(state, input, 'approve', () => ({ decidedAt: now, decidedByName: actor.name })),
})

export const refuseHall = defineCommand({
  ...onBookings,
  name: 'halls.refuse',
  input: OnBookings.extend({ reason: z.string().max(1_000) }),
  offline: 'tentative',
  roles: LEADS,
  decide: (state, input, { now, actor }) => {
    const reason = input.reason.trim()
    return reason ? allStepped(state, input, 'refuse', () => ({ decidedAt: now, decidedByName: actor.name, reason })) : refuse('halls/reason-missing')
  },
})

/** The hall and the department a contract speaks of, beside the bookings. */
function contractRecords(input: z.infer<typeof OnBookings>, state: State): readonly RecordRef[] {
  const [first] = input.bookingIds
  const booking = first && state.get('hall_bookings', first)
  const department = booking && departmentOf(booking.scope)
  return [...theBookings(input), ...(booking ? [{ table: 'halls', id: booking.hallId } as const] : []), ...(department ? [{ table: 'departments', id: department } as const] : [])]
}

/** Makes the contract letter, one for all the bookings named; its number comes from the service. */
export const contractHall = defineCommand({
  ...onBookings,
  name: 'halls.contract',
  input: OnBookings,
  offline: 'online-only',
  roles: STAFF,
  reads: contractRecords,
  decide: (state, input, { now, actor }) => {
    const bookings = bookingsOf(state, input)
    if (!bookings.ok) return bookings
    const [first] = bookings.value
    const hall = first && state.get('halls', first.hallId)
    if (!hall) return refuse('halls/no-such-hall')
    const letterhead = state.get('departments', departmentOf(first.scope) ?? '')?.letterhead ?? null
    const contract = contractSheet({ hall, bookings: bookings.value, letterhead, clerkName: actor.name, reference: '' })
    return allStepped(state, input, 'contract', (_booking, index) => ({ contractedAt: now, contractVersion: 1, contract: index === 0 ? contract : null }))
  },
})

/** Hands the key over. */
export const handOverKey = defineCommand({
  ...onBookings,
  name: 'halls.hand-over',
  input: OnBookings.extend({ to: KeyOut.shape.to, depositReceived: z.boolean() }),
  offline: 'queue',
  roles: STAFF,
  decide: (state, input, { now, actor }) => {
    const to = input.to.trim()
    return to ? allStepped(state, input, 'hand-over', () => ({ keyOut: { at: now, to, byName: actor.name, depositReceived: input.depositReceived } })) : refuse('halls/name-missing')
  },
})

/** Takes the key back, with the protocol of what was found. */
export const takeKeyBack = defineCommand({
  ...onBookings,
  name: 'halls.take-back',
  input: OnBookings.extend({ protocol: KeyBack.omit({ at: true, byName: true }) }),
  offline: 'queue',
  roles: STAFF,
  decide: (state, input, { now, actor }) => {
    const { protocol } = input
    if (protocol.condition === 'defects' && !protocol.defects.trim()) return refuse('halls/defects-missing')
    const bookings = bookingsOf(state, input)
    if (!bookings.ok) return bookings
    const most = Math.max(...bookings.value.map(({ depositCents }) => depositCents))
    if (protocol.keptCents > most) return refuse('halls/kept-too-much')
    return allStepped(state, input, 'take-back', () => ({ keyBack: { ...protocol, at: now, byName: actor.name } }))
  },
})

/** Cancels before the key is handed over; the time is free again. */
export const cancelHall = defineCommand({
  ...onBookings,
  name: 'halls.cancel',
  input: OnBookings.extend({ reason: z.string().max(1_000) }),
  offline: 'queue',
  roles: STAFF,
  decide: (state, input, { now, actor }) => {
    const reason = input.reason.trim()
    return reason ? allStepped(state, input, 'cancel', () => ({ decidedAt: now, decidedByName: actor.name, reason })) : refuse('halls/reason-missing')
  },
})
