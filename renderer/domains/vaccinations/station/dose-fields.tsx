import type { ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { DosePlan } from './dose-plan.ts'
import { SITES, type Site } from './station-memory.ts'

interface Props {
  readonly plan: DosePlan
  readonly onSite: (site: Site) => void
  readonly onVaccinator: (name: string) => void
  readonly onNumber: (code: string, number: number) => void
  readonly onHints: (isGiven: boolean) => void
}

/** Everything beside the box: filled in already, changed only where it was otherwise. */
export function DoseFields({ plan: { draft, vaccine }, onSite, onVaccinator, onNumber, onHints }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <RadioGroup className="segments" orientation="horizontal" value={draft.site} onChange={chosen => { const site = SITES.find(one => one === chosen); if (site) onSite(site) }}>
        <Label className="field__label">{t('vaccinations.site')}</Label>
        <div className="segments__row segments__row--sites">{SITES.map(site => <Radio key={site} value={site} className="segment segment--good">{t(`vaccinations.sites.${site}`)}</Radio>)}</div>
      </RadioGroup>
      <div className="station-pair">
        {vaccine?.diseases.map(({ code, name }) => (
          <NumberField key={code} label={t('vaccinations.doseNumber', { disease: name })} value={draft.doses.find(dose => dose.code === code)?.number} onChange={number => onNumber(code, number)} />
        ))}
        <TextInput label={t('vaccinations.vaccinator')} value={draft.vaccinatorName} maxLength={120} onChange={onVaccinator} />
      </div>
      <NextDoses plan={{ draft, vaccine }} />
      <Tick label={t('vaccinations.hints')} isOn={draft.hintsGiven} onChange={onHints} />
    </div>
  )
}

/** More doses against one disease than anybody counts here. */
const MOST_DOSES = 20

function NumberField({ label, value, onChange }: { readonly label: string; readonly value: number | undefined; readonly onChange: (number: number) => void }): ReactElement {
  const items = Array.from({ length: Math.max(MOST_DOSES, value ?? 0) }, (_, index) => ({ id: String(index + 1), name: String(index + 1) }))
  return <Select label={label} items={items} value={value === undefined ? null : String(value)} onChange={id => onChange(Number(id))} />
}

/** The next doses as they will be printed. */
function NextDoses({ plan: { draft, vaccine } }: { readonly plan: Pick<DosePlan, 'draft' | 'vaccine'> }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!vaccine) return null
  if (draft.nextDoses.length === 0) return <p><strong>{t('vaccinations.nextDose')}:</strong> {t('vaccinations.noneDue')}</p>
  return (
    <ul className="stack">
      {draft.nextDoses.map(({ disease, recommended, sentence }) => (
        <li key={disease.code}><strong>{t('vaccinations.nextDose')} ({disease.name}): {formatPlainDay(recommended, language)}</strong><br /><span className="muted">{sentence}</span></li>
      ))}
    </ul>
  )
}
