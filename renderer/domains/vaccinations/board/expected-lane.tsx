import { useState, type ReactElement } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { StandBy } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Booked } from './board-view.ts'

interface Props {
  readonly booked: readonly Booked[]
  readonly standBy: readonly StandBy[]
  readonly onBooked: (appointment: Booked) => void
  readonly onStandBy: (entry: StandBy) => void
}

const FIRST_SHOWN = 8

/** Who is still to come, in the order of their times; pressing one checks them in. */
export function ExpectedLane({ booked, standBy, onBooked, onStandBy }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const coming = standBy.filter(({ state }) => state === 'coming')
  const shown = isWhole ? booked : booked.slice(0, FIRST_SHOWN)
  return (
    <section className="lane lane--expected" aria-label={t('vaccinations.laneLabel', { stage: t('vaccinations.expected'), count: booked.length })}>
      <h2 className="lane__title"><Icon name="calendar" />{t('vaccinations.expected')}<span className="lane__count" aria-hidden="true">{booked.length}</span></h2>
      {booked.length + coming.length === 0 && <p className="lane__empty">{t('vaccinations.nobodyExpected')}</p>}
      <ul className="lane__cards">
        {coming.map(entry => <li key={entry.id}><ComingButton name={entry.name} fact={t('vaccinations.standBy')} onPress={() => onStandBy(entry)} /></li>)}
        {shown.map(appointment => <li key={appointment.id}><ComingButton name={appointment.name} fact={formatTime(appointment.startsAt, language)} onPress={() => onBooked(appointment)} /></li>)}
      </ul>
      {shown.length < booked.length && <Button kind="quiet" icon="down" onPress={() => setWhole(true)}>{t('vaccinations.showAll', { count: booked.length })}</Button>}
    </section>
  )
}

const ComingButton = ({ name, fact, onPress }: { readonly name: string; readonly fact: string; readonly onPress: () => void }): ReactElement => (
  <AriaButton className="card card--expected" onPress={onPress}><span className="card__name">{name}</span><span className="card__facts">{fact}</span></AriaButton>
)
