import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { useAuditState } from '../queries.ts'

const useProblems = () => {
  const { answer } = useAuditState()
  return answer.kind === 'here' ? answer.value.problems : []
}

/** Above every screen of data protection and administrators while something is wrong with the log. */
export function AuditBanner(): ReactElement | null {
  const { t } = useTranslation()
  const problems = useProblems()
  if (problems.length === 0) return null
  return (
    <div className="banner banner--warning" role="alert">
      <Icon name="warning" />
      <span>{problems.map(problem => <span key={problem} className="audit-alarm">{t(`audit.problems.${problem}`)}</span>)} <a href="#/audit">{t('audit.show')}</a></span>
    </div>
  )
}

/** How much is wrong, beside the name of the page. */
export function AuditMark(): ReactElement | null {
  const { t } = useTranslation()
  const count = useProblems().length
  if (count === 0) return null
  return <span className="nav__count nav__count--urgent"><span aria-hidden="true">{count}</span><span className="sr-only">{t('audit.problemCount', { count })}</span></span>
}
