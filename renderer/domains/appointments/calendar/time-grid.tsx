import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type DOMAttributes, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { minutesOfDay, onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { clockOf, type Block } from './blocks.ts'
import type { Carrier } from './carrier.ts'
import { findCell, firstCell, type Cell } from './cells.ts'
import { STEP, type Column } from './columns.ts'
import { isMovable, refusalAt } from './destination.ts'
import { useCarrier, useFirstScroll, useHours, useKeptFocus, useSteady } from './grid-hooks.ts'
import { pressInGrid } from './grid-keys.ts'
import { NowLine } from './now-line.tsx'
import { MINUTE_PX } from './scale.ts'
import { TimeColumn } from './time-column.tsx'
import { useDrag } from './use-drag.ts'
import { useShares } from './use-growing.ts'
import type { Move } from './use-move.ts'
import { useWindow } from './use-window.ts'
import type { Words } from './words.ts'

export interface FreeTimeChosen {
  readonly resourceId: ResourceId
  readonly day: string
  readonly from: number
}

export interface TimeGridProps {
  readonly here: FurnishedPlace
  readonly columns: readonly Column[]
  readonly titleOf: (column: Column) => string
  /** Everything that is booked on these days. */
  readonly booked: readonly Block[]
  readonly words: Words
  /** The appointment that has the focus as soon as it is drawn. */
  readonly wanted: string | undefined
  readonly label: string
  readonly move: Move
  readonly onOpen: (appointmentId: string) => void
  readonly onFree: (chosen: FreeTimeChosen) => void
  readonly onDay: (day: string) => void
}

/** Appointments on the axis of time, in columns: a day with its counters, or a week with its days. */
export function TimeGrid(props: TimeGridProps): ReactElement {
  const { t } = useTranslation()
  const { clock } = useCore()
  const { titleOf, words, wanted, label } = props
  const today = germanDayAt(clock.nowMs())
  const columns = useSteady(props.columns)
  const hours = useHours(columns)
  const [scroller, grid] = [useRef<HTMLDivElement>(null), useRef<HTMLFieldSetElement>(null)]
  const [spoken, say] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(wanted)
  const active = findCell(columns, chosen) ? chosen : firstCell(columns, today, minutesOfDay(instantFromMs(clock.nowMs())))?.key
  const elementOf = (key: string): HTMLElement | undefined => allIn(grid, '[data-key]').find(element => element.dataset['key'] === key)
  const carrier = useGridCarrier(props, columns, grid, say)
  const view = useWindow(scroller, hours.from)
  const most = useShares(columns, view)
  useFirstScroll(scroller, columns, hours, today)
  const focus = useKeptFocus(active, wanted !== undefined, elementOf)
  const onActive = ({ key }: Cell): void => {
    focus.want()
    setChosen(key)
  }
  const hands = useHands({ ...props, columns, hours, active, carrier, scroller, grid, elementOf, onActive })
  const enter = ({ target }: FocusEvent): void => {
    focus.onFocus()
    if (target instanceof HTMLElement && target.dataset['key']) setChosen(target.dataset['key'])
  }
  const leave = (event: FocusEvent): void => {
    focus.onBlur(event)
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) carrier.giveUp()
  }
  return (
    <>
      <div ref={scroller} className="cal-scroll">
        <Axis hours={hours} hasToday={columns.some(({ day }) => day === today)} />
        <fieldset ref={grid} aria-label={label} aria-describedby="calendar-keys" className="cal-grid" {...hands} {...{ onFocus: enter, onBlur: leave }}>
          {columns.map((column, index) => (
            <TimeColumn
              key={column.key} column={column} title={titleOf(column)} hours={hours} view={view} most={most[index] ?? 0} words={words} isToday={column.day === today} today={onTheWall(today).msAt(0)}
              active={findCell([column], active) ? active : undefined}
            />
          ))}
        </fieldset>
      </div>
      <p id="calendar-keys" hidden>{t('calendar.keys')}</p>
      <output className="sr-only">{spoken}</output>
    </>
  )
}

const allIn = (grid: RefObject<HTMLElement | null>, selector: string): readonly HTMLElement[] => [...grid.current?.querySelectorAll<HTMLElement>(selector) ?? []]

function useGridCarrier({ here, booked, words, move }: TimeGridProps, columns: readonly Column[], grid: RefObject<HTMLElement | null>, say: (text: string) => void): Carrier {
  const { t } = useTranslation()
  const { clock } = useCore()
  return useCarrier({
    columns, say,
    bodies: () => allIn(grid, '[data-column]'),
    refusalOf: (block, where) => refusalAt(here, booked, block.appointment, where, clock.nowMs()),
    wordOf: (where, refusal) => t(refusal ? 'calendar.carriedNotFree' : 'calendar.carried', { from: clockOf(where.from), to: clockOf(where.to), counter: words.counterOf(where.resourceId) }),
    drop: (block, where) => move(block.appointment, where),
  })
}

interface Hands extends TimeGridProps {
  readonly hours: Stretch
  readonly active: string | undefined
  readonly carrier: Carrier
  readonly scroller: RefObject<HTMLElement | null>
  readonly grid: RefObject<HTMLElement | null>
  readonly elementOf: (key: string) => HTMLElement | undefined
  readonly onActive: (cell: Cell) => void
}

/** What keys and pointer do; heard once for the whole grid. */
function useHands({ columns, hours, active, carrier, scroller, grid, elementOf, onActive, onOpen, onFree, onDay }: Hands): Pick<DOMAttributes<HTMLElement>, 'onKeyDown' | 'onClick' | 'onPointerDown'> {
  const { clock } = useCore()
  const canMove = (block: Block): boolean => isMovable(block.appointment, clock.nowMs())
  const cellAt = (target: EventTarget): { readonly cell: Cell; readonly element: HTMLElement } | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
    const cell = findCell(columns, element?.dataset['key'])?.cell
    return element && cell ? { cell, element } : undefined
  }
  const blockAt = (target: Element): { readonly block: Block; readonly element: HTMLElement } | undefined => {
    const found = cellAt(target)
    return found?.cell.kind === 'block' && canMove(found.cell.block) ? { block: found.cell.block, element: found.element } : undefined
  }
  const drag = useDrag({ carrier, scroller, bodies: () => allIn(grid, '[data-column]'), hours, blockAt })
  const open = (cell: Cell, from: number): void => {
    if (cell.kind === 'block') return onOpen(cell.key)
    const day = columns.find(column => findCell([column], cell.key))?.day
    if (!day) return
    if (cell.kind === 'bundle') onDay(day)
    else onFree({ resourceId: cell.free.resourceId, day, from })
  }
  return {
    onPointerDown: drag.onPointerDown,
    onKeyDown: (event: KeyboardEvent) => pressInGrid(event, { columns, hours, active, carrier, isMovable: canMove, elementOf, onActive, onOpen: cell => open(cell, cell.from) }),
    onClick: (event: MouseEvent) => {
      const found = cellAt(event.target)
      if (!found || drag.hasDragged()) return
      onActive(found.cell)
      open(found.cell, minuteUnder(event, found.element, found.cell))
    },
  }
}

/** The minute in a free time at which the pointer is; who presses a key means its beginning. */
function minuteUnder(event: MouseEvent, element: HTMLElement, { from, to }: Cell): number {
  if (event.detail === 0) return from
  const minute = from + Math.floor((event.clientY - element.getBoundingClientRect().top) / MINUTE_PX / STEP) * STEP
  return Math.min(to - STEP, Math.max(from, minute))
}

function Axis({ hours, hasToday }: { readonly hours: Stretch; readonly hasToday: boolean }): ReactElement {
  const marks = Array.from({ length: (hours.to - hours.from) / 60 }, (_, index) => hours.from + index * 60)
  return (
    <div className="cal-axis" aria-hidden="true">
      <div className="cal-axis__head" />
      <div className="cal-axis__body">
        {marks.map(minute => <span key={minute} className="cal-axis__hour" style={{ top: (minute - hours.from) * MINUTE_PX }}>{clockOf(minute)}</span>)}
        {hasToday && <NowLine hours={hours} isOnAxis />}
      </div>
    </div>
  )
}
