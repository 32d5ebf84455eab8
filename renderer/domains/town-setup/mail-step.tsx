import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { MailTo } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useAsking } from '../../ui/use-asking.ts'
import type { StepProps } from './steps.ts'

/** Whether e-mails leave, tried with one to oneself. */
export function MailStep({ town: { mailTestedAt }, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [to, setTo] = useState('')
  const [isSent, setSent] = useState(false)
  const read = MailTo.safeParse({ to: to.trim() }).data
  const { refusal, isRunning, run } = useAsking(client.townSetup.testMail, now => {
    toast({ kind: 'done', title: t('townSetup.mailSent', { to: to.trim() }) })
    onChanged(now)
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (read) run(read)
  }
  return (
    <form className="stack" onSubmit={send}>
      {refusal && <Problem refusal={refusal} />}
      {mailTestedAt && <p>{t('townSetup.mailTested')} <FullTime at={mailTestedAt} /></p>}
      <TextInput label={t('townSetup.mailTo')} hint={t('townSetup.mailHint')} value={to} onChange={setTo} error={isSent && !read ? t('townSetup.mailWrong') : undefined} maxLength={254} isRequired />
      <div className="row"><Button type="submit" icon="mail" kind="primary" isDisabled={isRunning}>{t('townSetup.sendMail')}</Button></div>
    </form>
  )
}
