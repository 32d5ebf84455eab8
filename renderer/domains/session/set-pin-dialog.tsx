import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useSetPin } from './mutations.ts'

export function SetPinDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const show = useToast()
  const first = useFirstFocus<HTMLInputElement>()
  const [pin, setPin] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isDifferent, setDifferent] = useState(false)
  const { run, isRunning, refusal } = useSetPin()
  const save = async (): Promise<void> => {
    setDifferent(pin !== repeated)
    if (!pin || pin !== repeated || isRunning) return
    if (!(await run(pin))) return
    show({ kind: 'done', title: t('session.pinSaved') })
    onClose()
  }
  const sentences = refusal && errorSentences(t, refusal)
  return (
    <Dialog size="small" title={t('session.setPinTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save() }}>
        <p>{t('session.setPinIntro')}</p>
        <TextInput label={t('session.newPin')} type="password" autoComplete="new-password" inputRef={first} maxLength={64} value={pin} onChange={setPin} error={sentences && `${sentences.happened} ${sentences.todo}`} />
        <TextInput label={t('session.repeatPin')} type="password" autoComplete="new-password" maxLength={64} value={repeated} onChange={setRepeated} error={isDifferent ? t('session.pinsDiffer') : undefined} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!pin || !repeated || isRunning}>{t('session.setPinTitle')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
