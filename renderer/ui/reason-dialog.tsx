import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog, DialogActions } from './dialog.tsx'
import { TextArea } from './text-input.tsx'
import { useFirstFocus } from './use-first-focus.ts'

interface Props {
  readonly title: string
  readonly meaning: string
  readonly label: string
  /** Said when nothing is written. */
  readonly missing: string
  readonly confirm: string
  readonly kind?: 'primary' | 'danger'
  readonly isRunning: boolean
  /** Whether it was done, and the window may close. */
  readonly onSend: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

const SHORTEST_REASON = 3

/** A step that is not taken without a word on why. */
export function ReasonDialog({ title, meaning, label, missing, confirm, kind = 'primary', isRunning, onSend, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const send = async (): Promise<void> => {
    const lacks = reason.trim().length < SHORTEST_REASON
    setMissing(lacks)
    if (lacks) return area.current?.focus()
    if (!isRunning && (await onSend(reason))) onClose()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={onSubmit}>
        <p>{meaning}</p>
        <TextArea label={label} value={reason} maxLength={1_000} isRequired areaRef={area} error={isMissing ? missing : undefined} onChange={setReason} onSubmit={() => void send()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={kind} type="submit" isDisabled={isRunning}>{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
