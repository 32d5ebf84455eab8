import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../../../shared/domains/applications/tables.ts'
import { Select } from '../../../../ui/select.tsx'
import type { Whole } from '../case-actions.ts'
import { offeredFor, templateFor } from './letter-draft.ts'

interface Props {
  readonly whole: Whole
  readonly outcome: Outcome
  readonly chosenId: string | null
  readonly onChange: (id: string) => void
}

/** Which letter the decision becomes, where there are several; the first one is chosen already. */
export function TemplateChoice({ whole, outcome, chosenId, onChange }: Props): ReactElement | null {
  const { t } = useTranslation()
  const offered = offeredFor(whole, outcome)
  if (offered.length < 2) return null
  const items = offered.map(({ id, title }) => ({ id, name: title }))
  return <Select label={t('letter.template')} items={items} value={templateFor(whole, outcome, chosenId)?.id ?? null} onChange={onChange} />
}
