import type { FormEvent, ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../../ui/dialog.tsx'

interface Props {
  readonly title: string
  readonly isRunning: boolean
  /** Whether it was saved. */
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form about the place, a counter or a service; saved only with a connection. */
export function SetupDialog({ title, isRunning, onSave, onClose, children }: Props): ReactElement {
  const { t } = useTranslation()
  const offline = useStatus()?.connection === 'online' ? undefined : t('hours.offline')
  const save = (): void => void (isRunning || offline ? Promise.resolve(false) : onSave()).then(isSaved => isSaved && onClose())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <form noValidate className="stack" onSubmit={submit}>
        {children}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <ActionButton kind="primary" isPrimary refusal={offline} onPress={save}>{t('hours.edit.save')}</ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  )
}
