import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { useNoticeRuns } from '../queries.ts'
import { waitsFor } from './next-step.ts'

/** How many runs wait for the person to be released, beside the name of the page. */
export function NoticesMark(): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const now = useNow()
  const count = useNoticeRuns()?.filter(run => waitsFor(run, person, now)).length ?? 0
  if (count === 0) return null
  return <span className="nav__count nav__count--urgent"><span aria-hidden="true">{count}</span><span className="sr-only">{t('notices.marks', { count })}</span></span>
}
