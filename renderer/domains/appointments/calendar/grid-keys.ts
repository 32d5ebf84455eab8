import type { KeyboardEvent } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { Block } from './blocks.ts'
import type { Carrier, Target } from './carrier.ts'
import { cellTowards, findCell, type Cell, type Direction } from './cells.ts'
import { STEP, type Column } from './columns.ts'

const DIRECTIONS: readonly Direction[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

interface Grid {
  readonly columns: readonly Column[]
  readonly hours: Stretch
  readonly active: string | undefined
  readonly carrier: Carrier
  readonly isMovable: (block: Block) => boolean
  readonly elementOf: (key: string) => HTMLElement | undefined
  readonly onActive: (cell: Cell) => void
  readonly onOpen: (cell: Cell) => void
}

/**
 * Arrow keys walk through appointments and free times, Enter opens. With Alt they carry an appointment, with Alt and Shift
 * they make it longer or shorter; Enter drops it, Esc gives up.
 */
export function pressInGrid(event: KeyboardEvent, grid: Grid): void {
  const place = findCell(grid.columns, grid.active)
  if (!place || event.ctrlKey || event.metaKey) return
  const direction = DIRECTIONS.find(key => key === event.key)
  const isCarrying = grid.carrier.carried() !== undefined
  if (direction && (event.altKey || isCarrying)) carryBy(direction, event.shiftKey, place.cell, grid)
  else if (direction) walk(direction, grid)
  else if (isCarrying && event.key === 'Escape') grid.carrier.giveUp()
  else if (isCarrying && event.key === 'Enter') void grid.carrier.drop()
  else if ((event.key === 'Enter' || event.key === ' ') && !event.altKey) grid.onOpen(place.cell)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function walk(direction: Direction, { columns, active, onActive }: Grid): void {
  const place = findCell(columns, active)
  const next = place && cellTowards(columns, place, direction)
  if (next) onActive(next)
}

function carryBy(direction: Direction, isResize: boolean, cell: Cell, { columns, hours, carrier, isMovable, elementOf }: Grid): void {
  if (cell.kind !== 'block' || !isMovable(cell.block)) return
  const element = elementOf(cell.key)
  if (!element) return
  if (!carrier.carried()) carrier.begin(cell.block, element)
  const target = carrier.carried()?.target
  const next = target && (isResize ? resized(target, direction, hours) : moved(target, direction, hours, columns.length))
  if (!next) return
  carrier.show(next)
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function moved(target: Target, direction: Direction, hours: Stretch, columns: number): Target {
  const length = target.to - target.from
  const at = (from: number): Target => ({ ...target, from, to: from + length })
  if (direction === 'ArrowUp') return at(Math.max(hours.from, target.from - STEP))
  if (direction === 'ArrowDown') return at(Math.min(hours.to - length, target.from + STEP))
  if (direction === 'ArrowLeft') return { ...target, column: Math.max(0, target.column - 1) }
  return direction === 'ArrowRight' ? { ...target, column: Math.min(columns - 1, target.column + 1) } : target
}

function resized(target: Target, direction: Direction, hours: Stretch): Target {
  if (direction === 'ArrowUp') return { ...target, to: Math.max(target.from + STEP, target.to - STEP) }
  return direction === 'ArrowDown' ? { ...target, to: Math.min(hours.to, target.to + STEP) } : target
}
