import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Vaccination, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import type { Catalogue } from '../queries.ts'
import { PersonFields } from '../station/person-fields.tsx'
import { SITES } from '../station/station-memory.ts'
import { draftOf, judgedCorrection, type CorrectionDraft, type JudgedCorrection } from './correction-draft.ts'
import { differingParts, partInWords } from './record-parts.ts'

interface Props {
  readonly record: Vaccination
  /** With what was known of earlier doses; null where it is gone. */
  readonly visit: Visit | null
  readonly catalogue: Catalogue
  readonly onClose: () => void
}

/** Mends a documentation: what changes stands below the fields, with what follows from it. */
export function CorrectDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog size="large" title={t('vaccinationRecords.correct')} isOpen onClose={props.onClose}><CorrectForm {...props} /></Dialog>
}

function CorrectForm({ record, visit, catalogue, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [draft, setDraft] = useState(() => draftOf(record, day => formatPlainDay(day, language)))
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useVaccinationCommand('correct')
  const judged = judgedCorrection(draft, { record, visit, catalogue, today })
  const isSame = differingParts(record, judged.after, t, language).length === 0
  const send = async (): Promise<void> => {
    setTried(true)
    if (judged.person.problems.length > 0 || reason.trim() === '') return requestFocus(form.current)
    if (!isSame && !isRunning && (await run({ vaccinationId: record.id, content: judged.content, reason }))) onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={submit}>
      <PersonFields draft={draft.person} judged={judged.person} today={today} wasTried={wasTried} firstField={first} onChange={part => setDraft(before => ({ ...before, person: { ...before.person, ...part } }))} />
      <DoseCorrection record={record} catalogue={catalogue} draft={draft} judged={judged} onChange={part => setDraft(before => ({ ...before, ...part }))} />
      <TextArea label={t('vaccinationRecords.correctReason')} value={reason} rows={2} maxLength={1_000} isRequired error={wasTried && reason.trim() === '' ? errorSentences(t, { code: 'vaccinations/reason-missing' }).happened : undefined} onChange={setReason} onSubmit={() => void send()} />
      <Consequences record={record} judged={judged} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || isSame}>{t('vaccinationRecords.saveCorrection')}</Button>
      </DialogActions>
    </form>
  )
}

const requestFocus = (form: HTMLFormElement | null): void => void requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

interface DoseProps {
  readonly record: Vaccination
  readonly catalogue: Catalogue
  readonly draft: CorrectionDraft
  readonly judged: JudgedCorrection
  readonly onChange: (part: Partial<CorrectionDraft>) => void
}

function DoseCorrection({ record, catalogue, draft, judged, onChange }: DoseProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const known = catalogue.batches.filter(({ vaccineId }) => vaccineId === draft.vaccineId).map(({ lot, expiresOn }) => ({ lot, expiresOn }))
  const lots = draft.vaccineId === record.vaccineId && known.every(({ lot }) => lot !== record.lot) ? [{ lot: record.lot, expiresOn: record.expiresOn }, ...known] : known
  const chooseVaccine = (id: string): void => {
    const vaccine = catalogue.vaccines.find(one => one.id === id)
    if (vaccine) onChange({ vaccineId: vaccine.id, ...(vaccine.id === record.vaccineId ? { lot: record.lot, expiresOn: record.expiresOn } : { lot: '', expiresOn: record.expiresOn }) })
  }
  const chooseLot = (lot: string): void => onChange(lots.find(one => one.lot === lot) ?? {})
  return (
    <fieldset className="stack">
      <legend className="station-legend">{t('vaccinationRecords.theDose')}</legend>
      <div className="station-pair">
        <Select label={t('vaccinationRecords.vaccine')} value={draft.vaccineId} items={catalogue.vaccines.map(({ id, name, manufacturer }) => ({ id, name, note: manufacturer }))} onChange={chooseVaccine} />
        <Select label={t('vaccinationRecords.lot')} placeholder={t('vaccinationRecords.choose')} value={draft.lot || null} items={lots.map(({ lot, expiresOn }) => ({ id: lot, name: lot, note: t('vaccinationRecords.until', { day: formatPlainDay(expiresOn, language) }) }))} onChange={chooseLot} />
      </div>
      <div className="station-pair">
        {judged.after.diseases.map(({ code, name }) => (
          <Select key={code} label={t('vaccinations.doseNumber', { disease: name })} value={String(draft.numbers[code] ?? 1)} items={NUMBERS} onChange={id => onChange({ numbers: { ...draft.numbers, [code]: Number(id) } })} />
        ))}
        <TextInput label={t('vaccinations.vaccinator')} value={draft.vaccinatorName} maxLength={120} onChange={vaccinatorName => onChange({ vaccinatorName })} />
      </div>
      <RadioGroup className="segments" orientation="horizontal" value={draft.site} onChange={chosen => { const site = SITES.find(one => one === chosen); if (site) onChange({ site }) }}>
        <Label className="field__label">{t('vaccinations.site')}</Label>
        <div className="segments__row">{SITES.map(site => <Radio key={site} value={site} className="segment">{t(`vaccinations.sites.${site}`)}</Radio>)}</div>
      </RadioGroup>
    </fieldset>
  )
}

const NUMBERS = Array.from({ length: 20 }, (_, index) => ({ id: String(index + 1), name: String(index + 1) }))

/** What will be different, and what that sets in motion. */
function Consequences({ record, judged }: Pick<DoseProps, 'record' | 'judged'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const parts = differingParts(record, judged.after, t, language)
  if (parts.length === 0) return <p className="muted">{t('vaccinationRecords.nothingChanged')}</p>
  return (
    <div className="callout stack" aria-live="polite">
      <p><strong>{t('vaccinationRecords.willChange')}</strong></p>
      <ul className="records__changes">
        {parts.map(part => <li key={part}>{t(`vaccinationRecords.parts.${part}`)}: <del>{partInWords(record, part, t, language)}</del> → <strong>{partInWords(judged.after, part, t, language)}</strong></li>)}
      </ul>
      <p>{t(record.confirmation.kind === 'awaited' ? 'vaccinationRecords.followsUnsigned' : 'vaccinationRecords.followsSigned')}</p>
    </div>
  )
}
