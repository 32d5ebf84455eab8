import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import type { Schedule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { EditionDialog } from './edition-dialog.tsx'
import { editionsByTime } from './editions.ts'
import { EditionHead } from './edition-head.tsx'
import { contentUnder } from './rule-sets.ts'
import { ScheduleTable } from './schedule-table.tsx'
import { TryPart } from './try-part.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly rules: readonly VaccinationRules[]
  readonly disease: Disease
}

/** All editions of what is known about one disease, and a corner to try them. */
export function DiseaseRules({ here, rules, disease }: Props): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const { scope, id: placeId } = here.place
  const { now, ahead, past } = editionsByTime(contentUnder(rules, scope, disease.code).schedules, today)
  const [edited, setEdited] = useState<{ readonly replaced: Schedule | undefined }>()
  const edit = (replaced: Schedule | undefined): void => setEdited({ replaced })
  const refusal = isOnline ? undefined : t('planning.onlyOnline')
  return (
    <div className="planning__rule">
      <div className="planning__head">
        <h2 className="panel__title">{disease.name} <span className="muted">{disease.code}</span></h2>
        <ActionButton icon="plus" refusal={refusal} onPress={() => edit(undefined)}>{t('planning.rule.addSchedule')}</ActionButton>
      </div>
      {now.length + ahead.length === 0 && <p className="callout">{t('planning.rule.noneNow')}</p>}
      {[...now, ...ahead].map(schedule => (
        <Edition key={schedule.id} schedule={schedule} disease={disease} isAhead={schedule.validFrom > today}>
          <ActionButton icon="pencil" refusal={refusal} onPress={() => edit(schedule)}>{t('planning.rule.edit')}</ActionButton>
        </Edition>
      ))}
      {past.length > 0 && (
        <details className="planning__past">
          <summary>{t('planning.rule.past', { count: past.length })}</summary>
          {past.map(schedule => <Edition key={schedule.id} schedule={schedule} disease={disease} isAhead={false} />)}
        </details>
      )}
      <TryPart scope={scope} rules={rules} disease={disease} />
      {edited && <EditionDialog placeId={placeId} scope={scope} disease={disease} rules={rules} replaced={edited.replaced} onClose={() => setEdited(undefined)} />}
    </div>
  )
}

interface EditionProps {
  readonly schedule: Schedule
  readonly disease: Disease
  readonly isAhead: boolean
  readonly children?: ReactElement
}

function Edition({ schedule, disease, isAhead, children }: EditionProps): ReactElement {
  const { t } = useTranslation()
  return (
    <article className="planning__edition" aria-label={t('planning.rule.editionOf', { disease: disease.name, id: schedule.id })}>
      <EditionHead rule={schedule} isAhead={isAhead}>{children}</EditionHead>
      <ScheduleTable schedule={schedule} caption={t('planning.rule.editionOf', { disease: disease.name, id: schedule.id })} />
    </article>
  )
}
