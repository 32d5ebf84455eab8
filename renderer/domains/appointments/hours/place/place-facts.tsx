import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../../../../shared/domains/appointments/tables.ts'

/** What a place is set to, in words. */
export function PlaceFacts({ place }: { readonly place: Place }): ReactElement {
  const { t } = useTranslation()
  const facts = [
    [t('hours.place.address'), place.address || t('common.notGiven')],
    [t('hours.place.directions'), place.directions || t('common.notGiven')],
    [t('hours.place.number.holdMinutes'), t('hours.place.minutes', { count: place.holdMinutes })],
    [t('hours.place.number.changeUntilMinutes'), t('hours.place.minutes', { count: place.changeUntilMinutes })],
    [t('hours.place.number.maxPerEmail'), place.maxPerEmail === null ? t('hours.place.unlimited') : String(place.maxPerEmail)],
    [t('hours.place.number.remindHoursBefore'), place.remindHoursBefore === null ? t('hours.place.never') : t('hours.place.hours', { count: place.remindHoursBefore })],
    [t('hours.place.number.keepDays'), t('hours.place.days', { count: place.keepDays })],
    [t('hours.place.state'), t(place.active ? 'hours.place.active' : 'hours.place.inactive')],
  ] as const
  return <dl className="hours__facts">{facts.map(([term, fact]) => <div key={term}><dt>{term}</dt><dd>{fact}</dd></div>)}</dl>
}
