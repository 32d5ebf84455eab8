import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResourceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { clockOf, type Block } from './blocks.ts'
import { CHANNEL_ICONS, STATUS_ICONS } from './looks.ts'
import type { Words } from './words.ts'

/** A day of the list, with why nobody is there. */
export interface AgendaDay {
  readonly day: string
  readonly note: string | undefined
  readonly blocks: readonly Block[]
}

interface Props {
  readonly days: readonly AgendaDay[]
  readonly words: Words
  /** As many appointments as are drawn for now. */
  readonly most: number
  readonly onMore: () => void
  readonly onOpen: (appointmentId: string) => void
}

/** Appointments as a list, day by day: what is printed, and the easiest to have read out. */
export function Agenda({ days, words, most, onMore, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const all = days.reduce((sum, { blocks }) => sum + blocks.length, 0)
  return (
    <div className="agenda">
      {firstLines(days, most).map(({ day, note, blocks, count }) => (
        <Day key={day} day={day} note={note} blocks={blocks} count={count} words={words} onOpen={onOpen} />
      ))}
      {all > most && <div className="row agenda__more"><Button onPress={onMore}>{t('calendar.more', { count: all - most })}</Button></div>}
    </div>
  )
}

/** As many lines as are drawn for now, each day with the count of all of its own. */
function firstLines(days: readonly AgendaDay[], most: number): readonly (AgendaDay & { readonly count: number })[] {
  return days.flatMap((day, index) => {
    const before = days.slice(0, index).reduce((sum, { blocks }) => sum + blocks.length, 0)
    const count = day.blocks.length
    return before >= most && count > 0 ? [] : [{ ...day, count, blocks: day.blocks.slice(0, most - before) }]
  })
}

function Day({ day, note, blocks, count, words, onOpen }: AgendaDay & { readonly count: number; readonly words: Words; readonly onOpen: (appointmentId: string) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const headingId = `agenda-${day}`
  return (
    <section className="agenda__day" aria-labelledby={headingId}>
      <h2 id={headingId} className="agenda__head">{formatWeekday(day, language)}<span className="agenda__note">{[note, count > 0 ? t('calendar.count', { count }) : t('calendar.nothing')].filter(Boolean).join(' · ')}</span></h2>
      {blocks.length > 0 && (
        <ul className="agenda__list">
          {blocks.map(block => <Line key={block.appointment.id} block={block} words={words} onOpen={onOpen} />)}
        </ul>
      )}
    </section>
  )
}

function Line({ block, words, onOpen }: { readonly block: Block; readonly words: Words; readonly onOpen: (appointmentId: string) => void }): ReactElement {
  const { appointment, from, to } = block
  const { id, status, channel, persons, isPending, resourceId } = appointment
  return (
    <li className={`agenda__line agenda__line--${status}`}>
      <span className="agenda__time">{clockOf(from)}–{clockOf(to)}</span>
      <button type="button" className="agenda__name" data-key={id} onClick={() => onOpen(id)}>{words.nameOf(appointment)}</button>
      <span className="agenda__service">{words.servicesOf(appointment)}{persons > 1 && `, ${words.personsOf(appointment)}`}</span>
      <span className="agenda__counter">{counterName(words, resourceId)}</span>
      <span className="agenda__state"><Icon name={STATUS_ICONS[status]} size={16} />{words.statusOf(appointment)}{isPending && <span className="pending-mark"><Icon name="cloudWait" size={16} />{words.pending}</span>}</span>
      <span className="agenda__channel"><Icon name={CHANNEL_ICONS[channel]} size={16} />{words.channelOf(appointment)}</span>
    </li>
  )
}

/** Whoever came without a time has no counter; how they came says it already. */
const counterName = (words: Words, resourceId: ResourceId | null): string => (resourceId === null ? '' : words.counterOf(resourceId))
