import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '../../domains/session/mutations.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'

/** Before leaving while something waits: it is safe, and it is said. */
export function SignOutDialog({ count, onClose }: { readonly count: number; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const cancel = useFirstFocus<HTMLButtonElement>()
  const { run, isRunning } = useSignOut()
  return (
    <Dialog size="small" role="alertdialog" title={t('account.signOutPendingTitle')} isOpen onClose={onClose}>
      <p>{t('account.signOutPending', { count })}</p>
      <DialogActions>
        <Button ref={cancel} onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" isDisabled={isRunning} onPress={() => void run()}>{t('account.signOutAnyway')}</Button>
      </DialogActions>
    </Dialog>
  )
}
