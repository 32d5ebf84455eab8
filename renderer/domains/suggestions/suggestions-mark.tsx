import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWaitingSuggestions } from './queries.ts'

/** How many suggestions wait for the person, beside the name of the page. */
export function SuggestionsMark(): ReactElement | null {
  const { t } = useTranslation()
  const count = useWaitingSuggestions()
  if (count === 0) return null
  return <span className="nav__count"><span aria-hidden="true">{count}</span><span className="sr-only">{t('suggestions.marks', { count })}</span></span>
}
