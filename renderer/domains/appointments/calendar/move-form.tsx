import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TimesList, useTimeWords } from '../booking/times-list.tsx'
import { useTimes } from '../booking/use-times.ts'
import { AppointmentDetails } from './appointment-details.tsx'
import { blockOf, stretchOn } from './blocks.ts'
import type { Destination } from './destination.ts'
import type { Move } from './use-move.ts'
import '../booking/booking.css'

interface Props {
  readonly here: FurnishedPlace
  readonly appointment: ShownAppointment
  readonly move: Move
  readonly onBack: () => void
  readonly onClose: () => void
}

const LONGEST = 120
const LENGTH_STEP = 5

/** Another time, counter or length, without dragging: the free times, the soonest first. */
export function MoveForm({ here, appointment, move, onBack, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const isOffline = useStatus()?.connection === 'offline'
  const timeWords = useTimeWords()
  const times = useTimes({ here, serviceIds: appointment.serviceIds, persons: appointment.persons, at: undefined })
  const { day, from, to } = blockOf(appointment)
  const [minutes, setMinutes] = useState(to - from)
  const [isMoving, setMoving] = useState(false)
  const { chosen } = times
  const send = async (wanted: Destination | undefined): Promise<void> => {
    if (!wanted || isMoving) return
    setMoving(true)
    const isMoved = await move(appointment, wanted)
    setMoving(false)
    if (isMoved) onClose()
  }
  const toChosen = (): Destination | undefined => {
    if (!chosen) return undefined
    const at = germanDay(chosen.startsAt)
    const start = stretchOn(at, chosen.startsAt, chosen.endsAt).from
    return { resourceId: chosen.resourceId, day: at, from: start, to: start + minutes }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send(toChosen())
  }
  const stays = appointment.resourceId !== null && minutes !== to - from ? { resourceId: appointment.resourceId, day, from, to: from + minutes } : undefined
  return (
    <form noValidate className="stack" onSubmit={submit}>
      <AppointmentDetails here={here} appointment={appointment} isShort />
      <Select hasFocus label={t('calendar.length')} items={lengths(to - from).map(count => ({ id: String(count), name: t('calendar.minutes', { count }) }))} value={String(minutes)} onChange={id => setMinutes(Number(id))} />
      <TimesList here={here} serviceIds={appointment.serviceIds} times={times} />
      {isOffline && <output className="callout">{t('calendar.moveOffline')}</output>}
      <DialogActions>
        <Button onPress={onBack}>{t('calendar.back')}</Button>
        {stays && <Button onPress={() => void send(stays)}>{t('calendar.onlyLength')}</Button>}
        <Button kind="primary" type="submit" isPending={isMoving} isDisabled={!chosen}>{chosen ? t('calendar.moveTo', { time: timeWords(chosen.startsAt, germanDay(chosen.startsAt)) }) : t('calendar.moveThere')}</Button>
      </DialogActions>
    </form>
  )
}

const lengths = (own: number): readonly number[] =>
  [...new Set([own, ...Array.from({ length: LONGEST / LENGTH_STEP }, (_, index) => (index + 1) * LENGTH_STEP)])].toSorted((one, other) => one - other)
