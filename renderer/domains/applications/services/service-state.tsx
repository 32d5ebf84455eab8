import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '../../../../shared/contract/services.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'

const LOOKS: Readonly<Record<ServiceLine['state'], readonly [icon: IconName, tone: string]>> = {
  offered: ['checkCircle', 'good'], withdrawn: ['pause', 'wait'], new: ['pencil', 'new'],
}

/** Whether citizens can apply for a service, as symbol and word. */
export function ServiceState({ state }: { readonly state: ServiceLine['state'] }): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[state]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{t(`services.state.${state}`)}</span></span>
}
