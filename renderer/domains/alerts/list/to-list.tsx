import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Back to all messages. */
export function ToList(): ReactElement {
  const { t } = useTranslation()
  return <Link to="/$page" params={{ page: 'alerts' }} className="button button--quiet">{t('alerts.toList')}</Link>
}
