import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useVaccinationCommand } from '../mutations.ts'

interface Props {
  readonly batch: Batch
  readonly name: string
  readonly onClose: () => void
}

/** Blocks a batch with the reason that every station then reads, or lets it be given again. */
export function BlockDialog(props: Props): ReactElement {
  return props.batch.blockedReason === null ? <Block {...props} /> : <Unblock {...props} />
}

function Block(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog title={t('planning.blockTitle', { name: props.name, lot: props.batch.lot })} isOpen onClose={props.onClose}><BlockForm {...props} /></Dialog>
}

function BlockForm({ batch: { vaccineId, lot }, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLTextAreaElement>()
  const [reason, setReason] = useState('')
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useVaccinationCommand('block-batch')
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setJudged(true)
    if (reason.trim() !== '' && !isRunning && (await run({ vaccineId, lot, reason: reason.trim() }))) onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={event => void send(event)}>
      <p>{t('planning.blockMeaning')}</p>
      <TextArea label={t('planning.blockReason')} value={reason} maxLength={500} isRequired areaRef={first} error={isJudged && reason.trim() === '' ? t('planning.problem.missing') : undefined} onSubmit={() => void send()} onChange={setReason} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="danger" type="submit" isDisabled={isRunning}>{t('planning.block')}</Button>
      </DialogActions>
    </form>
  )
}

function Unblock({ batch: { vaccineId, lot, blockedReason }, name, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useVaccinationCommand('block-batch')
  const confirm = async (): Promise<void> => {
    if (await run({ vaccineId, lot, reason: null })) onClose()
  }
  return (
    <SureDialog title={t('planning.unblockTitle', { name, lot })} act={t('planning.unblock')} isRunning={isRunning} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{t('planning.unblockMeaning', { reason: blockedReason ?? '' })}</p>
    </SureDialog>
  )
}
