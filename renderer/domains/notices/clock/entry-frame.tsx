import type { FormEvent, ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'

interface Props {
  readonly title: string
  readonly confirm: string
  readonly isRunning: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window in which one entry is made. */
export function EntryFrame({ title, confirm, isRunning, onSend, onClose, children }: Props): ReactElement {
  const { t } = useTranslation()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!isRunning) onSend()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        {children}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
