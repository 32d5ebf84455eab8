import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { listName, STAGE_ICONS } from './board-words.tsx'
import type { Card, Lane } from './board-view.ts'

interface Props {
  readonly lanes: readonly Lane[]
  readonly onBack: () => void
  readonly onOpen: (visitId: VisitId) => void
}

/** As many names as are read at a glance. */
const MOST_NAMES = 3

/** The board in one line, while a person is open: how many wait where, and who may go. */
export function BoardLine({ lanes, onBack, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const over = whoMayGo(lanes)
  return (
    <div className="board-line">
      <Button icon="back" onPress={onBack}>{t('vaccinations.toBoard')}</Button>
      <ul className="board-line__stages">
        {lanes.filter(({ stage }) => stage !== 'done' && stage !== 'left').map(({ stage, cards }) => <li key={stage} className={cards.length === 0 ? 'muted' : undefined}><Icon name={STAGE_ICONS[stage]} size={16} />{t(`vaccinations.stage.${stage}`)} <strong>{cards.length}</strong></li>)}
      </ul>
      <output className="sr-only">{overWords(lanes, t)}</output>
      {over.length > 0 && (
        <div className="board-line__over">
          <span className="rests"><Icon name="checkCircle" size={16} />{t('vaccinations.mayGo', { count: over.length })}</span>
          {over.slice(0, MOST_NAMES).map(({ visit }) => <Button key={visit.id} kind="quiet" onPress={() => onOpen(visit.id)}>{listName(visit.person)}</Button>)}
        </div>
      )}
    </div>
  )
}

const whoMayGo = (lanes: readonly Lane[]): readonly Card[] => lanes.flatMap(({ cards }) => cards).filter(({ alarms }) => alarms.includes('over'))

/** Who may go, to be read out; nothing for nobody. */
export function overWords(lanes: readonly Lane[], t: TFunction): string {
  const over = whoMayGo(lanes)
  return over.length === 0 ? '' : `${t('vaccinations.mayGo', { count: over.length })}: ${over.map(({ visit }) => listName(visit.person)).join('; ')}`
}
