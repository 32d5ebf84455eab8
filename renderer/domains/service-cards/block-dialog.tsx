import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { BLOCK_REASONS } from '../../../shared/domains/service-cards/tables.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useCardCommand } from './mutations.ts'

/** Blocks a card for good, with a reason; the one that follows it is a card of its own. */
export function BlockDialog({ card: { id: cardId, renewedById }, onClose }: { readonly card: ShownServiceCard; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState<(typeof BLOCK_REASONS)[number]>('lost')
  const [note, setNote] = useState('')
  const { run, isRunning } = useCardCommand('block')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isRunning && (await run({ cardId, reason, note }))) onClose()
  }
  return (
    <Dialog title={t('serviceCards.blockTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('serviceCards.blockMeaning')}</p>
        {renewedById && <p className="callout">{t('serviceCards.blockFollowed')}</p>}
        <Select label={t('serviceCards.blockReason')} hasFocus value={reason} items={BLOCK_REASONS.map(id => ({ id, name: t(`serviceCards.reasons.${id}`) }))} onChange={id => setReason(BLOCK_REASONS.find(one => one === id) ?? 'lost')} />
        <TextArea label={t('serviceCards.blockNote')} value={note} maxLength={500} onChange={setNote} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" isDisabled={isRunning}>{t('serviceCards.blockConfirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
