import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { ContactState } from './recall-rows.ts'

const LOOKS: Readonly<Record<ContactState, { readonly icon: IconName; readonly tone: string }>> = {
  open: { icon: 'circle', tone: 'new' }, 'not-reached': { icon: 'phone', tone: 'wait' }, letter: { icon: 'mail', tone: 'work' }, reached: { icon: 'checkCircle', tone: 'good' },
  moved: { icon: 'crossCircle', tone: 'bad' },
}

/** How far somebody has been told, as symbol and word. */
export function ContactMark({ state }: { readonly state: ContactState }): ReactElement {
  const { t } = useTranslation()
  return <span className={`status status--${LOOKS[state].tone}`}><Icon name={LOOKS[state].icon} size={16} /><span>{t(`vaccinationRecords.contact.${state}`)}</span></span>
}
