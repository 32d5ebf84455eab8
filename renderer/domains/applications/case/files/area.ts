import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import type { Rotation } from './page-source.ts'

type Box = Pick<PageArea, 'left' | 'top' | 'width' | 'height'>

/** Where an area of a page lies when the page is turned clockwise. */
export function turned<Area extends Box>(area: Area, rotation: Rotation): Area {
  const { left, top, width, height } = area
  switch (rotation) {
    case 0: return area
    case 90: return { ...area, left: 1 - top - height, top: left, width: height, height: width }
    case 180: return { ...area, left: 1 - left - width, top: 1 - top - height }
    case 270: return { ...area, left: top, top: 1 - left - width, width: height, height: width }
    default: return rotation satisfies never
  }
}

/** The area of the page as it lies in the file, from where it is seen on the turned page. */
export const unturned = <Area extends Box>(area: Area, rotation: Rotation): Area => turned(area, ((360 - rotation) % 360) as Rotation)

interface Point {
  readonly x: number
  readonly y: number
}

/** The area between two points of a page, both in shares of its size; what lies outside is cut off. */
export function areaBetween(page: number, from: Point, to: Point): PageArea {
  const [left, right] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))]
  const [top, bottom] = [within(Math.min(from.y, to.y)), within(Math.max(from.y, to.y))]
  return { page, left, top, width: right - left, height: bottom - top }
}

const within = (share: number): number => Math.min(1, Math.max(0, share))

/** An area moved, still whole on its page. */
export const moved = (area: PageArea, by: Point): PageArea =>
  ({ ...area, left: Math.min(1 - area.width, within(area.left + by.x)), top: Math.min(1 - area.height, within(area.top + by.y)) })

const SMALLEST = 0.01

/** An area made larger or smaller at its lower right, still on its page. */
export const resized = (area: PageArea, by: Point): PageArea => ({
  ...area,
  width: Math.min(1 - area.left, Math.max(SMALLEST, area.width + by.x)),
  height: Math.min(1 - area.top, Math.max(SMALLEST, area.height + by.y)),
})

/** Whether somebody meant to draw it: a click makes no area. */
export const isDrawn = ({ width, height }: PageArea): boolean => width >= SMALLEST / 2 && height >= SMALLEST / 2
