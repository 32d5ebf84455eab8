import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useAsking } from '../../../ui/use-asking.ts'

/** How the person calls the computer they sit at, so that an administrator knows which one is meant. */
export function NameDeviceDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [name, setName] = useState('')
  const { refusal, isRunning, run } = useAsking(client.staff.nameDevice, () => {
    toast({ kind: 'done', title: t('staff.deviceNamed') })
    onClose()
  })
  return (
    <FormDialog title={t('staff.nameDevice')} confirm={t('staff.save')} isRunning={isRunning} onSend={() => run({ name: name.trim() })} onClose={onClose}>
      {refusal && <Problem refusal={refusal} />}
      <p>{t('staff.nameDeviceText')}</p>
      <TextInput label={t('staff.deviceNameLabel')} hint={t('staff.deviceNameHint')} value={name} onChange={setName} maxLength={60} />
    </FormDialog>
  )
}
