import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { useApplicationCommand } from '../mutations.ts'
import type { DecisionProps, Whole } from './case-actions.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'

interface Props extends DecisionProps {
  readonly merged: readonly ApplicationId[]
}

/** What moves a case as a whole: to another department, or back to work after its end. Only what the person may do is offered. */
export function PassingActions({ whole, refusals, merged }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'hand-over' | 'reopen'>()
  const close = (): void => setOpen(undefined)
  if (refusals['hand-over'] && refusals.reopen) return null
  return (
    <div className="row">
      {!refusals['hand-over'] && <ActionButton kind="quiet" icon="send" name="handOver" onPress={() => setOpen('hand-over')}>{t('work.handOver.open')}</ActionButton>}
      {!refusals.reopen && <ActionButton kind="quiet" icon="undo" name="reopen" onPress={() => setOpen('reopen')}>{t('work.reopen.open')}</ActionButton>}
      {open === 'hand-over' && <HandOverDialog whole={whole} merged={merged} onClose={close} />}
      {open === 'reopen' && <Reopen whole={whole} onClose={close} />}
    </div>
  )
}

function Reopen({ whole: { application }, onClose }: { readonly whole: Whole; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('reopen')
  const send = async (reason: string): Promise<void> => {
    if (await run({ applicationId: application.id, reason })) onClose()
  }
  return (
    <SettleDialog
      title={t('work.reopen.title')}
      text={t(application.status === 'decided' ? 'work.reopen.text' : 'work.reopen.textClosed')}
      warning={undefined}
      label={t('work.reopen.reason')}
      confirm={t('work.reopen.confirm')}
      isReasonRequired
      onConfirm={send}
      onClose={onClose}
    />
  )
}
