import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, ShownRowProblem } from '../../../../shared/contract/notice-import.ts'
import { useImportStep } from './use-import.ts'

interface Props {
  readonly draft: ImportDraft
  readonly problem: ShownRowProblem
  readonly column: number
}

/** A cell typed anew where it was told; counts as soon as the field is left, and Enter goes on to the next one. */
export function MendCell({ draft: { id }, problem: { line, heading, cell }, column }: Props): ReactElement {
  const { t } = useTranslation()
  const { run } = useImportStep()
  const [typed, setTyped] = useState(cell)
  const keep = (): void => { if (typed !== cell) void run(client => client.mend({ id, line, column, text: typed })) }
  return (
    <label className="notice-import__cell">
      <span className="muted">{heading}</span>
      <input
        className="input" aria-label={t('noticeImport.rows.cellOf', { line, column: heading ?? '' })} value={typed} maxLength={2_000} autoComplete="off"
        onChange={({ target }) => setTyped(target.value)} onBlur={keep} onKeyDown={goOn}
      />
    </label>
  )
}

/** Leaving the field keeps it; the row of the next one stays when this one goes. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  const next = event.currentTarget.closest('tr')?.nextElementSibling?.querySelector('input')
  if (next) next.focus()
  else event.currentTarget.blur()
}
