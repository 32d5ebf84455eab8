import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { SPACING } from '../../../../shared/domains/vaccinations/rules.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { offerDownload } from '../../../ui/download.ts'
import type { Catalogue } from '../queries.ts'
import { AddDiseaseDialog } from './add-disease-dialog.tsx'
import { DiseaseRules } from './disease-rules.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { ruleFile } from './rule-import.ts'
import { SpacingRules } from './spacing-rules.tsx'

/** Diseases about which something is known, by name. */
const diseasesIn = (rules: readonly VaccinationRules[]): readonly Disease[] =>
  [...new Map(rules.flatMap(({ schedules }) => schedules.map(({ disease }) => [disease.code, disease] as const))).values()].toSorted((one, other) => one.name.localeCompare(other.name, 'de'))

/** What is known about when to vaccinate, disease by disease, and how far apart doses are. */
export function RulesPanel({ here, catalogue }: { readonly here: FurnishedPlace; readonly catalogue: Catalogue }): ReactElement {
  const rules = catalogue.rules.filter(({ scope }) => scope === here.place.scope)
  const [added, setAdded] = useState<Disease>()
  const known = diseasesIn(rules)
  const diseases = added && !known.some(({ code }) => code === added.code) ? [...known, added] : known
  const [chosen, setChosen] = useState<string>()
  const disease = diseases.find(({ code }) => code === chosen) ?? (chosen === SPACING ? undefined : diseases[0])
  const add = (one: Disease): void => {
    setAdded(one)
    setChosen(one.code)
  }
  return (
    <>
      <Tools here={here} rules={rules} onAdd={add} />
      <div className="planning__rules">
        <RuleList diseases={diseases} chosen={disease?.code ?? SPACING} onChoose={setChosen} />
        {disease
          ? <DiseaseRules key={disease.code} here={here} rules={rules} disease={disease} />
          : <SpacingRules here={here} rules={rules} diseases={diseases} />}
      </div>
    </>
  )
}

function Tools({ here, rules, onAdd }: { readonly here: FurnishedPlace; readonly rules: readonly VaccinationRules[]; readonly onAdd: (disease: Disease) => void }): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const refusal = isOnline ? undefined : t('planning.onlyOnline')
  const [shown, setShown] = useState<'import' | 'add'>()
  const close = (): void => setShown(undefined)
  return (
    <div className="planning__bar">
      <ActionButton icon="plus" refusal={refusal} onPress={() => setShown('add')}>{t('planning.rule.addDisease')}</ActionButton>
      <ActionButton icon="upload" refusal={refusal} onPress={() => setShown('import')}>{t('planning.import.open')}</ActionButton>
      <Button icon="download" onPress={() => offerDownload(new Blob([ruleFile(rules, here.place.scope)]), `impfregeln-${today}.json`)}>{t('planning.import.save')}</Button>
      {shown === 'import' && <ImportDialog placeId={here.place.id} scope={here.place.scope} rules={rules} onClose={close} />}
      {shown === 'add' && <AddDiseaseDialog known={diseasesIn(rules)} onAdd={one => { onAdd(one); close() }} onClose={close} />}
    </div>
  )
}

function RuleList({ diseases, chosen, onChoose }: { readonly diseases: readonly Disease[]; readonly chosen: string; readonly onChoose: (key: string) => void }): ReactElement {
  const { t } = useTranslation()
  const items = [...diseases.map(({ code, name }) => ({ key: code, name })), { key: SPACING, name: t('planning.rule.spacing') }]
  return (
    <nav className="planning__nav" aria-label={t('planning.rule.list')}>
      <ul>
        {items.map(({ key, name }) => <li key={key}><button type="button" className="planning__nav-link" aria-current={key === chosen ? 'true' : undefined} onClick={() => onChoose(key)}>{name}</button></li>)}
      </ul>
    </nav>
  )
}
