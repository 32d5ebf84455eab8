import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { KEEPERS } from '../../../../shared/domains/alerts/roles.ts'
import { usePerson } from '../../../core-client/core-context.tsx'

/** The way to what messages are made of, for whoever keeps it. */
export function CatalogueLink(): ReactElement | null {
  const { t } = useTranslation()
  const isKeeper = usePerson().grants.some(({ role }) => KEEPERS.some(keeper => keeper === role))
  return isKeeper ? <Link to="/$page" params={{ page: 'alert-catalogue' }} className="button button--quiet">{t('pages.alert-catalogue')}</Link> : null
}
