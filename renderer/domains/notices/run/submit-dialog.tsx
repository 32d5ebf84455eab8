import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { formatEuros } from '../../../ui/money.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'

/** Gives a run for release, with the day that the letters bear. */
export function SubmitDialog({ run, onClose }: { readonly run: ShownRun; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const [typed, setTyped] = useState(() => formatPlainDay(germanDayAt(now), language))
  const [isSent, setSent] = useState(false)
  const field = useFirstFocus<HTMLInputElement>()
  const submit = useNoticeCommand('submit')
  const dated = parseDay(typed)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (!dated) return field.current?.focus()
    if (!submit.isRunning && (await submit.run({ runId: run.id, dated }))) onClose()
  }
  return (
    <Dialog title={t('notices.submit.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p><strong>{t('notices.submit.what', { count: run.letters, total: formatEuros(run.totalCents, language) })}</strong></p>
        <p>{t('notices.submit.meaning')}</p>
        <TextInput label={t('notices.submit.dated')} hint={t('notices.submit.datedHint')} value={typed} maxLength={10} isRequired inputRef={field} error={isSent && !dated ? t('noticeClock.dayWrong') : undefined} onChange={setTyped} />
        <output className="muted">{submit.isRunning && t('notices.submit.running')}</output>
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="send" isDisabled={submit.isRunning}>{t('notices.steps.submit')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
