import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityRun, ProcessingActivity } from '../../../../shared/wire/protection.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { recordTitle } from '../words.ts'

/** The record of processing: what is kept for which purpose and how long, and when it was deleted last. It is kept in German. */
export function ProcessingPart({ activities }: { readonly activities: readonly ProcessingActivity[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="stack audit" aria-labelledby="protection-processing">
      <h2 id="protection-processing" className="panel__title">{t('protection.processing')}</h2>
      <p>{t('protection.processingAbout')}</p>
      {activities.map(activity => <Activity key={activity.id} activity={activity} />)}
    </section>
  )
}

function Activity({ activity }: { readonly activity: ProcessingActivity }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, title, purpose, basis, persons, data, recipients, retention, isHealth, tables, runs } = activity
  const facts = [
    [t('protection.purpose'), purpose], [t('protection.basis'), basis], [t('protection.persons'), persons], [t('protection.data'), data], [t('protection.recipients'), recipients], [t('protection.retention'), retention],
  ] as const
  return (
    <article className="protection__activity" aria-labelledby={`activity-${id}`}>
      <h3 id={`activity-${id}`}>{title}{isHealth && <> <strong>({t('protection.health')})</strong></>}</h3>
      <dl className="audit-facts" lang="de">{facts.map(([name, value]) => <div key={name}><dt lang={language}>{name}</dt><dd>{value}</dd></div>)}</dl>
      {runs.length > 0 && <><h4>{t('protection.runs')}</h4><ul>{runs.map(run => <Run key={run.task} run={run} />)}</ul></>}
      <details><summary>{t('protection.tables')}</summary><p>{tables.map(table => recordTitle(table, language)).join(', ')}</p></details>
    </article>
  )
}

function Run({ run: { task, lastAt, outcome, nextAt } }: { readonly run: ActivityRun }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const title = t(`protection.tasks.${task as 'feed'}`, { defaultValue: task })
  if (lastAt === null) return <li>{title}: {t('protection.neverRan')}</li>
  const time = formatDayAndTime(lastAt, language)
  const last = outcome === null ? t('protection.lastFailed', { time }) : t('protection.last', { time, outcome: outcomeWords(outcome, t, language) })
  return <li>{title}: {last}{nextAt && `; ${t('protection.next', { time: formatDayAndTime(nextAt, language) })}`}</li>
}

/** `forgotten 12 photos 3` in words; what no screen has words for as the service says it. */
const outcomeWords = (outcome: string, t: TFunction, language: Language): string =>
  [...outcome.matchAll(/([a-z-]+) (\d+)/g)].map(([said, did = '', amount]) => t(`protection.did.${did as 'removed'}`, { amount: formatNumber(Number(amount), language), defaultValue: said })).join(', ') || outcome
