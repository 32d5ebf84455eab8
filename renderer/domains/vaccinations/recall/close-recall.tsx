import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recall } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useVaccinationCommand } from '../mutations.ts'

/** Ends a recall, after a look at how many have not been reached. */
export function CloseRecall({ recall, open }: { readonly recall: Recall; readonly open: number }): ReactElement {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const { run, isRunning } = useVaccinationCommand('close-recall')
  const close = async (): Promise<void> => {
    if (await run({ recallId: recall.id })) setAsking(false)
  }
  return (
    <>
      <Button icon="checkCircle" onPress={() => setAsking(true)}>{t('vaccinationRecords.close')}</Button>
      <Dialog title={t('vaccinationRecords.close')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p className={open > 0 ? 'callout' : undefined}>{open > 0 ? t('vaccinationRecords.closeOpen', { count: open }) : t('vaccinationRecords.closeAll')}</p>
        <p>{t('vaccinationRecords.closeMeaning')}</p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={isRunning} onPress={() => void close()}>{t('vaccinationRecords.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
