import { memo, type CSSProperties, type ReactElement } from 'react'
import { Icon } from '../../../ui/icon.tsx'
import { clockOf, type Block } from './blocks.ts'
import type { Lane } from './layout.ts'
import { CHANNEL_ICONS, STATUS_ICONS } from './looks.ts'
import { LEAST_MINUTES, MINUTE_PX } from './scale.ts'
import type { Words } from './words.ts'

interface Props extends Lane {
  readonly block: Block
  /** The minute at which its column begins. */
  readonly start: number
  /** In a column of its own counter there is room for more than a name, unless others stand beside it. */
  readonly isRoomy: boolean
  readonly isMovable: boolean
  readonly isActive: boolean
  readonly words: Words
}

/** From here on, the second line has room below the first. */
const TWO_LINES = 18

/** One appointment in its column. Clicks and keys are heard by the grid: there may be thousands. */
export const BlockView = memo(function BlockView({ block, start, lane, lanes, isRoomy, isMovable, isActive, words }: Props): ReactElement {
  const { appointment, from, to } = block
  const minutes = Math.max(LEAST_MINUTES, to - from)
  const sentence = words.sentenceOf(block)
  const style: CSSProperties = { top: (from - start) * MINUTE_PX, height: minutes * MINUTE_PX - 2, left: `${(lane / lanes) * 100}%`, width: `calc(${100 / lanes}% - 3px)` }
  return (
    <button
      type="button" tabIndex={isActive ? 0 : -1} data-key={appointment.id} data-block="" aria-label={sentence} title={sentence} style={style}
      className={`cal-block cal-block--${appointment.status}${appointment.isPending ? ' cal-block--pending' : ''}${isMovable ? ' cal-block--movable' : ''}`}
    >
      {isRoomy && lanes === 1 ? <Details block={block} words={words} isTall={minutes >= TWO_LINES} /> : <Brief block={block} name={words.nameOf(appointment)} isNarrow={lanes > 2} />}
      {isMovable && <span className="cal-block__handle" data-handle="" />}
    </button>
  )
})

/** In a week and beside others: the name, with a drawing for everything that is not as usual. */
function Brief({ block: { appointment: { status, isPending }, from }, name, isNarrow }: { readonly block: Block; readonly name: string; readonly isNarrow: boolean }): ReactElement {
  return (
    <span className="cal-block__brief">
      {isPending && <Icon name="cloudWait" size={12} />}
      {status !== 'booked' && <Icon name={STATUS_ICONS[status]} size={12} />}
      {!isNarrow && <b>{clockOf(from)} </b>}
      {name}
    </span>
  )
}

function Details({ block: { appointment, from }, words, isTall }: { readonly block: Block; readonly words: Words; readonly isTall: boolean }): ReactElement {
  const { status, channel, isPending, persons } = appointment
  const services = words.servicesOf(appointment)
  return (
    <>
      <span className="cal-block__line">
        <b>{clockOf(from)}</b>{' '}
        <span className="cal-block__name">{words.nameOf(appointment)}</span>{' '}
        {!isTall && <span className="cal-block__service">{services}</span>}
        <span className="cal-block__marks">
          {isPending && <Icon name="cloudWait" size={14} />}
          {persons > 1 && <span className="cal-block__persons" data-persons={persons}><Icon name="people" size={14} /></span>}
          <Icon name={CHANNEL_ICONS[channel]} size={14} />
          {status !== 'booked' && <Icon name={STATUS_ICONS[status]} size={14} />}
        </span>
      </span>
      {isTall && (
        <span className="cal-block__line">
          <span className="cal-block__service">{services}</span>{' '}
          {status !== 'booked' && <span className="cal-block__state">{words.statusOf(appointment)}</span>}{' '}
          {isPending && <span className="cal-block__state">{words.pending}</span>}
        </span>
      )}
    </>
  )
}
