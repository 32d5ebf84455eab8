import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../../../shared/domains/vaccinations/stage.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { Alarm } from './board-view.ts'

export const STAGE_ICONS: Readonly<Record<Stage, IconName>> = { arrived: 'person', physician: 'question', consent: 'file', ready: 'check', watched: 'clock', done: 'checkCircle', left: 'crossCircle' }

const ALARMS: Readonly<Record<Alarm, { readonly icon: IconName; readonly look: string }>> = {
  flag: { icon: 'warning', look: 'late' }, refused: { icon: 'crossCircle', look: 'late' }, twin: { icon: 'people', look: 'late' }, over: { icon: 'checkCircle', look: 'rests' },
}

/** What has to be looked at, as symbol and word. */
export function AlarmMark({ alarm }: { readonly alarm: Alarm }): ReactElement {
  const { t } = useTranslation()
  return <span className={ALARMS[alarm].look}><Icon name={ALARMS[alarm].icon} size={16} />{t(`vaccinations.alarm.${alarm}`)}</span>
}

/** `Großkopf, Änne`, as lists are looked through. */
export const listName = ({ familyName, givenName }: Pick<Vaccinee, 'familyName' | 'givenName'>): string => [familyName, givenName].filter(Boolean).join(', ')

/** Minutes and seconds that are left; none once it is over. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
