import { useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { Block } from './blocks.ts'
import type { Carrier } from './carrier.ts'
import { STEP } from './columns.ts'
import { MINUTE_PX } from './scale.ts'

/** So far the pointer moves before a click becomes a drag. */
const DRAG_PX = 4
/** So near to the edge of what is in view, the view moves along. */
const EDGE_PX = 36
const EDGE_SPEED_PX = 8

interface Options {
  readonly carrier: Carrier
  readonly scroller: RefObject<HTMLElement | null>
  readonly bodies: () => readonly HTMLElement[]
  readonly hours: Stretch
  readonly blockAt: (element: Element) => { readonly block: Block; readonly element: HTMLElement } | undefined
}

interface Grabbed {
  readonly block: Block
  readonly element: HTMLElement
  readonly isResize: boolean
  /** From the upper edge of the block to the pointer, in minutes. */
  readonly offset: number
  readonly x: number
  readonly y: number
}

interface Drag {
  readonly onPointerDown: (event: ReactPointerEvent) => void
  /** Whether the last press was a drag, which is no click. */
  readonly hasDragged: () => boolean
}

/** Drags appointments to another time or column, or by their lower edge to another length. Esc gives up. */
export function useDrag(options: Options): Drag {
  const dragged = useRef(false)
  const onPointerDown = (event: ReactPointerEvent): void => {
    dragged.current = false
    // A finger scrolls; by touch, appointments are moved in their window.
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return
    const found = options.blockAt(event.target)
    if (!found) return
    const offset = (event.clientY - found.element.getBoundingClientRect().top) / MINUTE_PX
    const grabbed = { ...found, isResize: event.target.closest('[data-handle]') !== null, offset, x: event.clientX, y: event.clientY }
    follow(options, grabbed, () => {
      dragged.current = true
    })
  }
  return { onPointerDown, hasDragged: () => dragged.current }
}

function follow(options: Options, grabbed: Grabbed, onBegin: () => void): void {
  const { carrier, scroller } = options
  const ending = new AbortController()
  const pointer = { x: grabbed.x, y: grabbed.y }
  let isDragging = false
  const end = (isDrop: boolean): void => {
    ending.abort()
    if (!isDragging) return
    if (isDrop) void carrier.drop()
    else carrier.giveUp()
  }
  const move = (event: PointerEvent): void => {
    pointer.x = event.clientX
    pointer.y = event.clientY
    if (!isDragging && Math.hypot(pointer.x - grabbed.x, pointer.y - grabbed.y) < DRAG_PX) return
    if (!isDragging) {
      isDragging = true
      onBegin()
      carrier.begin(grabbed.block, grabbed.element)
      atEdges(scroller.current, pointer, ending.signal, () => carry(options, grabbed, pointer))
    }
    carry(options, grabbed, pointer)
  }
  const listen = { signal: ending.signal, capture: true }
  window.addEventListener('pointermove', move, listen)
  window.addEventListener('pointerup', () => end(true), listen)
  window.addEventListener('pointercancel', () => end(false), listen)
  // Not on the way down: fields that lose the focus are no reason to give up.
  window.addEventListener('blur', () => end(false), { signal: ending.signal })
  window.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !isDragging) return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }, listen)
}

function carry({ carrier, bodies, hours }: Options, { block, isResize, offset }: Grabbed, { x, y }: { readonly x: number; readonly y: number }): void {
  const boxes = bodies().map(body => body.getBoundingClientRect())
  const under = boxes.findIndex(({ left, right }) => x >= left && x < right)
  const origin = carrier.carried()?.target.column ?? 0
  const minute = hours.from + (y - (boxes[0]?.top ?? 0)) / MINUTE_PX
  const snapped = (value: number): number => Math.round(value / STEP) * STEP
  if (isResize) return carrier.show({ column: origin, from: block.from, to: Math.min(hours.to, Math.max(block.from + STEP, snapped(minute))) })
  const length = block.to - block.from
  const from = Math.min(hours.to - length, Math.max(hours.from, snapped(minute - offset)))
  carrier.show({ column: under === -1 ? origin : under, from, to: from + length })
}

/** Scrolls as long as the pointer is held near the upper or lower edge. */
function atEdges(scroller: HTMLElement | null, pointer: { readonly y: number }, signal: AbortSignal, onScrolled: () => void): void {
  const step = (): void => {
    if (signal.aborted || !scroller) return
    const { top, bottom } = scroller.getBoundingClientRect()
    const by = pointer.y < top + EDGE_PX ? -EDGE_SPEED_PX : pointer.y > bottom - EDGE_PX ? EDGE_SPEED_PX : 0
    if (by !== 0) {
      scroller.scrollTop += by
      onScrolled()
    }
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}
