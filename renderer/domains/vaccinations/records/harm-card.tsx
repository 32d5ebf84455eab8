import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuspectedHarm } from '../../../../shared/contract/vaccinations.ts'
import type { SideEffect } from '../../../../shared/domains/vaccinations/tables.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { NoteReportedDialog } from './note-reported-dialog.tsx'
import { PrintReport } from './print-report.tsx'
import { reportClock } from './report-clock.ts'

/** A suspicion of harm, with what is left of the 24 hours to report it, or to whom it went. */
export function HarmCard({ harm: { sideEffect, record } }: { readonly harm: SuspectedHarm }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleId = useId()
  const [isNoting, setNoting] = useState(false)
  const { description, onsetAt, suspectedAt, reportedAt } = sideEffect
  const facts: readonly (readonly [string, string])[] = [
    ...(record ? [[t('vaccinationRecords.given'), [formatPlainDay(record.day, language), record.vaccineName, record.lot].join(' · ')] as const] : []),
    [t('vaccinationRecords.onset'), formatDayAndTime(onsetAt, language)],
    [t('vaccinationRecords.suspected'), formatDayAndTime(suspectedAt, language)],
  ]
  return (
    <article className="harm" aria-labelledby={titleId}>
      {reportedAt === null ? <TimeLeft sideEffect={sideEffect} /> : <Reported sideEffect={sideEffect} />}
      <div className="harm__what">
        <h3 id={titleId} className="harm__name">{record ? fullName(record.person) : t('vaccinationRecords.harmGone')}</h3>
        <p className="harm__text">{description}</p>
        <dl className="record-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <div className="row">
          {record && <PrintReport sideEffect={sideEffect} record={record} isFirst={reportedAt === null} />}
          {reportedAt === null && <ActionButton icon="send" onPress={() => setNoting(true)}>{t('vaccinationRecords.noteReported')}</ActionButton>}
        </div>
      </div>
      {isNoting && <NoteReportedDialog sideEffect={sideEffect} onClose={() => setNoting(false)} />}
    </article>
  )
}

function TimeLeft({ sideEffect }: { readonly sideEffect: SideEffect }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { urgency, hours, minutes } = reportClock(sideEffect, useNow())
  return (
    <div className={`harm__clock harm__clock--${urgency}`}>
      <span className="harm__label"><Icon name={urgency === 'over' ? 'warning' : 'clock'} />{t(`vaccinationRecords.urgency.${urgency}`)}</span>
      <strong className="harm__left">{t('vaccinationRecords.hoursMinutes', { hours, minutes })}</strong>
      <span>{t('vaccinationRecords.reportUntil', { at: formatDayAndTime(sideEffect.dueAt, language) })}</span>
    </div>
  )
}

function Reported({ sideEffect: { reportedAt, reportedByName, reportedTo } }: { readonly sideEffect: SideEffect }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="harm__clock harm__clock--done">
      <span className="harm__label"><Icon name="checkCircle" />{t('vaccinationRecords.reported')}</span>
      <strong>{reportedTo}</strong>
      <span>{reportedAt && formatDayAndTime(reportedAt, language)}{reportedByName && ` · ${reportedByName}`}</span>
    </div>
  )
}
