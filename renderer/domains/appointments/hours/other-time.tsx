import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { Appointment, OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import { germanDay, germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { useSlots } from '../queries.ts'
import { otherTimes, type Choice, type Choices, type Place } from './work-plan.ts'

/** How far other times are looked for, and how many a person reads through. */
const SEARCH_DAYS = 28
const MOST_TIMES = 200

interface Props {
  readonly appointment: Appointment
  readonly rows: readonly StrandedAppointment[]
  readonly choices: Choices
  readonly here: FurnishedPlace
  readonly after: readonly OpeningHours[]
  readonly choice: Choice
  readonly isLocked: boolean
  readonly nameOf: (place: Place) => string
  readonly onChoose: (place: Place) => void
}

const keyOf = ({ startsAt, resourceId }: Place): string => `${startsAt} ${resourceId}`

/** The free times for an appointment, from its own day on. */
export function OtherTime({ appointment, rows, choices, here, after, choice, isLocked, nameOf, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const own = germanDay(appointment.startsAt)
  const answer = useSlots({ placeId: here.place.id, serviceIds: appointment.serviceIds, persons: appointment.persons, fromDay: own < today ? today : own, days: SEARCH_DAYS })
  if (answer.kind === 'loading') return <p className="field__hint">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <p className="field__hint field__hint--error">{errorSentences(t, answer.refusal).happened}</p>
  const times = otherTimes(answer.value.slots, { lines: after, resources: here.resources }, rows, choices, appointment).slice(0, MOST_TIMES)
  const chosen = choice.act === 'move' ? keyOf(choice.to) : ''
  const choose = (key: string): void => {
    const place = times.find(time => keyOf(time) === key)
    if (place) onChoose(place)
  }
  if (times.length === 0) return <p className="field__hint">{t('hours.work.noTimes')}</p>
  return (
    <select className="input" aria-label={t('hours.work.timeFor', { name: appointment.name })} value={chosen} disabled={isLocked} onChange={event => choose(event.target.value)}>
      <option value="">{t('hours.work.chooseTime')}</option>
      {times.map(place => <option key={keyOf(place)} value={keyOf(place)}>{nameOf(place)}</option>)}
    </select>
  )
}
