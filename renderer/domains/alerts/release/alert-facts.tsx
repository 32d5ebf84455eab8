import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDayAndTime, formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { listed, untilWords } from '../in-words.ts'
import { useReach } from './use-reach.ts'

/** Who wrote it, who gave it on, whom it reaches, where and until when: what the second person looks at besides the words. */
export function AlertFacts({ alert }: { readonly alert: Alert }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const { content: { areas, endsAt, situationAt }, authors, submitted, released } = alert
  const isWaiting = stageOf(alert, instantFromMs(now)) === 'pending'
  const said = ({ byName, at }: { readonly byName: string; readonly at: string }): string => t('alertRelease.byAt', { name: byName, at: formatDayAndTime(at, language) })
  const facts: readonly (readonly [string, string])[] = [
    [t('alertRelease.facts.where'), areas.length > 0 ? listed(areas.map(({ name }) => name), language) : t('alertRelease.noArea')],
    [t('alertRelease.facts.until'), untilWords(t, endsAt, now, language)],
    ...(situationAt ? [[t('alertRelease.facts.asOf'), t('alertRelease.asOfAge', { at: formatDayAndTime(situationAt, language), age: formatRelative(situationAt, now, language) })] as const] : []),
    [t('alertRelease.facts.authors'), listed(authors.map(({ name }) => name), language)],
    ...(submitted ? [[t('alertRelease.facts.submitted'), said(submitted)] as const] : []),
    ...(released ? [[t(released.emergency ? 'alertRelease.facts.alone' : 'alertRelease.facts.released'), said(released)] as const] : []),
  ]
  return (
    <dl className="alert-facts">
      {isWaiting && <Audience alert={alert} />}
      {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}

function Audience({ alert }: { readonly alert: Alert }): ReactElement {
  const { t } = useTranslation()
  const { people, ways, away, isUpTo } = useReach(alert)
  return (
    <div className="alert-facts__first">
      <dt>{t('alertRelease.facts.audience')}</dt>
      <dd><b>{people}</b>{ways && ` · ${ways}`}</dd>
      {isUpTo && <dd className="muted">{t('alertRelease.countedTwice')}</dd>}
      {away && <dd className="soon"><Icon name="cloudWait" size={16} />{t('alertRelease.away', { ways: away })}</dd>}
    </div>
  )
}
