import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import type { Catalogue } from '../queries.ts'
import { BoxResult } from '../station/box-part.tsx'
import { scannedBox, type ScannedBox } from '../station/scanned-box.ts'
import { EMPTY_BATCH, readBatch, type BatchDraft, type BatchProblem } from './batch-draft.ts'

interface Props {
  readonly catalogue: Catalogue
  readonly vaccines: readonly Vaccine[]
  readonly onClose: () => void
}

/** Takes a batch into the list: the box is scanned, or read and typed. */
export function BatchDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog title={t('planning.batchAdd')} isOpen onClose={props.onClose}><BatchForm {...props} /></Dialog>
}

function BatchForm({ catalogue, vaccines, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [draft, setDraft] = useState<BatchDraft>(EMPTY_BATCH)
  const [scanned, setScanned] = useState<ScannedBox>()
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useVaccinationCommand('add-batch')
  const { batch, problem } = readBatch(draft, vaccines)
  const wrong = (code: BatchProblem): string | undefined => (isJudged && problem === code ? t(`planning.batchProblem.${code}`) : undefined)
  const change = (part: Partial<BatchDraft>): void => setDraft({ ...draft, ...part })
  const scan = (text: string): void => {
    const found = scannedBox(text, { catalogue: { ...catalogue, vaccines }, vaccineIds: vaccines.map(({ id }) => id), today })
    setScanned(found)
    const box = boxIn(found)
    // Of the box before nothing stays beside what is wrong with this one; what was typed does.
    if (!box && scanned && boxIn(scanned)) setDraft(EMPTY_BATCH)
    if (box) setDraft({ vaccineId: box.vaccineId, lot: box.lot, expiry: box.expiresOn ? formatPlainDay(box.expiresOn, language) : '' })
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (batch && !isRunning && (await run({ vaccineId: batch.vaccine.id, lot: batch.lot, expiresOn: batch.expiresOn }))) onClose()
  }
  return (
    <div className="stack">
      <ScanInput onScan={scan} />
      {scanned && scanned.kind !== 'usable' && <BoxResult scanned={scanned} />}
      {scanned?.kind === 'usable' && <output className="callout">{t(scanned.isNew ? 'planning.scanRead' : 'planning.scanKnown')}</output>}
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <Select label={t('planning.vaccine.one')} isRequired placeholder={t('vaccinations.choose')} error={wrong('vaccine')} value={draft.vaccineId} items={vaccines.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))} onChange={vaccineId => change({ vaccineId })} />
        <div className="planning__pair">
          <TextInput label={t('planning.lot')} value={draft.lot} maxLength={40} isRequired error={wrong('lot')} onChange={lot => change({ lot })} />
          <TextInput label={t('planning.expiry')} hint={t('planning.expiryHint')} value={draft.expiry} maxLength={10} isRequired error={wrong('expiry')} onChange={expiry => change({ expiry })} />
        </div>
        {batch && batch.expiresOn < today && <p className="callout">{t('planning.expiredAlready')}</p>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('planning.batchSave')}</Button>
        </DialogActions>
      </form>
    </div>
  )
}

/** What of a scan can be filled in, even where the dose may not be given. */
function boxIn(scanned: ScannedBox): { readonly vaccineId: string; readonly lot: string; readonly expiresOn: string | undefined } | undefined {
  if (scanned.kind === 'usable') return scanned.box
  if (!('vaccine' in scanned)) return undefined
  return { vaccineId: scanned.vaccine.id, lot: 'lot' in scanned ? scanned.lot : '', expiresOn: 'expiresOn' in scanned ? scanned.expiresOn : undefined }
}

/** A scanner types and ends with Enter, which sends nothing yet. */
function ScanInput({ onScan }: { readonly onScan: (text: string) => void }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const field = useFirstFocus<HTMLInputElement>()
  const take = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') onScan(text)
    setText('')
  }
  return <form noValidate onSubmit={take}><TextInput label={t('planning.scan')} hint={t('planning.scanHint')} inputRef={field} value={text} maxLength={600} onChange={setText} /></form>
}
