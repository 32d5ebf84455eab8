import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'

interface Props {
  readonly title: string
  readonly meaning: string
  readonly label: string
  readonly confirm: string
  readonly kind?: 'primary' | 'danger'
  readonly isRunning: boolean
  /** Whether it was done, and the window may close. */
  readonly onSend: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

const SHORTEST_REASON = 3

/** A step about a message that is not taken without a word on why. */
export function ReasonDialog({ title, meaning, label, confirm, kind = 'primary', isRunning, onSend, onClose }: Props): ReactElement {
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
        <TextArea label={label} value={reason} maxLength={1_000} isRequired areaRef={area} error={isMissing ? t('alertRelease.reasonMissing') : undefined} onChange={setReason} onSubmit={() => void send()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={kind} type="submit" isDisabled={isRunning}>{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
