import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useDeskMode, useTraining } from './use-training.ts'

/** Changes between earnest and drill; asks both ways, because either by mistake is the worst that can happen. */
export function TrainingSwitch(): ReactElement {
  const { t } = useTranslation()
  const training = useTraining()
  const isTraining = useDeskMode() === 'training'
  const [isAsking, setAsking] = useState(false)
  const turn = (): void => {
    setAsking(false)
    training.set(!isTraining)
  }
  const step = isTraining ? 'end' : 'begin'
  return (
    <>
      <ActionButton icon={isTraining ? 'back' : 'shield'} onPress={() => setAsking(true)}>{t(`alertRelease.drill.${step}`)}</ActionButton>
      <Dialog title={t(isTraining ? 'alertRelease.drill.endTitle' : 'alertRelease.drill.beginTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t(isTraining ? 'alertRelease.drill.endMeaning' : 'alertRelease.drill.beginMeaning')}</p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={turn}>{t(`alertRelease.drill.${step}`)}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
