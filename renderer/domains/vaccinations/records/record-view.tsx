import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { VaccinationId } from '../../../../shared/ids.ts'
import type { WholeRecord } from '../../../../shared/wire/vaccinations.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf } from '../../../ui/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { PersonLink } from '../../people/person-link.tsx'
import { useAgainOnline } from '../../../ui/use-again-online.ts'
import { HarmCard } from './harm-card.tsx'
import { RecordActions } from './record-actions.tsx'
import { ValidityMark, VersionsTable } from './versions-table.tsx'

interface Props {
  readonly vaccinationId: VaccinationId
  /** What it is read for, as it was said for the search. */
  readonly purpose: string
  readonly onBack: () => void
}

/** A documentation with all its versions and what belongs to it, asked of the service. */
export function RecordView({ vaccinationId, purpose, onBack }: Props): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const back = useFirstFocus<HTMLButtonElement>()
  const asked = useQuery(queries.vaccinations.record.queryOptions({ input: { vaccinationId, purpose }, staleTime: 0, gcTime: 0 }))
  const answer = answerOf(asked)
  const again = (): void => void asked.refetch()
  useAgainOnline(answer.kind === 'refused', again)
  return (
    <div className="stack">
      <div><Button ref={back} icon="back" onPress={onBack}>{t('vaccinationRecords.backToHits')}</Button></div>
      {answer.kind === 'loading' && <output className="muted">{t('common.loading')}</output>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal}><Button onPress={again}>{t('common.tryAgain')}</Button></Problem>}
      {answer.kind === 'here' && <><AskAnew whole={answer.value} onChanged={again} /><Record whole={answer.value} purpose={purpose} onChanged={again} /></>}
    </div>
  )
}

/** Once this desk hears that a version of it has changed, the service is asked what has become of it. */
function AskAnew({ whole: { versions, sideEffects }, onChanged }: { readonly whole: WholeRecord; readonly onChanged: () => void }): null {
  const core = useCore()
  useEffect(() => core.onChanged(({ tables, ids }) => {
    const own: readonly string[] = [...versions, ...sideEffects].map(({ id }) => id)
    const isNewSuspicion = tables.includes('side_effects')
    if (isNewSuspicion || (tables.includes('vaccinations') && ids.some(id => own.includes(id)))) onChanged()
  }), [core, versions, sideEffects, onChanged])
  return null
}

function Record({ whole, purpose, onChanged }: { readonly whole: WholeRecord; readonly purpose: string; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { versions, sideEffects, sessionTitle, placeName, isArchived } = whole
  const record = versions.findLast(stands) ?? versions.at(-1) ?? whole.record
  const facts: readonly (readonly [string, string])[] = [
    [t('vaccinationRecords.given'), [formatPlainDay(record.day, language), sessionTitle, placeName].filter(Boolean).join(' · ')],
    [t('vaccinationRecords.responsible'), `${record.responsible.name}, ${record.responsible.address}`],
    [t('vaccinationRecords.confirmation'), t(`vaccinationRecords.confirmations.${record.confirmation.kind}`)],
    ...(record.againstRule === null ? [] : [[t('vaccinationRecords.againstRule'), record.againstRule] as const]),
  ]
  return (
    <article className="stack" aria-label={fullName(record.person)}>
      <header className="record__head">
        <h2 className="record__name">{fullName(record.person)}</h2>
        <ValidityMark record={record} />
        <PersonLink table="vaccinations" recordId={record.id} />
        {isArchived && <span className="muted">{t('vaccinationRecords.archived')}</span>}
      </header>
      <dl className="record-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {stands(record) && <RecordActions record={record} visit={whole.visit} isArchived={isArchived} purpose={purpose} onChanged={onChanged} />}
      <VersionsTable versions={versions} />
      {sideEffects.length > 0 && <section className="stack" aria-label={t('vaccinationRecords.harm')}>{sideEffects.map(sideEffect => <HarmCard key={sideEffect.id} harm={{ sideEffect, record }} />)}</section>}
    </article>
  )
}
