import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CONFIRMATION_WORDS } from '../../../../shared/domains/alerts/release-commands.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ToldPapers } from './told-papers.tsx'
import { useReleaseSentence } from './use-release-sentence.ts'
import './confirm.css'

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
  /** Of a person who sends alone. */
  readonly title?: string
  readonly isRunning: boolean
  /** Whether it was sent, and the window may close. */
  readonly onSend: (typed: string) => Promise<boolean>
  readonly onClose: () => void
  /** What has to be filled in besides the word. */
  readonly children?: ReactNode
  readonly hasFocus?: boolean
}

/**
 * The last question before anything goes out. Nothing here is pressed by habit: Enter without the word cancels, as the button
 * does that stands out. A drill asks in other words, in another colour, for another word.
 */
export function ConfirmForm({ alert, topic, title, isRunning, onSend, onClose, children, hasFocus = true }: Props): ReactElement {
  const { t } = useTranslation()
  const { mode } = alert
  const { sentence, away } = useReleaseSentence(alert, topic)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const field = useFirstFocus<HTMLInputElement>(hasFocus)
  const word = CONFIRMATION_WORDS[mode]
  const isOnline = useStatus()?.connection === 'online'
  const send = async (): Promise<void> => {
    const isRight = typed.trim().toLocaleUpperCase('de-DE') === word
    setWrong(!isRight)
    if (!isRight) return field.current?.focus()
    if (!isRunning && isOnline && (await onSend(typed))) onClose()
  }
  const onEnter = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() === '') onClose()
    else void send()
  }
  return (
    <Dialog size="large" role="alertdialog" title={title ?? t(`alertRelease.${mode}.title`)} isOpen onClose={onClose}>
      <form noValidate className={`alert-confirm alert-confirm--${mode}`} onSubmit={onEnter}>
        <div className="alert-confirm__sentence">
          <p>{sentence}</p>
          {away && <p className="alert-confirm__away"><Icon name="cloudWait" size={16} />{t('alertRelease.away', { ways: away })}</p>}
        </div>
        {children && <div className="alert-confirm__besides">{children}</div>}
        <div className="alert-confirm__papers"><ToldPapers alert={alert} /></div>
        <div className="alert-confirm__act">
          <TextInput label={t(`alertRelease.${mode}.word`, { word })} value={typed} maxLength={40} isRequired inputRef={field} error={isWrong ? t(`alertRelease.${mode}.wrongWord`, { word }) : undefined} onChange={setTyped} />
          <output>{isRunning ? t('alertRelease.sending') : !isOnline && <span className="late"><Icon name="cloudOff" size={16} />{t('alertRelease.offlineNothing')}</span>}</output>
          <DialogActions>
            <Button kind={mode === 'live' ? 'danger' : 'secondary'} icon="send" isDisabled={isRunning || !isOnline} onPress={() => void send()}>{t(`alertRelease.${mode}.send`)}</Button>
            <Button kind="primary" onPress={onClose}>{t('alertRelease.sendNothing')}</Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
