import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '../../../../shared/contract/around.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useApplicationCommand } from '../mutations.ts'

/** Asks before a duplicate becomes a case of its own again. */
export function UnmergeDialog({ duplicate, onClose }: { readonly duplicate: Pick<CaseLine, 'id' | 'reference'>; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useApplicationCommand('unmerge')
  const button = useFirstFocus<HTMLButtonElement>()
  const undo = async (): Promise<void> => {
    if (await run({ applicationId: duplicate.id })) onClose()
  }
  return (
    <Dialog title={t('work.related.unmergeTitle')} isOpen onClose={onClose}>
      <p>{t('work.related.unmergeText', { reference: duplicate.reference })}</p>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" ref={button} isDisabled={isRunning} onPress={() => void undo()}>{t('work.related.unmerge')}</Button>
      </DialogActions>
    </Dialog>
  )
}
