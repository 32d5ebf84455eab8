import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_WORKERS } from '../../../../shared/domains/applications/rules.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Icon } from '../../../ui/icon.tsx'
import './capture.css'

/** Leads from the list to taking an application down, for those who work on cases. */
export function CaptureLink(): ReactElement | null {
  const { t } = useTranslation()
  const { grants } = usePerson()
  if (!grants.some(({ role }) => CASE_WORKERS.some(own => own === role))) return null
  return <Link to="/$page" params={{ page: 'capture' }} className="button button--secondary capture-link"><Icon name="pencil" /><span>{t('capture.title')}</span></Link>
}
