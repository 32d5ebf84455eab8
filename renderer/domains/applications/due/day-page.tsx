import type { ReactElement, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { RESTING_DAYS, SOON_DAYS, type DueRow } from '../../../../shared/contract/due.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { formatNumber, formatWeekday } from '../../../ui/format.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useCounts, useDue } from '../queries.ts'
import { departmentsLed, DUE_REASONS, rowsBehind, type DueReason, type RowsBehind } from './due-rows.ts'
import { TeamTable } from './team-table.tsx'
import './due.css'

export interface DayPageProps {
  /** Shows the cases behind a number. */
  readonly onRows: (rows: RowsBehind) => void
  /** What else waits for the person, before all that is due. */
  readonly notices: ReactNode
}

const ICONS: Readonly<Record<DueReason, IconName>> = { overdue: 'warning', today: 'clock', followUps: 'calendar', soon: 'hourglass', resting: 'pause' }

/** The start of the day: what is due for the person, and for leads who in their team has what before them. */
export function DayPage({ onRows, notices }: DayPageProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const person = usePerson()
  const due = useDue()
  if (!due) return <Screen title={t('pages.day')}>{null}</Screen>
  const led = departmentsLed(person)
  return (
    <Screen title={formatWeekday(due.today, language)} intro={t('due.intro')}>
      <div className="due">
        {notices}
        <Releases onShow={() => onRows({ view: 'to-release', filters: {} })} />
        {due.own.map((row, place) => (
          <section key={row.personId} className="due__person" aria-label={place === 0 ? t('due.own') : t('due.standIn', { name: row.name })}>
            <h2 className="due__title">{place === 0 ? t('due.own') : t('due.standIn', { name: row.name })}</h2>
            <Tiles row={row} onReason={reason => onRows(rowsBehind(reason, due.today, { personId: row.personId, departments: [] }))} />
          </section>
        ))}
        {due.team.length > 0 && <TeamTable rows={due.team} onReason={(reason, personId) => onRows(rowsBehind(reason, due.today, { personId, departments: led }))} />}
      </div>
    </Screen>
  )
}

/** What waits for this person's release comes first: others cannot go on without it. */
function Releases({ onShow }: { readonly onShow: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const count = useCounts()['to-release']
  if (!count) return null
  return (
    <div className="due__release">
      <Icon name="people" size={24} />
      <span>{t('due.release', { count })}</span>
      <ActionButton kind="primary" isPrimary onPress={onShow}>{t('due.showReleases')}</ActionButton>
    </div>
  )
}

function Tiles({ row, onReason }: { readonly row: DueRow; readonly onReason: (reason: DueReason) => void }): ReactElement {
  const { t } = useTranslation()
  const isNothing = DUE_REASONS.every(reason => row[reason] === 0)
  if (isNothing) return <p className="due__nothing"><Icon name="checkCircle" size={24} />{t('due.nothing')}</p>
  return (
    <ul className="due__tiles">
      {DUE_REASONS.map(reason => <li key={reason}><Tile reason={reason} count={row[reason]} onPress={() => onReason(reason)} /></li>)}
    </ul>
  )
}

function Tile({ reason, count, onPress }: { readonly reason: DueReason; readonly count: number; readonly onPress: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const tone = count === 0 ? 'due__tile--none' : `due__tile--${reason}`
  return (
    <Button className={`due__tile ${tone}`} onPress={onPress}>
      <span className="due__head"><Icon name={ICONS[reason]} size={16} />{t(`due.reasons.${reason}`)}</span>
      <span className="due__count">{formatNumber(count, language)}</span>
      <span className="due__hint">{t(`due.hints.${reason}`, { count: reason === 'soon' ? SOON_DAYS : RESTING_DAYS })}</span>
    </Button>
  )
}
