import type { TownMap } from './map-shapes.ts'

export interface MapLabel {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where a name can stand beside its place, in the order in which people look for it. */
const SIDES = [{ dx: 7, dy: 4, anchor: 'start' }, { dx: -7, dy: 4, anchor: 'end' }, { dx: 0, dy: -8, anchor: 'middle' }, { dx: 0, dy: 16, anchor: 'middle' }] as const

/** As `composer.css` draws them; letters are so wide on the average. */
const SIZE = { plain: 11, chosen: 13 } as const
const WIDE = { plain: 0.56, chosen: 0.62 } as const
const DOT = 3

/** Names on the map of which none lies on another one; those that were chosen first. What finds no room is not written: the words beside the map have all of them. */
export function labelsOf({ places, width, height }: Pick<TownMap, 'places' | 'width' | 'height'>, isChosen: (name: string) => boolean): readonly MapLabel[] {
  const taken: Box[] = places.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }))
  return places.toSorted((one, other) => Number(isChosen(other.name)) - Number(isChosen(one.name))).flatMap(({ name, x, y }) => {
    const kind = isChosen(name) ? 'chosen' : 'plain'
    const free = SIDES.map(({ dx, dy, anchor }) => ({ name, x: x + dx, y: y + dy, anchor })).find(label => {
      const box = boxOf(label, kind)
      return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && taken.every(other => !meet(box, other))
    })
    if (!free) return []
    taken.push(boxOf(free, kind))
    return [free]
  })
}

function boxOf({ name, x, y, anchor }: MapLabel, kind: keyof typeof SIZE): Box {
  const wide = name.length * SIZE[kind] * WIDE[kind]
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  return { left, right: left + wide, top: y - SIZE[kind] * 0.8, bottom: y + SIZE[kind] * 0.2 }
}

const meet = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
