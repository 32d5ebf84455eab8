import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateLine } from '../../../shared/contract/letters.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const LOOKS: Readonly<Record<TemplateLine['state'], readonly [icon: IconName, tone: string]>> = {
  offered: ['checkCircle', 'good'], withdrawn: ['pause', 'wait'], new: ['pencil', 'new'],
}

/** Whether letters are proposed with a template, as symbol and word. */
export function TemplateState({ state }: { readonly state: TemplateLine['state'] }): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[state]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{t(`letters.state.${state}`)}</span></span>
}
