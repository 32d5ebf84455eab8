import type { TFunction } from 'i18next'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Instant } from '../../../../shared/time.ts'
import { formatDayAndTime, formatTime, formatWeekday } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { PersonLink } from '../../people/person-link.tsx'
import { useSecrets } from '../../people/use-secrets.ts'
import { Veiled } from '../../people/veiled.tsx'
import { blockOf, clockOf } from './blocks.ts'
import { CHANNEL_ICONS, STATUS_ICONS } from './looks.ts'
import { useWords, type Words } from './words.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly appointment: ShownAppointment
  /** Only when, where and what for. */
  readonly isShort?: boolean
}

/** When, where, what for, who, and what has happened so far. */
export function AppointmentDetails({ here, appointment, isShort = false }: Props): ReactElement {
  const { t } = useTranslation()
  const words = useWords(here)
  const { ticket } = appointment
  return (
    <dl className="cal-facts">
      <When appointment={appointment} words={words} />
      <Fact name={t('calendar.services')}>{words.servicesOf(appointment)}, {words.personsOf(appointment)}</Fact>
      {!isShort && (
        <>
          <Fact name={t('calendar.state')}><State appointment={appointment} words={words} /></Fact>
          {ticket && <Fact name={t('calendar.ticket')}>{ticket}</Fact>}
          <Fact name={t('people.fileOf')}><PersonLink table="appointments" recordId={appointment.id} /></Fact>
          <Reach appointment={appointment} />
          {appointment.note && <Fact name={t('calendar.note')}>{appointment.note}</Fact>}
          <Fact name={t('calendar.history')}><History appointment={appointment} words={words} /></Fact>
        </>
      )}
    </dl>
  )
}

/** How the person is reached: hidden where a secrecy holds. */
function Reach({ appointment: { id, email, phone } }: Pick<Props, 'appointment'>): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecrets()(id)
  const facts = (
    <>
      <Fact name={t('calendar.email')}>{email ?? t('common.notGiven')}</Fact>
      <Fact name={t('calendar.phone')}>{phone ?? t('common.notGiven')}</Fact>
    </>
  )
  return isSecret ? <Fact name={t('people.contact')}><Veiled key={id} table="appointments" id={id}>{[email, phone].filter(Boolean).join(', ')}</Veiled></Fact> : facts
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => <div><dt>{name}</dt><dd>{children}</dd></div>

function When({ appointment, words }: { readonly appointment: ShownAppointment; readonly words: Words }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { day, from, to } = blockOf(appointment)
  return (
    <Fact name={t('calendar.when')}>
      <strong>{formatWeekday(day, language)}, {clockOf(from)}–{clockOf(to)}</strong> ({t('calendar.minutes', { count: to - from })})
      {appointment.resourceId !== null && <>, {words.counterOf(appointment.resourceId)}</>}
    </Fact>
  )
}

const State = ({ appointment, words }: { readonly appointment: ShownAppointment; readonly words: Words }): ReactElement => (
  <span className="cal-state">
    <span className="status"><Icon name={STATUS_ICONS[appointment.status]} size={16} />{words.statusOf(appointment)}</span>
    <span className="status"><Icon name={CHANNEL_ICONS[appointment.channel]} size={16} />{words.channelOf(appointment)}</span>
    {appointment.isPending && <span className="pending-mark"><Icon name="cloudWait" size={16} />{words.pending}</span>}
  </span>
)

function History({ appointment, words }: { readonly appointment: ShownAppointment; readonly words: Words }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const lines = historyOf(t, appointment, words)
  return <ul>{lines.map(({ at, text }) => <li key={text}>{at > appointment.createdAt ? formatTime(at, language) : formatDayAndTime(at, language)}: {text}</li>)}</ul>
}

interface Line {
  readonly at: Instant
  readonly text: string
}

function historyOf(t: TFunction, { createdAt, createdByName, channel, waitingSince, calledAt, callCount, counterId, servedByName, servingSince, endedAt, status, sequence }: ShownAppointment, words: Words): readonly Line[] {
  const counter = words.counterOf(counterId)
  const line = (at: Instant | null, text: string): readonly Line[] => (at === null ? [] : [{ at, text }])
  const booked = t(`appointments.channel.${channel}`)
  const moved = status === 'cancelled' ? sequence - 1 : sequence
  return [
    { at: createdAt, text: [createdByName ? t('calendar.bookedBy', { booked, name: createdByName }) : booked, moved > 0 ? t('calendar.movedTimes', { count: moved }) : ''].filter(Boolean).join(', ') },
    ...line(waitingSince, t('calendar.came')),
    ...line(calledAt, t('calendar.called', { count: callCount, counter: counterId ? counter : '–' })),
    ...line(servingSince, servedByName ? t('calendar.servedBy', { name: servedByName }) : t('calendar.served')),
    ...line(endedAt, words.statusOf({ status } as ShownAppointment)),
  ]
}
