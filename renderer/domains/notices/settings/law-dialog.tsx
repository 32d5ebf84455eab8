import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { RuleSetId, type NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { parseDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useNoticeCommand } from '../mutations.ts'
import { rulesOf, writtenRules } from './law-draft.ts'
import { LawFields } from './law-fields.tsx'
import { TrialPart } from './trial-part.tsx'

interface Props {
  readonly laws: readonly NoticeRuleSet[]
  /** The one that changes; undefined: another law, which begins with what the first one says. */
  readonly law: NoticeRuleSet | undefined
  readonly isOnline: boolean
  readonly onClose: () => void
}

/** Of the title as much as an id of 40 letters takes, whatever becomes of its umlauts. */
const TITLE_IN_ID = 18

/** What a law says from a day on: filled in with its latest version, also one that is still ahead, and tried out before it is entered. */
export function LawDialog({ laws, law, isOnline, onClose }: Props): ReactElement | null {
  const model = law ?? laws[0]
  const begin = model?.versions.at(-1)
  return model && begin ? <LawForm laws={laws} law={law} model={model} first={writtenRules(begin)} isOnline={isOnline} onClose={onClose} /> : null
}

interface FormProps extends Props {
  readonly model: NoticeRuleSet
  readonly first: ReturnType<typeof writtenRules>
}

function LawForm({ laws, law, model, first, isOnline, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const [written, setWritten] = useState(first)
  const [title, setTitle] = useState(law?.title ?? '')
  const [from, setFrom] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('set-law')
  const input = useFirstFocus<HTMLInputElement>()
  const read = rulesOf(written, parseDay(from))
  const problems = 'problems' in read ? read.problems : []
  const send = async (): Promise<void> => {
    setSent(true)
    const ruleSetId = law?.id ?? RuleSetId.parse(plainId(title.slice(0, TITLE_IN_ID), laws.map(({ id }) => id), 'recht'))
    if ('rules' in read && title.trim() !== '' && (await run({ ruleSetId, title: title.trim(), version: read.rules }))) onClose()
  }
  return (
    <FormDialog
      size="large" title={law ? t('noticeSettings.laws.changeOf', { title: law.title }) : t('noticeSettings.laws.new')} confirm={t('noticeSettings.save')} isRunning={isRunning || !isOnline}
      onSend={() => void send()} onClose={onClose}
    >
      {!isOnline && <p className="callout">{t('noticeSettings.offline')}</p>}
      <div className="notice-law__fields">
        <TextInput label={t('noticeSettings.law.title')} hint={t('noticeSettings.law.titleHint')} {...(law ? {} : { inputRef: input })} value={title} error={isSent && title.trim() === '' ? t('noticeSettings.missing') : undefined} maxLength={120} isRequired onChange={setTitle} />
        <TextInput label={t('noticeSettings.law.from')} hint={t('noticeSettings.law.fromHint')} {...(law ? { inputRef: input } : {})} value={from} error={isSent && problems.includes('from') ? t('noticeSettings.law.fromWrong') : undefined} maxLength={10} isRequired onChange={setFrom} />
      </div>
      <LawFields written={written} problems={isSent ? problems : []} onChange={setWritten} />
      <TrialPart law={model} isNew={!law} rules={'rules' in read ? read.rules : undefined} />
      {isSent && problems.length > 0 && <p role="alert" className="field__hint field__hint--error">{t('noticeSettings.law.incomplete')}</p>}
    </FormDialog>
  )
}
