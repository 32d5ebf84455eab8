import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { EMPTY_BATCH, readBatch, type BatchDraft, type BatchProblem } from '../planning/batch-draft.ts'
import type { Box } from './scanned-box.ts'

interface Props {
  /** Those of the session. */
  readonly vaccines: readonly Vaccine[]
  readonly onTyped: (box: Box) => void
  readonly onClose: () => void
}

/** A box as it is read off its label where there is no scanner, or where the code is damaged. Enter in any field takes it. */
export function TypedBoxDialog({ vaccines, onTyped, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog title={t('vaccinations.typeBox')} isOpen onClose={onClose}><TypedBoxForm vaccines={vaccines} onTyped={onTyped} onClose={onClose} /></Dialog>
}

function TypedBoxForm({ vaccines, onTyped, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [first, ...others] = vaccines
  const [draft, setDraft] = useState<BatchDraft>({ ...EMPTY_BATCH, vaccineId: first && others.length === 0 ? first.id : null })
  const [wasTried, setTried] = useState(false)
  const { batch, problem } = readBatch(draft, vaccines)
  const wrong = (code: BatchProblem): string | undefined => (wasTried && problem === code ? t(`planning.batchProblem.${code}`) : undefined)
  const change = (part: Partial<BatchDraft>): void => setDraft({ ...draft, ...part })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!batch) return
    onTyped({ vaccineId: batch.vaccine.id, lot: batch.lot, expiresOn: batch.expiresOn })
    onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={send}>
      <Select label={t('vaccinations.vaccine')} hasFocus isRequired placeholder={t('vaccinations.choose')} error={wrong('vaccine')} value={draft.vaccineId} items={vaccines.map(({ id, name }) => ({ id, name }))} onChange={vaccineId => change({ vaccineId })} />
      <div className="station-pair">
        <TextInput label={t('vaccinations.lot')} value={draft.lot} maxLength={40} isRequired error={wrong('lot')} onChange={lot => change({ lot })} />
        <TextInput label={t('planning.expiry')} hint={t('planning.expiryHint')} value={draft.expiry} maxLength={10} isRequired error={wrong('expiry')} onChange={expiry => change({ expiry })} />
      </div>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit">{t('vaccinations.takeBox')}</Button>
      </DialogActions>
    </form>
  )
}
