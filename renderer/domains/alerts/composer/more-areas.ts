import { canonicalJson } from '../../../../shared/canonical.ts'
import type { Area } from '../../../../shared/domains/alerts/area.ts'

/**
 * The areas with those that somebody adds. What stands there already is not added again, a circle drawn anew takes the place of
 * the one before, and shapes of one name, as files have them, are numbered: two of a name nobody could tell apart.
 */
export const moreAreas = (areas: readonly Area[], added: readonly Area[]): readonly Area[] => added.reduce(withOne, areas)

function withOne(areas: readonly Area[], area: Area): readonly Area[] {
  if (areas.some(one => canonicalJson(one) === canonicalJson(area) || isSameOutline(one, area))) return areas
  const place = areas.findIndex(one => isNamed(one, area, area.name))
  if (place < 0) return [...areas, area]
  return area.kind === 'polygon' ? [...areas, { ...area, name: freeName(areas, area) }] : areas.with(place, area)
}

const isNamed = (one: Area, other: Area, name: string): boolean => one.kind === other.kind && one.name === name

/** The same shape, read from the same file once more: its name may have been numbered. */
const isSameOutline = (one: Area, other: Area): boolean => one.kind === 'polygon' && other.kind === 'polygon' && one.name.startsWith(other.name) && canonicalJson(one.points) === canonicalJson(other.points)

function freeName(areas: readonly Area[], area: Area): string {
  const numbered = (number: number): string => `${area.name.slice(0, 76)} ${number}`
  let number = 2
  while (areas.some(one => isNamed(one, area, numbered(number)))) number += 1
  return numbered(number)
}
