import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../../../shared/domains/applications/tables.ts'
import { ChangedWords } from '../../../../ui/changed-words.tsx'
import { formatDayAndTime } from '../../../../ui/format.ts'
import { formatEuros } from '../../../../ui/money.ts'
import { useLanguage } from '../../../../ui/use-language.ts'
import { submissionChanges } from './submission-changes.ts'

/** For the person who releases: what is different since the proposal was submitted last. */
export function ChangesSince({ before, now }: { readonly before: Decision; readonly now: Decision }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const changes = submissionChanges(before, now, { outcome: outcome => t(`outcome.${outcome}`), euros: cents => formatEuros(cents, language) })
  return (
    <section className="changes-since" aria-labelledby="changes-since-title">
      <h3 id="changes-since-title" className="changes-since__title">{t('letter.changesTitle', { time: formatDayAndTime(before.proposedAt, language) })}</h3>
      {before.settleReason && <p className="callout">{t('decision.lastReturned', { name: before.settledByName ?? t('history.somebody'), reason: before.settleReason })}</p>}
      {changes.length === 0 && <p>{t('letter.unchanged')}</p>}
      <dl>
        {changes.map(({ field, words }) => (
          <div key={field}>
            <dt>{t(`letter.field.${field}`)}</dt>
            <dd><ChangedWords words={words} /></dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
