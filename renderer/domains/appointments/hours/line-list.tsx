import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { hoursWords } from './hours-words.ts'
import { useWhyNot } from './use-why-not.ts'
import { nextDays } from './week-days.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly onEdit: (line: OpeningHours) => void
  readonly onRemove: (line: OpeningHours) => void
}

const ORDER: readonly OpeningHours['kind'][] = ['open', 'break', 'closed']

/** All lines of the opening hours in words; those that are over only on demand. */
export function LineList({ here, onEdit, onRemove }: Props): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const [isAll, setAll] = useState(false)
  const isOver = ({ toDay }: OpeningHours): boolean => toDay !== null && toDay < today
  const shown = here.lines.filter(line => isAll || !isOver(line)).toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
  return (
    <section className="hours__part" aria-labelledby="hours-lines">
      <div className="hours__head">
        <h2 id="hours-lines" className="panel__title">{t('hours.lines.title')}</h2>
        {here.lines.some(isOver) && <Tick label={t('hours.lines.withPast')} isOn={isAll} onChange={setAll} />}
      </div>
      {shown.length === 0
        ? <div className="empty"><Icon name="clock" size={32} /><p>{t('hours.lines.none')}</p></div>
        : (
          <DataTable
            caption={t('hours.lines.title')} isCaptionUnseen className="hours__lines"
            heads={[t('hours.lines.kind'), t('hours.lines.when'), t('hours.lines.where'), t('hours.lines.next'), { title: t('hours.lines.act'), isUnseen: true }]}
          >
            {shown.map(line => <Line key={line.id} line={line} here={here} today={today} onEdit={() => onEdit(line)} onRemove={() => onRemove(line)} />)}
          </DataTable>
        )}
    </section>
  )
}

const ICONS = { open: 'checkCircle', break: 'pause', closed: 'crossCircle' } as const
const MARKS = { open: 'status status--good', break: 'status status--wait', closed: 'status status--bad' } as const

interface LineProps {
  readonly line: OpeningHours
  readonly here: FurnishedPlace
  readonly today: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function Line({ line, here, today, onEdit, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isPossible = useWhyNot(here) === undefined
  const { rhythm, times, period, counters, sentence } = hoursWords(t, language, line, here.resources)
  const [next] = nextDays(line, today, 1)
  return (
    <tr>
      <th scope="row">
        <span className={MARKS[line.kind]}><Icon name={ICONS[line.kind]} size={16} />{t(`hours.kind.${line.kind}`)}</span>
        {line.title && <span className="hours__title">{line.title}</span>}
      </th>
      <td><strong className="hours__rhythm">{rhythm}, {times}</strong><span className="muted">{period}{line.kind === 'open' && line.onHolidays && `, ${t('hours.words.onHolidays')}`}</span></td>
      <td>{counters}</td>
      <td>{next ? formatWeekday(next, language) : <span className="muted">{t('hours.lines.never')}</span>}</td>
      <td className="hours__act">
        <Button isDisabled={!isPossible} aria-label={t('hours.lines.changeOf', { line: sentence })} onPress={onEdit}>{t('hours.lines.change')}</Button>
        <IconButton icon="trash" isDisabled={!isPossible} label={t('hours.lines.removeOf', { line: sentence })} onPress={onRemove} />
      </td>
    </tr>
  )
}
