import { useMemo, useState } from 'react'
import { MOST_SLOT_DAYS, type FreeSlot, type FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { daysBetween, germanDay, germanDayAt } from '../../../../shared/german-days.ts'
import type { AppointmentServiceId, ResourceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { useSlots } from '../queries.ts'
import { chosenIn, firstDays, nearestTo, offeredDays, stepFrom, withoutTaken, type Chosen, type OfferedDay, type OfferFilter, type TimeStep } from './offers.ts'

/** As many days as are looked through at first, twice as many where that is not enough. */
const FIRST_DAYS = 7
/** As many times as are shown at first and with each "more". */
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
  /** Only on these days; from today on, and as far as one can book, unless it is said. */
  readonly window?: { readonly fromDay: string; readonly toDay: string } | undefined
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
export function useTimes({ here, serviceIds, persons, at, window }: Wanted): Times {
  const [filter, setFilter] = useState<OfferFilter>({ part: 'any', resourceId: at?.resourceId ?? null })
  const [shownTimes, setShownTimes] = useState(TIMES_SHOWN)
  const [taken, setTaken] = useState<readonly Chosen[]>([])
  const [pin, setPin] = useState<Pin | undefined>(at && { startsAt: at.startsAt, isOwn: true, question: '' })
  const { answer, days: asked, most, askFurther, what } = useFarSlots({ here, serviceIds, persons, at, window })
  const slots = answer.kind === 'here' ? answer.value.slots : NONE
  const kept = pin?.startsAt
  const all = useMemo(() => offeredDays(withoutTaken(slots, taken), filter, kept), [slots, taken, filter, kept])
  const days = useMemo(() => firstDays(all, shownTimes), [all, shownTimes])
  const isShort = answer.kind === 'here' && asked < most && days.length === all.length
  if (isShort && days.reduce((sum, day) => sum + day.slots.length, 0) < shownTimes) askFurther()
  const question = JSON.stringify([what, filter])
  const soonest = all[0]?.slots[0]
  // The soonest is held fast as soon as it is shown.
  if (soonest && (!pin || (!pin.isOwn && pin.question !== question))) setPin({ startsAt: soonest.startsAt, isOwn: false, question })
  const { slot, gone } = standing(all, pin)
  const choose = (startsAt: Instant): void => setPin({ startsAt, isOwn: true, question })
  return {
    answer, days, filter, setFilter, choose, gone,
    hasMore: days.length < all.length || isShort,
    chosen: slot && chosenIn(slot, filter.resourceId),
    more: () => setShownTimes(shownTimes + TIMES_SHOWN),
    step: step => {
      const next = slot && stepFrom(slot.startsAt, step, all)
      if (next) choose(next.startsAt)
      if (next && !days.some(day => day.slots.includes(next))) setShownTimes(shownTimes + TIMES_SHOWN)
    },
    exclude: one => setTaken(before => [...before, one]),
  }
}

const NONE: readonly FreeSlot[] = []

interface FarSlots {
  readonly answer: ReturnType<typeof useSlots>
  readonly days: number
  /** So many days can be asked for at all. */
  readonly most: number
  readonly askFurther: () => void
  /** What was asked for, whatever the number of days. */
  readonly what: string
}

/** Free times as far ahead as is needed; those that are here stay while more are asked for. */
function useFarSlots({ here, serviceIds, persons, at, window }: Wanted): FarSlots {
  const today = germanDayAt(useNow())
  const fromDay = window?.fromDay ?? today
  const most = window ? Math.min(MOST_SLOT_DAYS, daysBetween(window.fromDay, window.toDay) + 1) : MOST_SLOT_DAYS
  const what = JSON.stringify([here.place.id, serviceIds, persons, fromDay])
  // A time of the calendar may lie far ahead.
  const first = Math.min(most, at ? Math.max(0, daysBetween(today, germanDay(at.startsAt))) + FIRST_DAYS : FIRST_DAYS)
  const [far, setFar] = useState({ what, days: first })
  const [last, setLast] = useState<{ readonly what: string; readonly answer: ReturnType<typeof useSlots> }>()
  const days = far.what === what ? far.days : first
  const asked = useSlots(serviceIds.length === 0 ? undefined : { placeId: here.place.id, serviceIds: [...serviceIds], persons, fromDay, days })
  const isNews = asked.kind === 'here' && (last?.what !== what || last.answer.kind !== 'here' || last.answer.value !== asked.value)
  if (isNews) setLast({ what, answer: asked })
  const answer = asked.kind === 'loading' && last?.what === what ? last.answer : asked
  return { answer, days, most, what, askFurther: () => asked.kind === 'here' && setFar({ what, days: Math.min(most, days * 2) }) }
}

function standing(days: readonly OfferedDay[], pin: Pin | undefined): { readonly slot: FreeSlot | undefined; readonly gone: Instant | undefined } {
  const slots = days.flatMap(day => day.slots)
  if (!pin) return { slot: slots[0], gone: undefined }
  const same = slots.find(({ startsAt }) => startsAt === pin.startsAt)
  return same ? { slot: same, gone: undefined } : { slot: nearestTo(pin.startsAt, slots), gone: slots.length > 0 ? pin.startsAt : undefined }
}
