import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDay, plusCalendarDays } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow, usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatDay, parseDay } from '../../../ui/format.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { refusalOfExtension } from '../case-rules.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'

interface Props {
  readonly whole: Whole
  readonly dueAt: Instant
  readonly onClose: () => void
}

/** A later end of the period and the reason for it; the citizen is told both. */
export function ExtendDialog({ whole, dueAt, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useApplicationCommand('extend')
  const isOnline = useStatus()?.connection === 'online'
  const field = useFirstFocus<HTMLInputElement>()
  const problems = useProblems(whole, dueAt, day, reason)
  const due = formatDay(dueAt, useLanguage())
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setSent(true)
    const until = parseDay(day)
    if (!until || problems.day || problems.reason || isRunning) return
    if (await run({ applicationId: whole.application.id, until, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog title={t('period.extendTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('period.extendText', { day: due, name: whole.application.applicantName })}</p>
        {!isOnline && <p className="callout">{t('period.extendOffline')}</p>}
        <TextInput label={t('period.newEnd')} hint={t('period.newEndHint', { day: due })} error={isSent ? problems.day : undefined} value={day} inputRef={field} maxLength={10} isRequired onChange={setDay} />
        <TextArea label={t('period.extendReason')} hint={t('period.extendReasonHint')} error={isSent ? problems.reason : undefined} value={reason} rows={4} maxLength={4_000} isRequired onChange={setReason} onSubmit={() => void send()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="calendar" isDisabled={isRunning}>{t('period.extendConfirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** What stands against the day and the reason, by the rule that the service decides by. */
function useProblems(whole: Whole, dueAt: Instant, day: string, reason: string): { readonly day?: string | undefined; readonly reason?: string | undefined } {
  const { t } = useTranslation()
  const person = usePerson()
  const nowMs = useNow()
  const said = (until: string, why: string): string | undefined => {
    const refusal = refusalOfExtension(whole, { until, reason: why }, person, nowMs)
    return refusal ? errorSentences(t, refusal).happened : undefined
  }
  const until = parseDay(day)
  // Each field is judged as if the other were right.
  return { day: until ? said(until, '– – –') : t('list.filter.dateWrong'), reason: said(plusCalendarDays(germanDay(dueAt), 1), reason) }
}
