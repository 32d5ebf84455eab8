import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { Dialog, DialogActions } from '../dialog.tsx'

interface Props {
  readonly title: string
  /** What is done, on the button. */
  readonly act: string
  readonly isRunning: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks once more before something that others notice or that is gone afterwards. */
export function SureDialog({ title, act, isRunning, onConfirm, onClose, children }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <Dialog title={title} isOpen onClose={onClose} size="small">
      {children}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="danger" isDisabled={isRunning} onPress={onConfirm}>{act}</Button>
      </DialogActions>
    </Dialog>
  )
}
