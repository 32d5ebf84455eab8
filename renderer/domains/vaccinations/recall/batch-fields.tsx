import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { batchIdOf } from '../../../../shared/domains/vaccinations/catalogue-commands.ts'
import type { Batch } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Catalogue } from '../queries.ts'
import { scannedBox } from '../station/scanned-box.ts'

interface Props {
  readonly catalogue: Catalogue
  readonly batch: Batch | undefined
  readonly error: string | undefined
  readonly onChange: (batch: Batch | undefined) => void
}

/** A batch by scanning a box of it, or by product and lot. */
export function BatchFields({ catalogue, batch, error, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [vaccineId, setVaccine] = useState<string | null>(null)
  const chosenVaccine = batch?.vaccineId ?? vaccineId
  const lots = catalogue.batches.filter(one => one.vaccineId === chosenVaccine)
  const note = ({ expiresOn, blockedReason }: Batch): string => [t('vaccinationRecords.until', { day: formatPlainDay(expiresOn, language) }), blockedReason === null ? '' : t('vaccinationRecords.blocked')].filter(Boolean).join(' · ')
  const chooseVaccine = (id: string): void => {
    setVaccine(id)
    onChange(undefined)
  }
  return (
    <>
      <ScanBatch catalogue={catalogue} onFound={onChange} />
      <Select label={t('vaccinationRecords.vaccine')} placeholder={t('vaccinationRecords.choose')} value={chosenVaccine} items={catalogue.vaccines.map(({ id, name, manufacturer }) => ({ id, name, note: manufacturer }))} onChange={chooseVaccine} />
      <Select
        label={t('vaccinationRecords.lot')} placeholder={t(chosenVaccine === null ? 'vaccinationRecords.vaccineFirst' : 'vaccinationRecords.choose')} value={batch?.id ?? null} error={error}
        items={lots.map(one => ({ id: one.id, name: one.lot, note: note(one) }))} onChange={id => onChange(lots.find(one => one.id === id))}
      />
    </>
  )
}

/** A box of the batch under the scanner; Enter, as scanners send it, reads what was typed. */
function ScanBatch({ catalogue, onFound }: { readonly catalogue: Catalogue; readonly onFound: (batch: Batch) => void }): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const field = useFirstFocus<HTMLInputElement>()
  const [text, setText] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const read = (): void => {
    const batch = batchOn(text, catalogue, today)
    setUnknown(batch === undefined)
    if (!batch) return
    setText('')
    onFound(batch)
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    read()
  }
  return (
    <div onKeyDown={byKey} role="presentation">
      <TextInput label={t('vaccinationRecords.scanBox')} hint={t('vaccinationRecords.scanBoxHint')} value={text} maxLength={200} inputRef={field} error={isUnknown ? t('vaccinationRecords.boxUnknown') : undefined} onChange={next => { setText(next); setUnknown(false) }} />
    </div>
  )
}

/** The batch of a scanned box, whatever else speaks against giving it; or one whose lot was typed. */
function batchOn(text: string, { vaccines, batches }: Catalogue, today: string): Batch | undefined {
  const typed = batches.filter(({ lot }) => lot.toUpperCase() === text.trim().toUpperCase())
  if (typed.length === 1) return typed[0]
  const scanned = scannedBox(text, { catalogue: { vaccines, batches }, vaccineIds: [], today })
  const found = 'vaccine' in scanned ? { vaccineId: scanned.vaccine.id, lot: scanned.kind === 'usable' ? scanned.box.lot : 'lot' in scanned ? scanned.lot : '' } : undefined
  return found && batches.find(({ id }) => id === batchIdOf(found.vaccineId, found.lot))
}
