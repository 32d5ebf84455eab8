import { useState, type FormEvent, type ReactElement } from 'react'
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CLOSINGS, type Closing } from '../../../../shared/domains/applications/closing.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ManyNote } from './many-note.tsx'
import type { HandlingProps } from './subject.ts'
import './handling.css'

export interface CloseInput {
  readonly kind: Closing
  readonly reason: string
}

const SHORTEST_REASON = 3

/** Ends cases without a decision; the citizens are told kind and reason. */
export function CloseDialog({ subject, onRun, onClose }: HandlingProps<CloseInput>): ReactElement {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Closing>()
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const lacks = reason.trim().length < SHORTEST_REASON
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setSent(true)
    if (kind && !lacks && (await onRun({ kind, reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog title={t('bulk.close.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <ManyNote subject={subject} />
        <p>{subject.kind === 'case' ? t('bulk.close.text', { name: subject.application.applicantName }) : t('bulk.close.textMany')}</p>
        <KindChoice value={kind} error={isSent && !kind ? t('bulk.close.kindMissing') : undefined} onChange={setKind} />
        <TextArea label={t('bulk.close.reason')} error={isSent && lacks ? errorSentences(t, { code: 'applications/reason-missing' }).happened : undefined} value={reason} maxLength={4_000} isRequired onChange={setReason} onSubmit={() => void send()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" icon="crossCircle">{t('bulk.close.confirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface KindProps {
  readonly value: Closing | undefined
  readonly error: string | undefined
  readonly onChange: (kind: Closing) => void
}

function KindChoice({ value, error, onChange }: KindProps): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>()
  return (
    <RadioGroup className="segments" value={value ?? null} isRequired validationBehavior="aria" isInvalid={error !== undefined} onChange={chosen => onChange(chosen as Closing)}>
      <Label className="field__label">{t('bulk.close.kind')}</Label>
      <div className="segments__row segments__row--two">
        {CLOSINGS.map((kind, index) => <Radio key={kind} value={kind} {...(index === 0 ? { inputRef: first } : {})} className="segment">{t(`bulk.close.${kind}`)}</Radio>)}
      </div>
      {error && <Text slot="errorMessage" className="field__hint field__hint--error">{error}</Text>}
    </RadioGroup>
  )
}
