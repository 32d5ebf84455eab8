import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useInbox } from './queries.ts'

/** How many wait for an answer, beside the name of the page. */
export function MessagesMark(): ReactElement | null {
  const { t } = useTranslation()
  const counts = useInbox('waiting', '')?.counts
  if (!counts?.waiting) return null
  const { waiting, overdue } = counts
  const said = [t('inbox.marks', { count: waiting }), ...(overdue > 0 ? [t('inbox.marksOverdue', { count: overdue })] : [])].join(', ')
  return <span className={overdue > 0 ? 'nav__count nav__count--urgent' : 'nav__count'}><span aria-hidden="true">{waiting}</span><span className="sr-only">{said}</span></span>
}
