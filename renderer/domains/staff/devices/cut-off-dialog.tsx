import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../../../shared/wire/staff.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useAsking } from '../../../ui/use-asking.ts'
import { useAccountStates } from '../queries.ts'
import { deviceName } from './device-name.ts'

/** What cutting off or allowing means, before it happens. */
export function CutOffDialog({ device, isOwn, onClose }: { readonly device: Device; readonly isOwn: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const isCutOff = device.cutOffAt !== null
  const name = deviceName(t, device)
  const { states } = useAccountStates()
  const { refusal, isRunning, run } = useAsking(isCutOff ? client.staff.allowAgain : client.staff.cutOff, () => {
    toast({ kind: 'done', title: t(isCutOff ? 'staff.allowedAgain' : 'staff.isCutOff', { name }) })
    onClose()
  })
  return (
    <Dialog title={t(isCutOff ? 'staff.allowTitle' : 'staff.cutOffTitle', { name })} isOpen size="small" role="alertdialog" onClose={onClose}>
      <div className="stack">
        {refusal && <Problem refusal={refusal} />}
        {isOwn && !isCutOff && <p className="callout">{t('staff.cutOffOwn')}</p>}
        <p>{t(isCutOff ? 'staff.allowText' : 'staff.cutOffText')}</p>
        {!isCutOff && <p>{t('staff.cutOffHint')}</p>}
        {!isCutOff && states?.hasOwnSignIn === false && <p>{t('staff.cutOffElsewhere')}</p>}
        {!isCutOff && <p>{t('staff.cutOffMistake')}</p>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={isCutOff ? 'primary' : 'danger'} isDisabled={isRunning} onPress={() => run({ deskId: device.deskId })}>{t(isCutOff ? 'staff.allowAgain' : 'staff.cutOffNow')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
