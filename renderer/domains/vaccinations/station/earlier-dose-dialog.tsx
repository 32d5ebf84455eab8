import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { KNOWN_DISEASES } from '../../../../shared/domains/vaccinations/known-diseases.ts'
import type { EarlierDose, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Catalogue } from '../queries.ts'
import { parseDoseDay } from './birth-day.ts'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly today: string
  readonly station: Station
  readonly onClose: () => void
}

/** Writes down a dose from a pass. The window stays for the next one. */
export function EarlierDoseDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog title={t('vaccinations.addHistory')} isOpen onClose={props.onClose}><DoseForm {...props} /></Dialog>
}

const OTHER = 'other'

/** What is written down when the catalogue does not have it: by what it is against. */
interface OtherVaccine {
  readonly name: string
  readonly diseases: readonly Disease[]
}

type GivenOf = Pick<EarlierDose, 'vaccineName' | 'vaccine' | 'diseases' | 'isLive'>

function givenOf(vaccineId: string | null, other: OtherVaccine, { vaccines }: Pick<Catalogue, 'vaccines'>): GivenOf | undefined {
  const vaccine = vaccines.find(({ id }) => id === vaccineId)
  if (vaccine) return { vaccineName: vaccine.name, vaccine: vaccine.snomed || null, diseases: vaccine.diseases, isLive: vaccine.isLive }
  if (vaccineId !== OTHER || other.diseases.length === 0) return undefined
  return { vaccineName: other.name.trim() || other.diseases.map(({ name }) => name).join(', '), vaccine: null, diseases: [...other.diseases], isLive: null }
}

function DoseForm({ visit, catalogue, today, station, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [vaccineId, setVaccine] = useState<string | null>(null)
  const [other, setOther] = useState<OtherVaccine>({ name: '', diseases: [] })
  const [text, setText] = useState('')
  const [lot, setLot] = useState('')
  const [wasTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const day = parseDoseDay(text, today)
  const given = givenOf(vaccineId, other, catalogue)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!given || !day || day > today) return requestFirstWrong(form.current)
    const dose: EarlierDose = { ...given, day, lot: lot.trim(), source: 'pass', vaccinationId: null }
    station.step('add-history', { visitId: visit.id, doses: [dose] }, () => {
      setText('')
      setLot('')
      setTried(false)
      form.current?.querySelector('button')?.focus()
    })
  }
  const whenWrong = day === undefined ? t('vaccinations.wrongDay') : day > today ? errorSentences(t, { code: 'vaccinations/dose-in-future' }).happened : undefined
  const readBack = day && (day.length === 10 ? formatPlainDay(day, language) : t('vaccinations.monthOnly', { month: `${day.slice(5)}/${day.slice(0, 4)}` }))
  const items = [...catalogue.vaccines.map(({ id, name, diseases }) => ({ id, name, note: diseases.map(disease => disease.name).join(', ') })), { id: OTHER, name: t('vaccinations.otherVaccine'), note: t('vaccinations.otherVaccineHint') }]
  return (
    <form ref={form} noValidate className="stack" onSubmit={send}>
      <Select label={t('vaccinations.vaccine')} hasFocus isRequired placeholder={t('vaccinations.choose')} value={vaccineId} error={wasTried && vaccineId === null ? t('vaccinations.vaccineMissing') : undefined} items={items} onChange={setVaccine} />
      {vaccineId === OTHER && <OtherFields other={other} error={wasTried && !given ? t('vaccinations.diseaseMissing') : undefined} onChange={part => setOther({ ...other, ...part })} />}
      <TextInput label={t('vaccinations.doseDay')} hint={readBack || t('vaccinations.doseDayHint')} value={text} maxLength={12} isRequired error={wasTried ? whenWrong : undefined} onChange={setText} />
      <TextInput label={t('vaccinations.lotOptional')} value={lot} maxLength={40} onChange={setLot} />
      {visit.history.length > 0 && <p className="muted" aria-live="polite">{t('vaccinations.historyCount', { count: visit.history.length })}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button kind="primary" type="submit">{t('vaccinations.addDose')}</Button>
      </DialogActions>
    </form>
  )
}

const requestFirstWrong = (form: HTMLFormElement | null): void => void requestAnimationFrame(() => form?.querySelector<HTMLElement>('input[aria-invalid="true"], [data-invalid] button')?.focus())

interface OtherProps {
  readonly other: OtherVaccine
  readonly error: string | undefined
  readonly onChange: (part: Partial<OtherVaccine>) => void
}

/** Passes hold what nobody here has in stock: every documented dose counts all the same. */
function OtherFields({ other, error, onChange }: OtherProps): ReactElement {
  const { t } = useTranslation()
  const choose = (codes: readonly string[]): void => onChange({ diseases: KNOWN_DISEASES.filter(({ code }) => codes.includes(code)) })
  return (
    <div className="stack">
      <div className="row"><ChoiceFilter label={t('vaccinations.againstWhat')} items={KNOWN_DISEASES.map(({ code, name }) => ({ id: code, name }))} selected={other.diseases.map(({ code }) => code)} onChange={choose} />{other.diseases.length > 0 && <span>{other.diseases.map(({ name }) => name).join(', ')}</span>}</div>
      {error && <p className="field__hint field__hint--error" role="alert">{error}</p>}
      <TextInput label={t('vaccinations.otherName')} value={other.name} maxLength={160} onChange={name => onChange({ name })} />
    </div>
  )
}
