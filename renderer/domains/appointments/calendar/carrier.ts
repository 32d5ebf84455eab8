import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import type { Block } from './blocks.ts'
import type { Column } from './columns.ts'
import { isThere, type Destination } from './destination.ts'
import { LEAST_MINUTES, MINUTE_PX } from './scale.ts'

/** A place in the grid: in which of its columns, from when to when. */
export interface Target extends Stretch {
  readonly column: number
}

/** What the carrier knows of the grid around it, as it is at the moment. */
export interface CarrierGrid {
  readonly columns: readonly Column[]
  readonly bodies: () => readonly HTMLElement[]
  readonly refusalOf: (block: Block, wanted: Destination) => RefusalShown | undefined
  /** What stands on the block while it is carried, and is read out. */
  readonly wordOf: (wanted: Destination, refusal: RefusalShown | undefined) => string
  readonly say: (text: string) => void
  readonly drop: (block: Block, wanted: Destination) => Promise<boolean>
}

/**
 * Carries one appointment over the grid, by pointer or by key. Only its element is moved, by transform: nothing is drawn
 * anew until it has been dropped, and nothing is sent before.
 */
export interface Carrier {
  /** To be called whenever the grid has been drawn: what was dropped stands where it belongs. */
  readonly over: (grid: CarrierGrid) => void
  readonly carried: () => { readonly block: Block; readonly target: Target } | undefined
  readonly begin: (block: Block, element: HTMLElement) => void
  readonly show: (target: Target) => void
  readonly drop: () => Promise<void>
  readonly giveUp: () => void
}

interface Hold {
  readonly block: Block
  readonly element: HTMLElement
  readonly height: string
  readonly origin: number
  target: Target
  isDropped: boolean
}

export function createCarrier(): Carrier {
  let grid: CarrierGrid | undefined
  let held: Hold | undefined
  const letGo = (): void => {
    if (held) clear(held)
    held = undefined
  }
  return {
    over: drawn => {
      grid = drawn
      if (held?.isDropped && !drawn.columns.some(({ blocks }) => blocks.includes(held?.block as Block))) letGo()
    },
    carried: () => (held && !held.isDropped ? held : undefined),
    begin: (block, element) => {
      letGo()
      const origin = (grid?.columns ?? []).findIndex(({ blocks }) => blocks.some(({ appointment }) => appointment.id === block.appointment.id))
      held = { block, element, height: element.style.height, origin, target: { column: origin, from: block.from, to: block.to }, isDropped: false }
      element.classList.add('cal-block--carried')
      element.parentElement?.classList.add('cal-column__body--carrying')
    },
    show: target => {
      if (!grid || !held || isSameTarget(held.target, target)) return
      held.target = target
      draw(grid, held)
    },
    drop: async () => {
      const hold = held
      const wanted = grid && hold && destinationOf(grid.columns, hold.block, hold.target)
      if (!grid || !hold || !wanted || isThere(hold.block, wanted)) return letGo()
      hold.isDropped = true
      const isMoved = await grid.drop(hold.block, wanted)
      if (!isMoved && held === hold) letGo()
    },
    giveUp: letGo,
  }
}

const isSameTarget = (one: Target, other: Target): boolean => one.column === other.column && one.from === other.from && one.to === other.to

/** In a column of all counters an appointment stays at its own. */
function destinationOf(columns: readonly Column[], { appointment }: Block, { column, from, to }: Target): Destination | undefined {
  const meant = columns[column]
  const resourceId = meant?.resource?.id ?? appointment.resourceId
  return meant && resourceId !== null ? { resourceId, day: meant.day, from, to } : undefined
}

function draw({ columns, bodies: bodiesOf, refusalOf, wordOf, say }: CarrierGrid, { block, element, origin, target }: Hold): void {
  const wanted = destinationOf(columns, block, target)
  const bodies = bodiesOf()
  const [here, there] = [bodies[origin], bodies[target.column]]
  if (!wanted || !here || !there) return
  const refusal = refusalOf(block, wanted)
  const word = wordOf(wanted, refusal)
  element.style.transform = `translate(${there.getBoundingClientRect().left - here.getBoundingClientRect().left}px, ${(target.from - block.from) * MINUTE_PX}px)`
  element.style.height = `${Math.max(LEAST_MINUTES, target.to - target.from) * MINUTE_PX - 2}px`
  element.dataset['carried'] = word
  element.classList.toggle('cal-block--refused', refusal !== undefined)
  say(word)
}

function clear({ element, height }: Hold): void {
  element.style.transform = ''
  element.style.height = height
  delete element.dataset['carried']
  element.classList.remove('cal-block--carried', 'cal-block--refused')
  element.parentElement?.classList.remove('cal-column__body--carrying')
}
