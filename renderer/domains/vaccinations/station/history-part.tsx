import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { stageOf } from '../../../../shared/domains/vaccinations/stage.ts'
import type { EarlierDose, VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { ReadInButton } from '../exchange/read-in-button.tsx'
import type { Catalogue } from '../queries.ts'
import { EarlierDoseDialog } from './earlier-dose-dialog.tsx'
import { historySentences } from './engine-words.ts'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: Visit
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly station: Station
}

const BEFORE = ['arrived', 'physician', 'consent', 'ready']

/** What is documented of earlier doses, and what it means for those of today. */
export function HistoryPart({ visit, session, catalogue, today, station }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isAdding, setAdding] = useState(false)
  const isBefore = BEFORE.includes(stageOf(visit))
  const sentences = historySentences(visit, diseasesOf(session, catalogue), catalogue.rules, today, language)
  return (
    <section className="side-part" aria-label={t('vaccinations.history')}>
      <h3 className="side-part__title">{t('vaccinations.history')}</h3>
      {visit.history.length === 0 && <p className="muted">{t('vaccinations.noHistory')}</p>}
      <ul className="history">{visit.history.map(dose => <DoseLine key={`${dose.day} ${dose.vaccineName} ${dose.lot}`} dose={dose} onRemove={isBefore && dose.source !== 'here' ? () => station.step('remove-history', { visitId: visit.id, dose: { day: dose.day, vaccineName: dose.vaccineName } }) : undefined} />)}</ul>
      {isBefore && <div className="row"><Button icon="plus" onPress={() => setAdding(true)}>{t('vaccinations.addHistory')}</Button><ReadInButton visit={visit} today={today} /></div>}
      {isBefore && sentences.length > 0 && <ul className="verdicts" aria-label={t('vaccinations.verdict')}>{sentences.map(sentence => <li key={sentence}>{sentence}</li>)}</ul>}
      {visit.person.birthDay === null && <p className="callout">{t('vaccinations.noBirthDay')}</p>}
      {isAdding && <EarlierDoseDialog visit={visit} catalogue={catalogue} today={today} station={station} onClose={() => setAdding(false)} />}
    </section>
  )
}

function DoseLine({ dose: { day, vaccineName, diseases, lot, source }, onRemove }: { readonly dose: EarlierDose; readonly onRemove: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = day.length === 10 ? formatPlainDay(day, language) : `${day.slice(5)}/${day.slice(0, 4)}`
  return (
    <li className="history__dose">
      <span className="history__day">{when}</span>
      <span className="history__what">{vaccineName}<span className="muted"> {diseases.map(({ name }) => name).join(', ')}{lot && ` · ${lot}`} · {t(`vaccinations.source.${source}`)}</span></span>
      {onRemove && <IconButton icon="trash" label={t('vaccinations.removeDose', { name: vaccineName, day: when })} onPress={onRemove} />}
    </li>
  )
}

/** What the vaccines of a session are against, each once. */
function diseasesOf({ vaccineIds }: VaccinationSession, { vaccines }: Catalogue): readonly Disease[] {
  const all = vaccines.filter(({ id }) => vaccineIds.includes(id)).flatMap(({ diseases }) => diseases)
  return [...new Map(all.map(disease => [disease.code, disease])).values()]
}
