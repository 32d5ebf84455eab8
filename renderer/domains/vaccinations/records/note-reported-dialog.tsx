import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SideEffect } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Json } from '../../../../shared/json.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { usePreference } from '../../../ui/use-preference.ts'
import { useVaccinationCommand } from '../mutations.ts'

interface Props {
  readonly sideEffect: SideEffect
  readonly onClose: () => void
}

const isText = (value: Json): value is string => typeof value === 'string'

/** To which health authority the report has gone; the last one is proposed. */
export function NoteReportedDialog({ sideEffect, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const last = usePreference<string>('vaccinations.reportedTo', isText)
  const [typed, setTyped] = useState<string>()
  const to = typed ?? last.value ?? ''
  const [wasTried, setTried] = useState(false)
  const field = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useVaccinationCommand('note-reported')
  const send = async (): Promise<void> => {
    setTried(true)
    if (to.trim() === '' || isRunning || !(await run({ sideEffectId: sideEffect.id, reportedTo: to }))) return
    last.set(to.trim())
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog title={t('vaccinationRecords.noteReported')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={submit}>
        <TextInput label={t('vaccinationRecords.reportedTo')} hint={t('vaccinationRecords.reportedToHint')} value={to} maxLength={200} isRequired inputRef={field} error={wasTried && to.trim() === '' ? t('vaccinationRecords.reportedToMissing') : undefined} onChange={setTyped} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('vaccinationRecords.noteReported')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
