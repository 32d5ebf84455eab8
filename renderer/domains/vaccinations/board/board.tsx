import { useState, type ReactElement, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { VisitId } from '../../../../shared/ids.ts'
import { msOf } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatAge } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { AlarmMark, listName, STAGE_ICONS, timeLeft } from './board-words.tsx'
import type { Card, Lane } from './board-view.ts'
import './board.css'

interface Props {
  readonly lanes: readonly Lane[]
  readonly onOpen: (visitId: VisitId) => void
}

/** Everybody of the day by where they are, as a wall of cards: read from a distance, opened by one press. */
export const Board = ({ lanes, onOpen, children }: Props & { /** Whoever is not here yet. */ readonly children: ReactNode }): ReactElement => (
  <div className="board">{children}{lanes.map(lane => <LaneColumn key={lane.stage} lane={lane} onOpen={onOpen} />)}</div>
)

/** Of those who are gone the last ones are enough at first. */
const FIRST_SHOWN = { done: 5, left: 3 } as const

function LaneColumn({ lane: { stage, cards }, onOpen }: { readonly lane: Lane; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const isGone = stage === 'done' || stage === 'left'
  const shown = isGone && !isWhole ? cards.slice(0, FIRST_SHOWN[stage]) : cards
  return (
    <section className={`lane lane--${stage}`} aria-label={t('vaccinations.laneLabel', { stage: t(`vaccinations.stage.${stage}`), count: cards.length })}>
      <h2 className="lane__title"><Icon name={STAGE_ICONS[stage]} />{t(`vaccinations.stage.${stage}`)}<span className="lane__count" aria-hidden="true">{cards.length}</span></h2>
      {cards.length === 0 && <p className="lane__empty">{t('vaccinations.nobodyHere')}</p>}
      <ul className="lane__cards">{shown.map(card => <li key={card.visit.id}><PersonCard card={card} onOpen={onOpen} /></li>)}</ul>
      {shown.length < cards.length && <Button kind="quiet" icon="down" onPress={() => setWhole(true)}>{t('vaccinations.showAll', { count: cards.length })}</Button>}
    </section>
  )
}

function PersonCard({ card: { visit, ticket, age, stage, since, alarms }, onOpen }: { readonly card: Card; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  return (
    <AriaButton className={`card card--${stage}${alarms.some(alarm => alarm !== 'over') ? ' card--alarm' : ''}`} onPress={() => onOpen(visit.id)}>
      <span className="card__name">{listName(visit.person)}</span>
      <span className="card__facts">
        <span className="card__ticket">{ticket}</span>
        {age !== null && <span>{t('vaccinations.years', { count: age })}</span>}
        {stage !== 'done' && stage !== 'left' && <SinceWhen stage={stage} since={since} isOver={alarms.includes('over')} />}
      </span>
      {alarms.map(alarm => <AlarmMark key={alarm} alarm={alarm} />)}
      {visit.isPending && <PendingMark />}
    </AriaButton>
  )
}

function SinceWhen({ stage, since, isOver }: Pick<Card, 'stage' | 'since'> & { readonly isOver: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(stage === 'watched' ? 1_000 : 30_000)
  if (stage === 'watched') return isOver ? null : <span className="card__left">{t('vaccinations.left', { time: timeLeft(msOf(since) - now) })}</span>
  return <span>{t('vaccinations.waits', { time: formatAge(now - msOf(since)) })}</span>
}
