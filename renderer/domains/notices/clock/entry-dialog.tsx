import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { CaseChoice } from './case-choice.tsx'
import { DayField } from './day-field.tsx'
import { entryOf, offeredKinds, ofKindNow, readDay, spokenOf, type EntryDraft, type EntryKind } from './entry-draft.ts'

interface Props {
  readonly noticeId: NoticeId
  readonly facts: readonly NoticeFact[]
  readonly today: string
  readonly onClose: () => void
}

/** One thing that became known: what, on which day, and what proves it. */
export function EntryDialog({ noticeId, facts, today, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const kinds = offeredKinds(facts)
  const [draft, setDraft] = useState(() => firstDraft(kinds[0] ?? 'handed-over', formatPlainDay(today, language), facts))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('record')
  const read = readDay(draft.day, today)
  const change = (changed: Partial<EntryDraft>): void => setDraft(before => ({ ...before, ...changed }))
  const send = async (): Promise<void> => {
    setSent(true)
    if ('day' in read && (await run({ noticeId, fact: entryOf(draft, read.day) }))) onClose()
  }
  return (
    <FormDialog title={t('noticeClock.enterTitle')} confirm={t('noticeClock.enter')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <Select
        label={t('noticeClock.what')} value={draft.kind} hasFocus items={kinds.map(id => ({ id, name: t(`noticeClock.kinds.${id}`) }))}
        onChange={id => setDraft(before => ofKindNow(before, kinds.find(kind => kind === id) ?? before.kind, facts))}
      />
      <OwnFields draft={draft} facts={facts} onChange={change} />
      <DayField label={t(draft.kind === 'settled' && draft.outcome === 'decided' ? 'noticeClock.servedDay' : 'noticeClock.day')} value={draft.day} wrong={isSent && 'wrong' in read ? read.wrong : undefined} onChange={day => change({ day })} />
      <TextArea label={t('noticeClock.note')} hint={t('noticeClock.noteHint')} value={draft.note} maxLength={300} rows={2} onChange={note => change({ note })} />
    </FormDialog>
  )
}

const firstDraft = (kind: EntryKind, day: string, facts: readonly NoticeFact[]): EntryDraft =>
  ofKindNow({ kind, day, note: '', of: null, caseId: null, outcome: 'withdrawn', quality: 'missing' }, kind, facts)

const OUTCOMES = ['withdrawn', 'decided', 'remedied'] as const
const QUALITIES = ['missing', 'wrong', 'right'] as const

/** What an entry of one kind has beside its day. */
function OwnFields({ draft, facts, onChange }: { readonly draft: EntryDraft; readonly facts: readonly NoticeFact[]; readonly onChange: (changed: Partial<EntryDraft>) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const spoken = spokenOf(draft.kind, facts) ?? []
  const change = <Value extends string>(values: readonly Value[], id: string, set: (value: Value) => void): void => {
    const found = values.find(value => value === id)
    if (found) set(found)
  }
  return (
    <>
      {spoken.length > 1 && (
        <Select
          label={t(draft.kind === 'settled' ? 'noticeClock.objection' : 'noticeClock.delivery')} value={draft.of} onChange={of => onChange({ of })}
          items={spoken.map(({ id, kind, day }) => ({ id, name: `${t(`noticeClock.kinds.${kind}`)}, ${formatPlainDay(day, language)}` }))}
        />
      )}
      {draft.kind === 'settled' && <Select label={t('noticeClock.outcome')} value={draft.outcome} items={OUTCOMES.map(id => ({ id, name: t(`noticeClock.outcomes.${id}`) }))} onChange={id => change(OUTCOMES, id, outcome => onChange({ outcome }))} />}
      {draft.kind === 'instruction' && <Select label={t('noticeClock.quality')} value={draft.quality} items={QUALITIES.map(id => ({ id, name: t(`noticeClock.qualities.${id}`) }))} onChange={id => change(QUALITIES, id, quality => onChange({ quality }))} />}
      {draft.kind === 'objected' && <CaseChoice caseId={draft.caseId} onChange={caseId => onChange({ caseId })} />}
    </>
  )
}
