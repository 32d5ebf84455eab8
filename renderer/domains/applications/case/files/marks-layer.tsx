import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { areaBetween, isDrawn, moved, resized, turned, unturned } from './area.ts'
import type { Rotation } from './page-source.ts'
import { placeOf } from './place-of.ts'

export type MarkKind = 'redact' | 'note'

interface Props {
  readonly kind: MarkKind
  readonly page: number
  readonly rotation: Rotation
  /** Of all pages; those of others are not shown here. */
  readonly marks: readonly PageArea[]
  /** True once after a box was made: it takes the focus, so that the keys move it. */
  readonly takesFocus: () => boolean
  readonly onDraw: (area: PageArea) => void
  readonly onChange: (index: number, area: PageArea) => void
  readonly onRemove: (index: number) => void
}

/** Boxes on a page: drawn with the pointer, moved, sized and removed with the keys. */
export function MarksLayer({ kind, page, rotation, marks, takesFocus, onDraw, onChange, onRemove }: Props): ReactElement {
  const { begin, drag, end, drawing } = useDrawing(page, area => onDraw(unturned(area, rotation)))
  return (
    <div className="marks" onPointerDown={begin} onPointerMove={drag} onPointerUp={end}>
      {marks.map((area, index) => area.page === page && (
        <Mark key={index} kind={kind} area={turned(area, rotation)} takesFocus={takesFocus} onChange={next => onChange(index, unturned(next, rotation))} onRemove={() => onRemove(index)} />
      ))}
      {drawing && <div className={`mark mark--${kind}`} style={placeOf(drawing)} />}
    </div>
  )
}

function useDrawing(page: number, onDraw: (area: PageArea) => void) {
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number }>()
  const [drawing, setDrawing] = useState<PageArea>()
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): { readonly x: number; readonly y: number } => {
    const box = currentTarget.getBoundingClientRect()
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
  }
  return {
    drawing,
    begin: (event: PointerEvent): void => {
      if (event.button !== 0 || event.target !== event.currentTarget) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setFrom(pointOf(event))
    },
    drag: (event: PointerEvent): void => {
      if (from) setDrawing(areaBetween(page, from, pointOf(event)))
    },
    end: (event: PointerEvent): void => {
      const area = from && areaBetween(page, from, pointOf(event))
      setFrom(undefined)
      setDrawing(undefined)
      if (area && isDrawn(area)) onDraw(area)
    },
  }
}

const STEP = 0.005
const DIRECTIONS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 }, ArrowRight: { x: STEP, y: 0 }, ArrowUp: { x: 0, y: -STEP }, ArrowDown: { x: 0, y: STEP },
}

interface MarkProps {
  readonly kind: MarkKind
  readonly area: PageArea
  readonly takesFocus: () => boolean
  readonly onChange: (area: PageArea) => void
  readonly onRemove: () => void
}

function Mark({ kind, area, takesFocus, onChange, onRemove }: MarkProps): ReactElement {
  const { t } = useTranslation()
  const box = useRef<HTMLButtonElement>(null)
  const arrive = useEffectEvent(() => takesFocus() && box.current?.focus({ preventScroll: true }))
  useEffect(() => void arrive(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = DIRECTIONS[event.key]
    if (!by && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    if (!by) return onRemove()
    const farther = event.ctrlKey ? { x: by.x * 6, y: by.y * 6 } : by
    onChange(event.shiftKey ? resized(area, farther) : moved(area, farther))
  }
  return <button ref={box} type="button" className={`mark mark--${kind}`} style={placeOf(area)} aria-label={t(`files.mark.${kind}`, { page: area.page })} title={t('files.mark.keys')} onKeyDown={onKeyDown} />
}
