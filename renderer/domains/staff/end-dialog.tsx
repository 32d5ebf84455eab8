import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import type { DeputyLine } from './deputy-lines.ts'
import { useStaffCommand } from './mutations.ts'

interface Props {
  readonly line: DeputyLine
  readonly lender: Staff
  readonly onClose: () => void
}

/** What ending means, before it happens. */
export function EndDialog({ line: { deputy, from, standing }, lender, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useStaffCommand('end-deputy')
  const names = { lender: lender.name, deputy: deputy.name }
  const end = async (): Promise<void> => {
    if (await run({ accountId: deputy.id, forAccountId: lender.id, from })) onClose()
  }
  return (
    <Dialog title={t(standing === 'planned' ? 'deputies.takeBackTitle' : 'deputies.endTitle')} isOpen onClose={onClose} size="small">
      <div className="stack">
        <p>{t(standing === 'planned' ? 'deputies.takeBackText' : 'deputies.endText', names)}</p>
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={isRunning} onPress={() => void end()}>{t(standing === 'planned' ? 'deputies.takeBack' : 'deputies.endNow')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
