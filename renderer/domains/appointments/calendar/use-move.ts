import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, FreeSlot, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { errorSentences, type RefusalShown } from '../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { useToast } from '../../../ui/toasts.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAppointmentCommand } from '../mutations.ts'
import { stretchOn, type Block } from './blocks.ts'
import { refusalAt, type Destination } from './destination.ts'

/** How far ahead another time is looked for when the wanted one is not free. */
const SEARCH_DAYS = 14

export type Move = (appointment: ShownAppointment, wanted: Destination) => Promise<boolean>

/** Moves an appointment; what cannot be is told at once, with the next time that is free and the way there. */
export function useMove(here: FurnishedPlace, booked: readonly Block[]): Move {
  const { clock } = useCore()
  const { run } = useAppointmentCommand('move')
  const tell = useRefusal(here)
  const move: Move = async (appointment, wanted) => {
    const refusal = refusalAt(here, booked, appointment, wanted, clock.nowMs())
    if (refusal) {
      await tell(refusal, appointment, wanted, move)
      return false
    }
    return run({ appointmentId: appointment.id, resourceId: wanted.resourceId, startsAt: onTheWall(wanted.day).at(wanted.from), minutes: wanted.to - wanted.from })
  }
  return move
}

function useRefusal(here: FurnishedPlace): (refusal: RefusalShown, appointment: ShownAppointment, wanted: Destination, move: Move) => Promise<void> {
  const { t } = useTranslation()
  const language = useLanguage()
  const show = useToast()
  const { client } = useCore()
  return async (refusal, appointment, wanted, move) => {
    const { happened, todo } = errorSentences(t, refusal)
    const question = { placeId: here.place.id, serviceIds: [...appointment.serviceIds], persons: appointment.persons, fromDay: wanted.day, days: SEARCH_DAYS }
    const answer = await client.appointments.slots(question).catch(() => undefined)
    const next = answer?.ok ? nextFree(answer.value.slots, wanted) : undefined
    if (!next) return show({ kind: 'refused', title: happened, text: todo })
    const counter = here.resources.find(({ id }) => id === next.resourceId)?.name ?? ''
    show({
      kind: 'refused', title: happened, text: t('calendar.nextFree', { time: formatDayAndTime(onTheWall(next.day).at(next.from), language), counter }),
      action: { label: t('calendar.moveThere'), run: () => void move(appointment, next) },
    })
  }
}

/** The first free time from the wanted one on, at the wanted counter where it is free there. */
function nextFree(slots: readonly FreeSlot[], wanted: Destination): Destination | undefined {
  const from = onTheWall(wanted.day).at(wanted.from)
  const slot = slots.find(({ startsAt }) => startsAt >= from) ?? slots[0]
  const resourceId = slot?.resourceIds.find(id => id === wanted.resourceId) ?? slot?.resourceIds[0]
  if (!slot || resourceId === undefined) return undefined
  const day = germanDay(slot.startsAt)
  const start = stretchOn(day, slot.startsAt, slot.endsAt).from
  return { resourceId, day, from: start, to: start + wanted.to - wanted.from }
}
