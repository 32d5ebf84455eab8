import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { sentOnAt } from '../../../../shared/domains/appointments/waiting.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly appointment: ShownAppointment
  readonly own: ResourceId
}

/** Where somebody was sent on to, from whom, and what is to be known; nothing for all others. */
export function SentOn({ here, appointment, own }: Props): ReactElement | null {
  const { t } = useTranslation()
  const { sentOn, status } = appointment
  if (!sentOn) return null
  const nameOf = (id: ResourceId | null): string | undefined => here.resources.find(resource => resource.id === id)?.name
  const [counter, from] = [nameOf(sentOn.toCounterId), nameOf(sentOn.fromCounterId)]
  const isFirst = status === 'waiting' && sentOnAt(appointment) !== null
  return (
    <>
      <p className="visit__facts">
        <span className="visit__first"><Icon name="forward" size={14} />{sentOn.toCounterId === own ? t('counter.sentToMe') : counter ? t('counter.sentTo', { counter }) : t('counter.sentOn')}{isFirst && `, ${t('counter.sentFirst')}`}</span>
        <span>{from ? t('counter.sentFrom', { counter: from, name: sentOn.byName }) : t('counter.sentBy', { name: sentOn.byName })}</span>
      </p>
      {sentOn.note && <p className="visit__note">{sentOn.note}</p>}
    </>
  )
}
