import { useState, type ReactElement } from 'react'
import { FormDialog } from './form-dialog.tsx'
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
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const send = async (): Promise<void> => {
    const lacks = reason.trim().length < SHORTEST_REASON
    setMissing(lacks)
    if (lacks) return area.current?.focus()
    if (await onSend(reason)) onClose()
  }
  return (
    <FormDialog title={title} confirm={confirm} kind={kind} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{meaning}</p>
      <TextArea label={label} value={reason} maxLength={1_000} isRequired areaRef={area} error={isMissing ? missing : undefined} onChange={setReason} />
    </FormDialog>
  )
}
