import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, ImportReckoning } from '../../../../shared/contract/notice-import.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { formatEuros } from '../../../ui/money.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useImportStep } from './use-import.ts'

interface Props {
  readonly draft: ImportDraft
  readonly reckoning: ImportReckoning
  /** What the run is called unless somebody says otherwise. */
  readonly proposedTitle: string
}

/** What would be prepared, in figures, and the step that does it. */
export function ReckoningPart({ draft, reckoning, proposedTitle }: Props): ReactElement {
  const { t } = useTranslation()
  const [title, setTitle] = useState(proposedTitle)
  const { run, isRunning } = useImportStep()
  const { letters } = reckoning
  const refusal = refusalOf(draft, reckoning, title)
  const isTaking = isRunning || draft.state === 'taking'
  return (
    <div className="stack">
      <Figures reckoning={reckoning} />
      <div className="notice-import__kind"><TextInput label={t('noticeImport.reckoning.name')} value={title} onChange={setTitle} maxLength={120} isRequired /></div>
      {isTaking
        ? <label className="notice-import__progress">{t('noticeImport.taking')}<progress /></label>
        : (
          <ActionButton kind="primary" isPrimary refusal={refusal && t(`noticeImport.reckoning.${refusal}`)} onPress={() => { if (draft.state === 'open') void run(client => client.take({ id: draft.id, title: title.trim() })) }}>
            {t('noticeImport.reckoning.prepare', { count: letters })}
          </ActionButton>
        )}
    </div>
  )
}

function refusalOf({ kindId }: ImportDraft, { faultyRows, letters }: ImportReckoning, title: string): 'kindMissing' | 'mendFirst' | 'nothing' | 'nameMissing' | undefined {
  if (kindId === null) return 'kindMissing'
  if (faultyRows > 0) return 'mendFirst'
  if (letters === 0) return 'nothing'
  return title.trim() === '' ? 'nameMissing' : undefined
}

function Figures({ reckoning: { letters, cents, firstDue, lastDue, leftOutRows } }: { readonly reckoning: ImportReckoning }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const dayOf = (day: string | null): string => (day === null ? '–' : formatPlainDay(day, language))
  const [from, to] = [dayOf(firstDue), dayOf(lastDue)]
  return (
    <dl className="notice-import__figures">
      <div><dt>{t('noticeImport.reckoning.letters')}</dt><dd>{formatNumber(letters, language)}</dd></div>
      <div><dt>{t('noticeImport.reckoning.sum')}</dt><dd>{formatEuros(cents, language)}</dd></div>
      <div><dt>{t('noticeImport.reckoning.due')}</dt><dd>{from === to ? from : t('noticeImport.reckoning.dueSpan', { from, to })}</dd></div>
      {leftOutRows > 0 && <div><dt>{t('noticeImport.reckoning.leftOut')}</dt><dd>{formatNumber(leftOutRows, language)}</dd></div>}
    </dl>
  )
}
