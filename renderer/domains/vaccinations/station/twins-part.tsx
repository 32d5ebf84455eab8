import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination, ShownVisit } from '../../../../shared/contract/vaccinations.ts'
import { grantsIn } from '../../../../shared/actor.ts'
import { PLANNERS } from '../../../../shared/domains/vaccinations/roles.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay, formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { SessionDay } from '../queries.ts'
import { useIsPhysician } from './judge-step.tsx'
import { ReasonDialog } from './observe-dialogs.tsx'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: ShownVisit
  readonly day: SessionDay
  readonly station: Station
  readonly onOpen: (visitId: string) => void
}

/** The same person twice: both entries side by side, so that whoever may decide sees what differs. */
export function TwinsPart({ visit, day: { visits, vaccinations }, station, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const record = vaccinations.find(one => one.visitId === visit.id && one.twinId !== null && stands(one))
  const twin = record && vaccinations.find(({ id }) => id === record.twinId)
  const other = visits.find(({ id }) => id === visit.twinId)
  return (
    <section className="problem" tabIndex={-1} aria-label={t('vaccinations.alarm.twin')}>
      <Icon name="people" />
      <div className="problem__text twins">
        <p className="problem__title">{t(record ? 'vaccinations.twinRecords' : 'vaccinations.twinVisits')}</p>
        {record && twin && <TwinRecords records={[record, twin]} station={station} />}
        {!record && other && <TwinVisits visits={[visit, other]} station={station} onOpen={onOpen} />}
      </div>
    </section>
  )
}

function TwinRecords({ records, station }: { readonly records: readonly ShownVaccination[]; readonly station: Station }): ReactElement {
  const { t } = useTranslation()
  const [first] = records
  const isPhysician = useIsPhysician(first?.scope ?? '')
  const [voided, setVoided] = useState<ShownVaccination>()
  const mayVoid = grantsIn(usePerson(), PLANNERS, first?.scope ?? '').length > 0
  return (
    <>
      <div className="twins__pair">{records.map(record => <RecordFacts key={record.id} record={record} onVoid={mayVoid ? () => setVoided(record) : undefined} />)}</div>
      {first && isPhysician && <Button kind="primary" icon="check" onPress={() => station.step('keep-both', { vaccinationId: first.id })}>{t('vaccinations.keepBoth')}</Button>}
      {!mayVoid && <p>{t('vaccinations.twinWho')}</p>}
      {voided && (
        <ReasonDialog title={t('vaccinations.void')} label={t('vaccinations.voidReason')} confirm={t('vaccinations.void')} onClose={() => setVoided(undefined)}
          onSend={reason => station.step('void', { vaccinationId: voided.id, reason }, () => setVoided(undefined))} />
      )}
    </>
  )
}

function RecordFacts({ record, onVoid }: { readonly record: ShownVaccination; readonly onVoid: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { at, vaccineName, lot, site, vaccinatorName, doses, number } = record
  const facts: readonly (readonly [string, string])[] = [
    [t('vaccinations.at'), formatTime(at, language)], [t('vaccinations.vaccine'), vaccineName], [t('vaccinations.lot'), lot], [t('vaccinations.site'), t(`vaccinations.sites.${site}`)],
    [t('vaccinations.vaccinator'), vaccinatorName], [t('vaccinations.doses'), doses.map(dose => dose.number).join(', ')],
  ]
  return <TwinCard title={number || fullName(record.person)} facts={facts} action={onVoid && <Button icon="trash" onPress={onVoid}>{t('vaccinations.void')}</Button>} />
}

function TwinCard({ title, facts, action }: { readonly title: string; readonly facts: readonly (readonly [string, string])[]; readonly action: ReactElement | undefined }): ReactElement {
  return (
    <article className="twins__one" aria-label={title}>
      <h3 className="twins__name">{title}</h3>
      <dl className="twins__facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {action}
    </article>
  )
}

function TwinVisits({ visits, station, onOpen }: { readonly visits: readonly ShownVisit[]; readonly station: Station; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const facts = ({ person, checkedIn, answers, vaccinationId }: ShownVisit): readonly (readonly [string, string])[] => [
    [t('vaccinations.birthDay'), person.birthDay === null ? '–' : formatPlainDay(person.birthDay, language)], [t('vaccinations.checkedIn'), `${formatTime(checkedIn.at, language)}, ${checkedIn.byName}`],
    [t('vaccinations.questions'), t(answers ? 'common.yes' : 'common.no')], [t('vaccinations.documented'), t(vaccinationId ? 'common.yes' : 'common.no')],
  ]
  const close = (visit: ShownVisit): void => station.step('leave', { visitId: visit.id, reason: t('vaccinations.doubleReason') })
  return (
    <div className="twins__pair">
      {visits.map((visit, index) => (
        <TwinCard key={visit.id} title={`${index + 1}. ${fullName(visit.person)}`} facts={facts(visit)} action={
          <div className="row">
            {index > 0 && <Button onPress={() => onOpen(visit.id)}>{t('vaccinations.open')}</Button>}
            {!visit.vaccinationId && <Button icon="cross" onPress={() => close(visit)}>{t('vaccinations.closeDouble')}</Button>}
          </div>
        } />
      ))}
    </div>
  )
}
