import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { Veiled } from '../../people/veiled.tsx'
import { useAppointmentCommand } from '../mutations.ts'

interface Props {
  readonly appointment: ShownAppointment
  readonly onBack: () => void
  readonly onClose: () => void
}

const Email = z.email().max(254)

/** Who comes and how to reach them. */
export function PersonForm({ appointment, onBack, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useAppointmentCommand('change-person')
  const [typed, setTyped] = useState({ name: appointment.name, email: appointment.email ?? '', phone: appointment.phone ?? '', note: appointment.note })
  const [wasTried, setTried] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const isNameMissing = typed.name.trim() === ''
  const email = typed.email.trim()
  const isEmailWrong = email !== '' && !Email.safeParse(email).success
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setTried(true)
    if (isNameMissing || isEmailWrong || isRunning) return
    if (await run({ appointmentId: appointment.id, ...typed, email: email || null, phone: typed.phone.trim() || null })) onClose()
  }
  const missing = errorSentences(t, { code: 'appointments/name-missing' })
  const change = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  return (
    <form noValidate className="stack" onSubmit={event => void save(event)}>
      <TextInput label={t('calendar.name')} value={typed.name} isRequired maxLength={120} inputRef={first} error={wasTried && isNameMissing ? `${missing.happened} ${missing.todo}` : undefined} onChange={name => change({ name })} />
      <Veiled key={appointment.id} table="appointments" id={appointment.id}>
        <TextInput label={t('calendar.email')} value={typed.email} maxLength={254} error={wasTried && isEmailWrong ? t('calendar.emailWrong') : undefined} onChange={value => change({ email: value })} />
        <TextInput label={t('calendar.phone')} value={typed.phone} maxLength={40} onChange={phone => change({ phone })} />
      </Veiled>
      <TextArea label={t('calendar.note')} value={typed.note} maxLength={1_000} onChange={note => change({ note })} onSubmit={() => void save()} />
      <DialogActions>
        <Button onPress={onBack}>{t('calendar.back')}</Button>
        <Button kind="primary" type="submit" isPending={isRunning}>{t('calendar.save')}</Button>
      </DialogActions>
    </form>
  )
}
