import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft } from '../../../../shared/contract/notice-import.ts'
import type { FieldName } from '../../../../shared/domains/notices/import/columns.ts'
import { DEBTOR_ROLES } from '../../../../shared/domains/notices/content.ts'
import { fixedProblem } from '../../../../shared/domains/notices/import/read-row.ts'
import { useImportStep } from './use-import.ts'

interface Props {
  readonly draft: ImportDraft
  readonly field: FieldName
  /** What the field is called. */
  readonly title: string
}

/** A value for all rows, where no column has it. */
export function FixedValue({ draft: { id, fixed }, field, title }: Props): ReactElement {
  const { t } = useTranslation()
  const { run } = useImportStep()
  const kept = fixed[field] ?? ''
  const label = t('noticeImport.columns.valueOf', { field: title })
  const keep = (value: string): void => { if (value !== kept) void run(client => client.fix({ id, field, value })) }
  if (field !== 'debtorRole') return <TypedValue field={field} label={label} kept={kept} onKeep={keep} />
  return (
    <select className="input" aria-label={label} value={kept} onChange={({ target }) => keep(target.value)}>
      <option value="">{t('noticeImport.columns.noValue')}</option>
      {DEBTOR_ROLES.map(role => <option key={role} value={role}>{t(`noticeImport.roles.${role}`)}</option>)}
    </select>
  )
}

interface TypedProps {
  readonly field: FieldName
  readonly label: string
  readonly kept: string
  readonly onKeep: (value: string) => void
}

/** Counts as soon as the field is left, unless no row could be read with it: then it says why. */
function TypedValue({ field, label, kept, onKeep }: TypedProps): ReactElement {
  const { t } = useTranslation()
  const errorId = useId()
  const [typed, setTyped] = useState(kept)
  const [left, setLeft] = useState(kept)
  const problem = left.trim() === '' ? null : fixedProblem(field, left)
  const leave = (): void => {
    setLeft(typed)
    if (typed.trim() === '' || fixedProblem(field, typed) === null) onKeep(typed.trim())
  }
  return (
    <>
      <input
        className="input" aria-label={label} value={typed} maxLength={200} autoComplete="off" aria-invalid={problem ? true : undefined} aria-describedby={problem ? errorId : undefined}
        onChange={({ target }) => setTyped(target.value)} onBlur={leave} onKeyDown={({ key }) => { if (key === 'Enter') leave() }}
      />
      {problem && <span id={errorId} className="field__hint field__hint--error" role="alert">{t(`noticeImport.problems.${problem}`, { found: left })}</span>}
    </>
  )
}
