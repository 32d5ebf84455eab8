import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useNoticeCommand } from '../mutations.ts'
import { kindOf, writtenKind, type KindProblem, type WrittenKind } from './kind-draft.ts'
import type { NoticeChoices } from './queries.ts'

interface Props {
  /** Undefined: a new one. */
  readonly kind: NoticeKind | undefined
  readonly choices: NoticeChoices
  /** The departments in which this person may make one. */
  readonly departments: NoticeChoices['departments']
  readonly laws: readonly NoticeRuleSet[]
  readonly isOnline: boolean
  readonly onClose: () => void
}

/** Makes a kind of notice or changes it, every field with what it is for. */
export function KindDialog({ kind, choices, departments, laws, isOnline, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [written, setWritten] = useState(() => writtenKind(kind, departments.map(({ id }) => id)))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('set-kind')
  const read = kindOf(written, kind, choices.kinds.map(({ id }) => id))
  const problems = isSent && 'problems' in read ? read.problems : []
  const wrong = (field: KindProblem): string | undefined => (problems.includes(field) ? t(`noticeSettings.wrong.${field}`) : undefined)
  const change = (changed: Partial<WrittenKind>): void => setWritten(before => ({ ...before, ...changed }))
  const send = async (): Promise<void> => {
    setSent(true)
    if ('input' in read && (await run(read.input))) onClose()
  }
  return (
    <FormDialog title={t(kind ? 'noticeSettings.kinds.change' : 'noticeSettings.kinds.new')} confirm={t('noticeSettings.save')} isRunning={isRunning || !isOnline} onSend={() => void send()} onClose={onClose}>
      {!isOnline && <p className="callout">{t('noticeSettings.offline')}</p>}
      <Choices written={written} choices={choices} laws={laws} departments={kind ? [] : departments} wrong={wrong} change={change} />
      <Numbers written={written} wrong={wrong} change={change} />
      <Tick label={t('noticeSettings.field.color')} isOn={written.isColor} onChange={isColor => change({ isColor })} />
      <Tick label={t('noticeSettings.field.duplex')} isOn={written.isDuplex} onChange={isDuplex => change({ isDuplex })} />
      <Tick label={t('noticeSettings.field.mailbox')} isOn={written.offersMailbox} onChange={offersMailbox => change({ offersMailbox })} />
      <Tick label={t('noticeSettings.field.active')} isOn={written.active} onChange={active => change({ active })} />
      <p className="muted">{t('noticeSettings.kinds.meaning')}</p>
    </FormDialog>
  )
}

interface PartProps {
  readonly written: WrittenKind
  readonly wrong: (field: KindProblem) => string | undefined
  readonly change: (changed: Partial<WrittenKind>) => void
}

function Choices({ written, choices, laws, departments, wrong, change }: PartProps & Pick<Props, 'choices' | 'laws' | 'departments'>): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>()
  const placeholder = t('noticeSettings.choose')
  return (
    <>
      <TextInput label={t('noticeSettings.field.title')} hint={t('noticeSettings.hint.title')} inputRef={first} value={written.title} error={wrong('title')} maxLength={120} isRequired onChange={title => change({ title })} />
      {departments.length > 1 && (
        <Select
          label={t('noticeSettings.field.department')} placeholder={placeholder} isRequired value={written.departmentId ?? null} error={wrong('departmentId')} items={departments}
          onChange={chosen => change({ departmentId: departments.find(({ id }) => id === chosen)?.id })}
        />
      )}
      <Select
        label={t('noticeSettings.field.template')} hint={t('noticeSettings.hint.template')} placeholder={placeholder} isRequired value={written.templateId} error={wrong('templateId')}
        items={choices.templates.map(({ id, title }) => ({ id, name: title }))} onChange={templateId => change({ templateId })}
      />
      <Select
        label={t('noticeSettings.field.law')} hint={t('noticeSettings.hint.law')} placeholder={placeholder} isRequired value={written.ruleSetId} error={wrong('ruleSetId')}
        items={laws.map(({ id, title }) => ({ id, name: title }))} onChange={ruleSetId => change({ ruleSetId })}
      />
    </>
  )
}

function Numbers({ written, wrong, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('noticeSettings.field.cooling')} hint={t('noticeSettings.hint.cooling')} value={written.coolingMinutes} error={wrong('coolingMinutes')} maxLength={4} isRequired onChange={coolingMinutes => change({ coolingMinutes })} />
      <TextInput label={t('noticeSettings.field.hold')} hint={t('noticeSettings.hint.hold')} value={written.holdDays} error={wrong('holdDays')} maxLength={2} isRequired onChange={holdDays => change({ holdDays })} />
      <TextInput label={t('noticeSettings.field.years')} hint={t('noticeSettings.hint.years')} value={written.retentionYears} error={wrong('retentionYears')} maxLength={2} isRequired onChange={retentionYears => change({ retentionYears })} />
    </>
  )
}
