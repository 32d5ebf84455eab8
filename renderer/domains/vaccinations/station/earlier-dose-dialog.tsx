import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EarlierDose, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
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

function DoseForm({ visit, catalogue, today, station, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [vaccineId, setVaccine] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [lot, setLot] = useState('')
  const [wasTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const day = parseDoseDay(text, today)
  const vaccine = catalogue.vaccines.find(({ id }) => id === vaccineId)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!vaccine || !day || day > today) return
    const dose: EarlierDose = { day, vaccineName: vaccine.name, vaccine: vaccine.snomed || null, diseases: vaccine.diseases, isLive: vaccine.isLive, lot: lot.trim(), source: 'pass', vaccinationId: null }
    station.step('add-history', { visitId: visit.id, doses: [dose] }, () => {
      setText('')
      setLot('')
      setTried(false)
      form.current?.querySelector('button')?.focus()
    })
  }
  const whenWrong = day === undefined ? t('vaccinations.wrongDay') : day > today ? errorSentences(t, { code: 'vaccinations/dose-in-future' }).happened : undefined
  const readBack = day && (day.length === 10 ? formatPlainDay(day, language) : t('vaccinations.monthOnly', { month: `${day.slice(5)}/${day.slice(0, 4)}` }))
  return (
    <form ref={form} noValidate className="stack" onSubmit={send}>
      <Select label={t('vaccinations.vaccine')} hasFocus isRequired placeholder={t('vaccinations.choose')} value={vaccineId} error={wasTried && !vaccine ? t('vaccinations.vaccineMissing') : undefined} items={catalogue.vaccines.map(({ id, name, diseases }) => ({ id, name, note: diseases.map(disease => disease.name).join(', ') }))} onChange={setVaccine} />
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
