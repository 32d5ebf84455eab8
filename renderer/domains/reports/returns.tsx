import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../shared/contract/reports.ts'
import { formatDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'

const SHOWN = 5

/** Why proposals were sent back lately; the case tells the rest. */
export function LatestReturns({ returns, onCase }: { readonly returns: Report['returns']; readonly onCase: (id: string) => void }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (returns.length === 0) return null
  return (
    <>
      <h3 className="figure__subtitle">{t('reports.returns.latest')}</h3>
      <ul className="report__reasons">
        {returns.slice(0, SHOWN).map(({ applicationId, reference, at, reason }) => (
          <li key={`${applicationId}/${at}`}>
            <Link className="figure__link" onPress={() => onCase(applicationId)}>{reference}</Link> <span className="muted">{formatDay(at, language)}</span>
            <p className="report__reason">{reason ?? t('reports.returns.noReason')}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
