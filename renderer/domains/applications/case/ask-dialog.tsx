import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../../../core-client/core-context.tsx'
import { useDraft } from '../../../core-client/use-draft.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'
import { missingOf } from './missing-of.ts'
import { requestText } from './request-text.ts'

interface Props {
  readonly whole: Whole
  readonly onClose: () => void
}

/** Asks the citizen for what is missing: a ready letter with a gap; what is typed is kept until it is sent. */
export function AskDialog({ whole, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { application } = whole
  const missing = missingOf(whole)
  const letter = requestText(whole, missing, usePerson().name)
  const { text, isReady, change, empty } = useRequest(application.id, letter.text)
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useApplicationCommand('ask')
  const area = useFirstFocus<HTMLTextAreaElement>()
  useEffect(() => {
    if (isReady) area.current?.setSelectionRange(letter.gapAt, letter.gapAt)
  }, [area, letter.gapAt, isReady])
  // The ready letter says all there is to say only when it names something.
  const lacks = text.trim() === '' || (missing.length === 0 && text.trim() === letter.text.trim())
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setSent(true)
    if (lacks || isRunning || !isReady) return
    if (!await run({ applicationId: application.id, text: text.trim() })) return
    empty()
    onClose()
  }
  return (
    <Dialog title={t('period.askTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t(application.suspendedAt === null ? 'period.askText' : 'period.askAgainText', { name: application.applicantName })}</p>
        <TextArea
          label={t('period.askLabel')}
          error={isSent && lacks ? t('period.askUnchanged') : undefined}
          value={text}
          isReadOnly={!isReady}
          rows={12}
          maxLength={8_000}
          areaRef={area}
          isRequired
          onChange={change}
          onSubmit={() => void send()}
        />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="send" isDisabled={isRunning}>{t('period.askConfirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface Request {
  readonly text: string
  readonly isReady: boolean
  readonly change: (text: string) => void
  readonly empty: () => void
}

/** What was typed before, or the ready letter; a letter that was emptied here stays empty as long as the window is open. */
function useRequest(applicationId: string, letter: string): Request {
  const { draft: { request }, isReady, change } = useDraft(applicationId)
  const [isTouched, setTouched] = useState(false)
  return {
    text: request === '' && !isTouched ? letter : request,
    isReady,
    change: text => {
      setTouched(true)
      change({ request: text })
    },
    empty: () => change({ request: '' }),
  }
}
