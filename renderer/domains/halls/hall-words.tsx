import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import type { Times } from '../../../shared/domains/halls/prices.ts'
import type { HallStatus, Tenant } from '../../../shared/domains/halls/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'
import type { Language } from '../../texts/languages.ts'
import { formatDay, formatTime } from '../../ui/format.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const LOOKS: Readonly<Record<HallStatus, { readonly icon: IconName; readonly tone: string }>> = {
  requested: { icon: 'question', tone: 'new' },
  approved: { icon: 'check', tone: 'work' },
  contracted: { icon: 'file', tone: 'good' },
  'handed-over': { icon: 'send', tone: 'wait' },
  returned: { icon: 'checkCircle', tone: 'good' },
  refused: { icon: 'crossCircle', tone: 'bad' },
  cancelled: { icon: 'cross', tone: 'bad' },
}

/** The state of a booking as symbol and word. */
export function HallStatusMark({ status }: { readonly status: HallStatus }): ReactElement {
  const { t } = useTranslation()
  const { icon, tone } = LOOKS[status]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} />{t(`halls.status.${status}`)}</span>
}

/** Says that somebody asked by the portal; nobody here has taken it down. */
export function OnlineMark(): ReactElement {
  const { t } = useTranslation()
  return <span className="hall-online"><Icon name="globe" size={16} />{t('halls.channels.portal')}</span>
}

/** Says that somebody else wants, or has, the same time. */
export function ConflictMark(): ReactElement {
  const { t } = useTranslation()
  return <span className="late"><Icon name="warning" size={16} />{t('halls.conflict')}</span>
}

/** `12.12.2026, 14:00–22:00`; with both days where it goes on. */
export function timesInWords({ startsAt, endsAt }: Times, language: Language): string {
  const isOneDay = germanDay(startsAt) === germanDay(instantFromMs(msOf(endsAt) - 1))
  const end = isOneDay ? formatTime(endsAt, language).replace('00:00', '24:00') : `${formatDay(endsAt, language)}, ${formatTime(endsAt, language)}`
  return `${formatDay(startsAt, language)}, ${formatTime(startsAt, language)}–${end}`
}

export const tenantName = ({ organisation, name }: Tenant): string => organisation || name

/** The other bookings of its series from this one on that are in the same state, this one first. */
export const restOfSeries = (booking: ShownHallBooking, all: readonly ShownHallBooking[]): readonly ShownHallBooking[] =>
  booking.seriesId === null ? [booking] : [booking, ...all.filter(other => other.seriesId === booking.seriesId && other.status === booking.status && other.startsAt > booking.startsAt)]
