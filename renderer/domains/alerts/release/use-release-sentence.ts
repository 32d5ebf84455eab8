import { useTranslation } from 'react-i18next'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { isEndOfNews, placeWords, untilWords } from '../in-words.ts'
import { useReach } from './use-reach.ts'

interface ReleaseSentence {
  /** All that is about to happen: how serious it is, to whom, where, by what, until when. */
  readonly sentence: string
  /** Ways that were chosen and carry nothing; empty where there are none. */
  readonly away: string
}

export function useReleaseSentence(alert: Alert, topic: AlertTopic | undefined): ReleaseSentence {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const { people, ways, away } = useReach(alert)
  const { areas, endsAt } = alert.content
  const facts = { people, ways, where: placeWords(t, areas, language), until: untilWords(t, endsAt, now, language) }
  const status = t(`alertRelease.status.${alert.kind === 'alert' || isEndOfNews(alert.kind, topic) ? (topic?.kind ?? 'hazard') : alert.kind}`)
  return { sentence: alert.mode === 'training' ? t('alertRelease.training.sentence', facts) : t('alertRelease.live.sentence', { ...facts, status }), away }
}
