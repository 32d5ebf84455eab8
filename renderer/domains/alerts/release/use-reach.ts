import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { listed } from '../in-words.ts'
import { useAudience } from '../queries.ts'
import { reachOf, waysOf, type Reach } from './reach.ts'

interface ReachInWords {
  /** `bis zu 951 Menschen`. */
  readonly people: string
  /** `E-Mail (874), SMS (77) und Warnfeed`. */
  readonly ways: string
  /** Ways that were chosen and carry nothing, because nobody has set them up; empty where there are none. */
  readonly away: string
  /** Whether somebody may be counted twice. */
  readonly isUpTo: boolean
}

/** Whom the message would reach as it stands, and by what, in words. */
export function useReach({ mode, earlier, content: { topicId, areas, channels } }: Alert): ReachInWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const answer = useAudience({ topicId, mode, areas: [...areas], channels: [...channels], earlier: earlier.map(({ alertId }) => alertId) })
  const audience = answer.kind === 'here' ? answer.value : undefined
  const reach = reachOf(audience, mode)
  const { open, away } = waysOf(channels, audience)
  const name = (channel: Alert['content']['channels'][number]): string => t(`alertBoard.ways.${channel}`)
  return {
    people: peopleWords(t, reach),
    ways: listed(open.map(({ channel, people }) => (people === null ? name(channel) : t('alertRelease.wayOf', { way: name(channel), people: formatNumber(people, language) }))), language),
    away: listed(away.map(name), language),
    isUpTo: reach.kind === 'upTo',
  }
}

const peopleWords = (t: TFunction, reach: Reach): string => ('count' in reach ? t(`alertRelease.people.${reach.kind}`, { count: reach.count }) : t(`alertRelease.people.${reach.kind}`))
