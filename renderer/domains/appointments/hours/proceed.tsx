import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'

export interface Proceeding {
  /** Whom the change leaves standing; undefined while that is not known. */
  readonly stranded: readonly StrandedAppointment[] | undefined
  readonly isRunning: boolean
  readonly onSave: () => void
  readonly onList: () => void
  readonly onClose: () => void
}

interface Props extends Proceeding {
  readonly act: string
  /** Shows what is wrong instead, where something is. */
  readonly judge?: () => boolean
}

/** How many a change leaves standing, and the way on: at once, or by the list of them. */
export function Proceed({ stranded, isRunning, act, judge, onSave, onList, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const offline = useStatus()?.connection === 'online' ? undefined : t('hours.offline')
  const count = stranded?.length ?? 0
  const go = (): void => {
    if (judge && !judge()) return
    if (!stranded || isRunning) return
    if (count > 0) onList()
    else onSave()
  }
  return (
    <>
      <output>
        {stranded && (count > 0
          ? <p className="callout hours__stranded"><Icon name="warning" size={16} /><span>{t('hours.stranded.count', { count })}</span></p>
          : <p className="hours__nobody"><Icon name="checkCircle" size={16} /><span>{t('hours.stranded.none')}</span></p>)}
      </output>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <ActionButton kind="primary" isPrimary refusal={offline} onPress={go}>{count > 0 ? t('hours.stranded.toList', { count }) : act}</ActionButton>
      </DialogActions>
    </>
  )
}
