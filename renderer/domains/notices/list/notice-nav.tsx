import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** From one of the pages about notices to the others. */
export function NoticeNav(): ReactElement {
  const { t } = useTranslation()
  const current = { 'aria-current': 'page' } as const
  return (
    <nav className="tabs" aria-label={t('pages.notices')}>
      <Link to="/$page" params={{ page: 'notices' }} className="tab" activeOptions={{ exact: true }} activeProps={current}>{t('notices.runs')}</Link>
      <Link to="/notices/deliveries" className="tab" activeProps={current}>{t('noticeDeliveries.title')}</Link>
      <Link to="/notices/finality" className="tab" activeOptions={{ includeSearch: false }} activeProps={current}>{t('noticeClock.title')}</Link>
      <Link to="/notices/consents" className="tab" activeProps={current}>{t('noticeConsents.title')}</Link>
    </nav>
  )
}
