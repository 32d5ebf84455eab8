import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { MailboxConsent, type NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useNoticeCommand } from '../mutations.ts'

interface Draft {
  readonly kindId: string | null
  readonly reference: string
  readonly name: string
  readonly email: string
}

/** Takes down what somebody signed on paper. */
export function ConsentDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const kinds = useQuery(queries.notices.kinds.queryOptions()).data?.kinds.filter(({ active, offersMailbox }) => active && offersMailbox)
  if (!kinds) return <Dialog title={t('noticeConsents.enter')} isOpen onClose={onClose}><p className="muted">{t('common.loading')}</p></Dialog>
  return (
    <Dialog title={t('noticeConsents.enter')} isOpen onClose={onClose}>
      {kinds.length === 0 ? <p>{t('noticeConsents.noKind')}</p> : <ConsentForm kinds={kinds} onClose={onClose} />}
    </Dialog>
  )
}

function ConsentForm({ kinds, onClose }: { readonly kinds: readonly NoticeKind[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({ kindId: kinds.length === 1 ? (kinds[0]?.id ?? null) : null, reference: '', name: '', email: '' })
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('enter-consent')
  const change = (part: Partial<Draft>): void => setDraft(before => ({ ...before, ...part }))
  const missing = (text: string): string | undefined => (isSent && text.trim() === '' ? t('noticeConsents.missing') : undefined)
  const isEmail = MailboxConsent.shape.email.safeParse(draft.email.trim()).success
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    const { kindId, reference, name, email } = draft
    if (isRunning || kindId === null || reference.trim() === '' || name.trim() === '' || !isEmail) return
    if (await run({ kindId, reference: reference.trim(), name: name.trim(), email: email.trim() })) onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={event => void send(event)}>
      <p>{t('noticeConsents.enterMeaning')}</p>
      <Select label={t('noticeConsents.kind')} value={draft.kindId} hasFocus isRequired items={kinds.map(({ id, title }) => ({ id, name: title }))} error={isSent && draft.kindId === null ? t('noticeConsents.missing') : undefined} onChange={kindId => change({ kindId })} />
      <TextInput label={t('noticeConsents.reference')} value={draft.reference} maxLength={35} isRequired error={missing(draft.reference)} onChange={reference => change({ reference })} />
      <TextInput label={t('noticeConsents.name')} hint={t('noticeConsents.nameHint')} value={draft.name} maxLength={80} isRequired error={missing(draft.name)} onChange={name => change({ name })} />
      <TextInput label={t('noticeConsents.email')} hint={t('noticeConsents.emailHint')} value={draft.email} maxLength={254} isRequired error={isSent && !isEmail ? t('noticeConsents.emailWrong') : undefined} onChange={email => change({ email })} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning}>{t('noticeConsents.save')}</Button>
      </DialogActions>
    </form>
  )
}
