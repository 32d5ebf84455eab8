import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockState } from '../../../../shared/domains/notices/clock/clock.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'

const LOOKS: Readonly<Record<ClockState, { readonly icon: IconName; readonly tone: string }>> = {
  'not-sent': { icon: 'circle', tone: 'new' }, 'on-its-way': { icon: 'mail', tone: 'new' }, open: { icon: 'hourglass', tone: 'work' }, objected: { icon: 'scales', tone: 'wait' },
  final: { icon: 'checkCircle', tone: 'good' }, repeat: { icon: 'warning', tone: 'bad' }, replaced: { icon: 'turn', tone: 'new' },
}

/** How far a notice is in law, as symbol and word. */
export function ClockMark({ state }: { readonly state: ClockState }): ReactElement {
  const { t } = useTranslation()
  return <span className={`status status--${LOOKS[state].tone}`}><Icon name={LOOKS[state].icon} size={16} /><span>{t(`noticeClock.states.${state}`)}</span></span>
}
