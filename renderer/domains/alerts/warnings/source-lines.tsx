import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { silentSources } from './silent-sources.ts'
import { useSources } from './use-sources.ts'

/** How old the picture is: when each source of official warnings answered last. One that is silent tells nobody that nothing is going on. */
export function SourceLines(): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const answer = useSources()
  if (answer.kind === 'loading') return null
  if (answer.kind === 'refused') return <p className="late"><Icon name="cloudOff" size={16} />{t('alertWarnings.sourcesUnknown')}</p>
  const { sources } = answer.value
  if (sources.length === 0) return <p className="muted">{t('alertWarnings.noSources')}</p>
  const silent = silentSources(sources, instantFromMs(nowMs))
  return (
    <ul className="warning-sources">
      {sources.map(source => {
        const { name, answeredAt, problem } = source
        const isLate = problem !== null || silent.includes(source)
        return (
          <li key={name} className={isLate ? 'late' : 'muted'}>
            <Icon name={isLate ? 'warning' : 'checkCircle'} size={16} />
            <span>{name}: {answeredAt ? t('alertWarnings.answered', { age: formatRelative(answeredAt, nowMs, language) }) : t('alertWarnings.neverAnswered')}{problem && ` (${t(`alertWarnings.sourceProblem.${problem}`)})`}</span>
          </li>
        )
      })}
    </ul>
  )
}
