import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { DutiesList } from './duties-list.tsx'

/** What somebody has in hand, to be handed over at any time: before a long leave, too. */
export function DutiesDialog({ account, staff, onClose }: { readonly account: Staff; readonly staff: readonly Staff[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Dialog title={t('staff.dutiesTitle', { name: account.name })} isOpen size="large" onClose={onClose}>
      <div className="stack">
        <DutiesList account={account} staff={staff} />
        <DialogActions><Button onPress={onClose}>{t('common.close')}</Button></DialogActions>
      </div>
    </Dialog>
  )
}
