import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** Stands beside everything that this desk has saved and nobody else has seen yet. */
export function PendingMark(): ReactElement {
  const { t } = useTranslation()
  return <span className="pending-mark"><Icon name="cloudWait" size={16} />{t('case.notTransferred')}</span>
}
