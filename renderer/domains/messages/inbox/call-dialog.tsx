import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsFor } from '../../../../shared/actor.ts'
import { ANSWERERS } from '../../../../shared/domains/messages/on-conversation.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useInboxCommand } from './mutations.ts'
import type { Desks } from './queries.ts'

const WAYS = ['telephone', 'counter', 'email'] as const

/** Takes down what somebody said; it waits for an answer then like anything written. */
export function CallDialog({ desks, onClose }: { readonly desks: Desks; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const departments = desks.departments.filter(({ id }) => grantsFor(person, ANSWERERS, id).length > 0)
  const [typed, setTyped] = useState({ departmentId: departments[0]?.id ?? '', via: 'telephone' as (typeof WAYS)[number], name: '', phone: '', email: '', subject: '', text: '' })
  const change = (part: Partial<typeof typed>): void => setTyped(before => ({ ...before, ...part }))
  const { run, isRunning } = useInboxCommand('begin-call')
  const input = useFirstFocus<HTMLInputElement>()
  const save = async (): Promise<void> => {
    const { departmentId, email, ...rest } = typed
    if (!isRunning && (await run({ ...rest, departmentId: DepartmentId.parse(departmentId), email: email.trim() || null, language: 'de' }))) onClose()
  }
  return (
    <Dialog title={t('inbox.call.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save() }}>
        <p>{t('inbox.call.intro')}</p>
        <TextInput label={t('inbox.call.name')} value={typed.name} maxLength={120} isRequired inputRef={input} onChange={name => change({ name })} />
        <TextInput label={t('inbox.call.phone')} value={typed.phone} maxLength={40} onChange={phone => change({ phone })} />
        <TextInput label={t('inbox.call.email')} hint={t('inbox.call.emailHint')} value={typed.email} maxLength={254} onChange={email => change({ email })} />
        <Select label={t('inbox.call.via')} items={WAYS.map(id => ({ id, name: t(`inbox.via.${id}`) }))} value={typed.via} onChange={id => change({ via: WAYS.find(way => way === id) ?? 'telephone' })} />
        {departments.length > 1 && <Select label={t('inbox.department')} items={departments} value={typed.departmentId} onChange={departmentId => change({ departmentId })} />}
        <TextInput label={t('inbox.call.subject')} value={typed.subject} maxLength={200} onChange={subject => change({ subject })} />
        <TextArea label={t('inbox.call.text')} value={typed.text} rows={5} maxLength={8_000} isRequired onChange={text => change({ text })} onSubmit={() => void save()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning || !typed.departmentId}>{t('inbox.call.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
