import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTownServices } from './queries.ts'

/** How many drafts wait for the person to publish them as the second one, beside the name of the page. */
export function ServicesMark(): ReactElement | null {
  const { t } = useTranslation()
  const count = useTownServices()?.services.filter(({ draft }) => draft?.waitsForMe).length ?? 0
  if (count === 0) return null
  return <span className="nav__count"><span aria-hidden="true">{count}</span><span className="sr-only">{t('services.loosening.marks', { count })}</span></span>
}
