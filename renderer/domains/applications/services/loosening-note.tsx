import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedService } from '../../../../shared/contract/services.ts'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { looseningsOf } from '../../../../shared/domains/applications/service-loosening.ts'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { usePublishing } from './use-publishing.ts'

interface Props {
  readonly edited: EditedService
  readonly content: DraftContent
  readonly departmentName: string
  /** One that is not complete waits for its authors first. */
  readonly isComplete: boolean
}

/** Says in which way a draft loosens who decides, and who may publish it therefore. */
export function LooseningNote({ edited, content, departmentName, isComplete }: Props): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const publishing = usePublishing(edited, content)
  const loosenings = looseningsOf(edited.service ?? undefined, content)
  if (loosenings.length === 0) return null
  const before = edited.service?.singleUpToCents ?? null
  const amounts = { now: formatEuros(content.singleUpToCents ?? 0, language), before: before === null ? t('services.loosening.never') : formatEuros(before, language) }
  return (
    <div className="callout">
      <p><strong>{t('services.loosening.title')}</strong></p>
      <ul className="loosenings">{loosenings.map(kind => <li key={kind}>{t(`services.loosening.${kind}`, amounts)}</li>)}</ul>
      <p>{t(isComplete && publishing === null ? 'services.loosening.second' : 'services.loosening.wait', { department: departmentName })}</p>
    </div>
  )
}
