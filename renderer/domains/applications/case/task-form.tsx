import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../../../shared/contract/around.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useTaskCommand } from '../work-mutations.ts'

interface Props {
  readonly applicationId: ApplicationId
  readonly colleagues: readonly Colleague[]
  readonly onClose: () => void
}

const WHOEVER = 'whoever'

/** A task in one sentence; who does it and by when may be left open. */
export function TaskForm({ applicationId, colleagues, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [who, setWho] = useState(WHOEVER)
  const [day, setDay] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useTaskCommand('add')
  const field = useFirstFocus<HTMLInputElement>()
  const dueOn = day.trim() === '' ? null : parseDay(day)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (title.trim() === '' || dueOn === undefined || isRunning) return
    const assignee = colleagues.find(({ accountId }) => accountId === who)?.accountId ?? null
    if (await run({ applicationId, title: title.trim(), assignee, dueOn })) onClose()
  }
  return (
    <Dialog title={t('work.tasks.addTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <TextInput label={t('work.tasks.what')} error={isSent && title.trim() === '' ? errorSentences(t, { code: 'tasks/empty' }).happened : undefined} value={title} inputRef={field} maxLength={200} isRequired onChange={setTitle} />
        <Select
          label={t('work.tasks.who')}
          items={[{ id: WHOEVER, name: t('work.tasks.whoever') }, ...colleagues.map(({ accountId, name, isLead }) => ({ id: accountId, name, note: isLead ? t('work.comments.lead') : undefined }))]}
          value={who}
          onChange={setWho}
        />
        <TextInput label={t('work.tasks.until')} hint={t('work.tasks.untilHint')} error={isSent && dueOn === undefined ? t('list.filter.dateWrong') : undefined} value={day} maxLength={10} onChange={setDay} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('work.tasks.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
