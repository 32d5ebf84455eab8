import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useUnlock } from './mutations.ts'

interface Props {
  readonly attemptsLeft: number
  readonly isPrimary: boolean
}

/** Opens the desk by PIN; says how many attempts are left as soon as one was wrong. */
export function PinForm({ attemptsLeft, isPrimary }: Props): ReactElement {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const { run, isRunning, refusal } = useUnlock()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (refusal) input.current?.focus()
  }, [refusal])
  const send = async (): Promise<void> => {
    if (!pin || isRunning) return
    await run(pin)
    setPin('')
  }
  if (attemptsLeft <= 0) return <p className="callout">{t('session.noAttempts')}</p>
  return (
    <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void send() }}>
      <TextInput
        label={t('session.pin')}
        type="password"
        autoComplete="off"
        autoFocus={isPrimary}
        inputRef={input}
        value={pin}
        onChange={setPin}
        error={refusal ? errorSentences(t, refusal).happened : undefined}
        hint={attemptsLeft < 5 ? t('session.attemptsLeft', { count: attemptsLeft }) : undefined}
      />
      {refusal && attemptsLeft < 5 && <p className="field__hint" role="status">{t('session.attemptsLeft', { count: attemptsLeft })}</p>}
      <Button kind={isPrimary ? 'primary' : 'secondary'} type="submit" icon="lock" isDisabled={!pin || isRunning}>{t('session.unlock')}</Button>
    </form>
  )
}
