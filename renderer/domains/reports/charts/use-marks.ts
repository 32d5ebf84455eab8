import { useRef, useState, type KeyboardEvent } from 'react'
import type { Mark, RowsBehind } from '../figure-data.ts'

export interface Marks {
  /** What the mark under the pointer or with the focus says. */
  readonly told: Mark | undefined
  readonly propsOf: (id: string) => MarkProps
}

export interface MarkProps {
  readonly 'data-mark': string
  readonly role: 'link' | 'img'
  readonly tabIndex: 0 | -1
  readonly 'aria-label': string
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** One stop of the Tab key per chart; the arrow keys go from mark to mark, Enter opens the cases behind it. */
export function useMarks(marks: readonly Mark[], onRows: (behind: RowsBehind) => void): Marks {
  const last = useRef<string>(undefined)
  const [told, setTold] = useState<string>()
  const [stop, setStop] = useState<string>()
  const stopsAt = marks.some(({ id }) => id === stop) ? stop : marks[0]?.id
  const tell = (id: string | undefined): void => {
    last.current = id
    setTold(id)
  }
  const open = ({ behind }: Mark): void => void (behind && onRows(behind))
  const step = (from: number, event: KeyboardEvent<SVGGElement>): void => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = marks[Math.min(marks.length - 1, Math.max(0, from + by))]
    const chart = event.currentTarget.closest('svg')
    chart?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(next?.id ?? '')}"]`)?.focus()
  }
  const propsOf = (id: string): MarkProps => {
    const index = marks.findIndex(mark => mark.id === id)
    const mark = marks[index]
    return {
      'data-mark': id,
      role: mark?.behind ? 'link' : 'img',
      tabIndex: id === stopsAt ? 0 : -1,
      'aria-label': mark?.text ?? '',
      onFocus: () => { tell(id); setStop(id) },
      onBlur: () => tell(undefined),
      onPointerEnter: () => tell(id),
      onPointerLeave: () => last.current === id && tell(undefined),
      onClick: () => mark && open(mark),
      onKeyDown: event => {
        if (event.key === 'Enter' && mark) open(mark)
        else step(index, event)
      },
    }
  }
  return { told: marks.find(({ id }) => id === told), propsOf }
}
