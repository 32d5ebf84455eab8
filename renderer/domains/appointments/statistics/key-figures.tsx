import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Minutes, Outcomes, PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { percentOf, usedPercent } from './meanings.ts'

interface KeyFigure {
  readonly id: string
  readonly name: string
  readonly value: string
  /** Null where they would tell about too few. */
  readonly words: string | null
}

/** What a lead wants to know at once, each with a word on what it is. */
export function KeyFigures({ statistics, booked, walkIns }: { readonly statistics: PlaceStatistics; readonly booked: Outcomes | null; readonly walkIns: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const missed = statistics.missed ? percentOf(statistics.missed.missed, statistics.missed.all) : 0
  const figures: readonly KeyFigure[] = [
    { id: 'use', name: t('statistics.key.use'), value: t('statistics.percent', { percent: usedPercent(statistics.capacity) }), words: t('statistics.key.useWords') },
    minutesFigure(t, 'waiting', statistics.waiting),
    minutesFigure(t, 'serving', statistics.serving),
    { id: 'missed', name: t('statistics.key.missed'), value: statistics.missed ? t('statistics.percent', { percent: missed }) : t('common.none'), words: booked ? t('statistics.key.missedWords', { ...booked }) : t('statistics.hidden') },
    { id: 'walkIns', name: t('statistics.key.walkIns'), value: formatNumber(walkIns, language), words: booked && t('statistics.key.walkInsWords', { percent: percentOf(walkIns, walkIns + booked.came) }) },
  ]
  return (
    <ul className="key-figures" aria-label={t('statistics.key.title')}>
      {figures.map(({ id, name, value, words }) => (
        <li key={id} className="key-figures__one">
          <span className="key-figures__name">{name}</span>
          <strong className="key-figures__value">{value}</strong>
          {words !== null && <span className="key-figures__words">{words}</span>}
        </li>
      ))}
    </ul>
  )
}

const minutesFigure = (t: TFunction, id: 'waiting' | 'serving', minutes: Minutes): KeyFigure => ({
  id, name: t(`statistics.key.${id}`), value: minutes ? t('statistics.minutes', { minutes: minutes.median }) : t('common.none'),
  words: minutes ? t('statistics.key.minutesWords', { minutes: minutes.p90 }) : t('statistics.hidden'),
})
