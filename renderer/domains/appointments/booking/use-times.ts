import { useState } from 'react'
import { MOST_SLOT_DAYS, type FreeSlot, type FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { AppointmentServiceId, ResourceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { useSlots } from '../queries.ts'
import { chosenIn, firstDays, nearestTo, offeredDays, stepFrom, withoutTaken, type Chosen, type OfferedDay, type OfferFilter, type TimeStep } from './offers.ts'

/** As many days as are looked through at first, and as many times as are shown at first and with each "more". */
const FIRST_DAYS = 21
const TIMES_SHOWN = 30

export interface WantedTime {
  readonly resourceId: ResourceId
  readonly startsAt: Instant
}

interface Wanted {
  readonly here: FurnishedPlace
  readonly serviceIds: readonly AppointmentServiceId[]
  readonly persons: number
  /** Where the dialog was opened on a free time of the calendar. */
  readonly at: WantedTime | undefined
}

export interface Times {
  readonly answer: ReturnType<typeof useSlots>
  /** The days shown, each with its times. */
  readonly days: readonly OfferedDay[]
  readonly hasMore: boolean
  readonly chosen: Chosen | undefined
  /** The time that was chosen or shown before and is not free; `chosen` is the next best. */
  readonly gone: Instant | undefined
  readonly filter: OfferFilter
  readonly setFilter: (filter: OfferFilter) => void
  readonly more: () => void
  readonly choose: (startsAt: Instant) => void
  readonly step: (step: TimeStep) => void
  /** The service has said that this one is taken. */
  readonly exclude: (taken: Chosen) => void
}

/** A time that stays chosen while others come and go: what was read out on the telephone must not change by itself. */
interface Pin {
  readonly startsAt: Instant
  /** Chosen by a person, and so kept when something else is wanted; the soonest is looked for anew then. */
  readonly isOwn: boolean
  readonly question: string
}

/** The free times for what is wanted, the soonest of them chosen until a person chooses another. */
export function useTimes({ here, serviceIds, persons, at }: Wanted): Times {
  const today = germanDayAt(useNow())
  const [filter, setFilter] = useState<OfferFilter>({ part: 'any', resourceId: at?.resourceId ?? null })
  const [shownTimes, setShownTimes] = useState(TIMES_SHOWN)
  const [isFar, setFar] = useState(at !== undefined)
  const [taken, setTaken] = useState<readonly Chosen[]>([])
  const [pin, setPin] = useState<Pin | undefined>(at && { startsAt: at.startsAt, isOwn: true, question: '' })
  const what = { placeId: here.place.id, serviceIds: [...serviceIds], persons, fromDay: today, days: isFar ? MOST_SLOT_DAYS : FIRST_DAYS }
  const answer = useSlots(serviceIds.length === 0 ? undefined : what)
  const free = answer.kind === 'here' ? withoutTaken(answer.value.slots, taken) : []
  const all = offeredDays(free, filter, pin?.startsAt)
  const question = JSON.stringify([what, filter])
  const soonest = all[0]?.slots[0]
  // The soonest is held fast as soon as it is shown.
  if (soonest && (!pin || (!pin.isOwn && pin.question !== question))) setPin({ startsAt: soonest.startsAt, isOwn: false, question })
  const { slot, gone } = standing(all, pin)
  const days = firstDays(all, shownTimes)
  const choose = (startsAt: Instant): void => setPin({ startsAt, isOwn: true, question })
  return {
    answer, days, filter, setFilter, choose,
    hasMore: days.length < all.length || !isFar,
    chosen: slot && chosenIn(slot, filter.resourceId),
    gone,
    more: () => {
      setShownTimes(shownTimes + TIMES_SHOWN)
      setFar(true)
    },
    step: step => {
      const next = slot && stepFrom(slot.startsAt, step, all)
      if (next) choose(next.startsAt)
      if (next && !days.some(day => day.slots.includes(next))) setShownTimes(shownTimes + TIMES_SHOWN)
    },
    exclude: one => setTaken(before => [...before, one]),
  }
}

function standing(days: readonly OfferedDay[], pin: Pin | undefined): { readonly slot: FreeSlot | undefined; readonly gone: Instant | undefined } {
  const slots = days.flatMap(day => day.slots)
  if (!pin) return { slot: slots[0], gone: undefined }
  const same = slots.find(({ startsAt }) => startsAt === pin.startsAt)
  return same ? { slot: same, gone: undefined } : { slot: nearestTo(pin.startsAt, slots), gone: slots.length > 0 ? pin.startsAt : undefined }
}
