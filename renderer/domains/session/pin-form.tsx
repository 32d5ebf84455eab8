import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import type { SessionAction } from './mutations.ts'

interface Props {
  /** Belongs to the page: its last refusal outlives this form. */
  readonly unlock: SessionAction<string>
  readonly attemptsLeft: number
  readonly isPrimary: boolean
}

/** Opens the desk by PIN; says how many attempts are left as soon as one was wrong. */
export function PinForm({ unlock: { run, isRunning, refusal }, attemptsLeft, isPrimary }: Props): ReactElement {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const input = useFirstFocus<HTMLInputElement>(isPrimary)
  useEffect(() => {
    if (refusal) input.current?.focus()
  }, [input, refusal])
  const send = async (): Promise<void> => {
    if (!pin || isRunning) return
    await run(pin)
    setPin('')
  }
  return (
    <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void send() }}>
      <TextInput
        label={t('session.pin')}
        type="password"
        autoComplete="off"
        inputRef={input}
        value={pin}
        onChange={setPin}
        error={refusal ? errorSentences(t, refusal).happened : undefined}
        hint={attemptsLeft < 5 ? t('session.attemptsLeft', { count: attemptsLeft }) : undefined}
      />
      {refusal && attemptsLeft < 5 && <output className="field__hint">{t('session.attemptsLeft', { count: attemptsLeft })}</output>}
      <Button kind={isPrimary ? 'primary' : 'secondary'} type="submit" icon="lock" isDisabled={!pin || isRunning}>{t('session.unlock')}</Button>
    </form>
  )
}
