import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'

interface Props {
  readonly title: string
  readonly text: string
  readonly warning: string | undefined
  readonly label: string
  readonly confirm: string
  readonly isReasonRequired: boolean
  readonly onConfirm: (text: string) => Promise<void>
  readonly onClose: () => void
}

const SHORTEST_REASON = 3

/** Asks before a proposal is settled; what others have to understand needs a reason. */
export function SettleDialog({ title, text, warning, label, confirm, isReasonRequired, onConfirm, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [written, setWritten] = useState('')
  const [isMissing, setMissing] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>(isReasonRequired)
  const button = useFirstFocus<HTMLButtonElement>(!isReasonRequired)
  const lacks = isReasonRequired && written.trim().length < SHORTEST_REASON
  const send = (event?: FormEvent): void => {
    event?.preventDefault()
    setMissing(lacks)
    if (!lacks) void onConfirm(written.trim())
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        <p>{text}</p>
        {warning && <p className="callout">{warning}</p>}
        <TextArea
          label={label}
          hint={isReasonRequired ? undefined : t('decision.noteHint')}
          error={isMissing && lacks ? errorSentences(t, { code: 'applications/reason-missing' }).happened : undefined}
          value={written}
          maxLength={4_000}
          areaRef={area}
          isRequired={isReasonRequired}
          onChange={setWritten}
          onSubmit={send}
        />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" ref={button}>{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
