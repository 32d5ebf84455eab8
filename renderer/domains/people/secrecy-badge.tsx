import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import './secrecy.css'

/** The mark of a person under secrecy, wherever a row of theirs is shown. */
export function SecrecyBadge(): ReactElement {
  const { t } = useTranslation()
  return <span className="secrecy-badge"><Icon name="lock" size={16} /><span>{t('people.secrecy.mark')}</span></span>
}
