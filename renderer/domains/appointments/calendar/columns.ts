import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { MINUTES_A_DAY, minutesOf } from '../../../../shared/domains/appointments/clock-time.ts'
import { takesTime } from '../../../../shared/domains/appointments/counter-steps.ts'
import { holdsOn, openOn, without, type OpenStretch, type Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import { germanDayAt, holidayName } from '../../../../shared/german-days.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Language } from '../../../texts/languages.ts'
import { stretchOn, type Block } from './blocks.ts'
import { walkInAt } from './walk-ins.ts'

/** A time at which nobody is there, with its reason. */
export interface ClosedStretch extends Stretch {
  readonly title: string
}

/** A time that can be booked, and at which counter. */
export interface FreeStretch extends Stretch {
  readonly resourceId: ResourceId
}

/** A counter on a day, or all counters of a day. */
export interface Column {
  readonly key: string
  readonly day: string
  /** Null: all counters of the day. */
  readonly resource: Resource | null
  readonly holiday: string | undefined
  readonly open: readonly Stretch[]
  readonly closed: readonly ClosedStretch[]
  readonly blocks: readonly Block[]
  readonly free: readonly FreeStretch[]
  /** The appointment that is looked for; it is drawn, however little room there is. */
  readonly wanted: string | undefined
}

/** What columns are made from. */
export interface Shown {
  readonly here: FurnishedPlace
  /** The counters that are looked at. */
  readonly resources: readonly Resource[]
  /** Everything that is booked on these days, whether it is shown or not: what is hidden is not free. */
  readonly booked: readonly Block[]
  readonly isShown: (block: Block) => boolean
  readonly nowMs: number
  readonly language: Language
  readonly wanted?: string | undefined
}

/** A column for each counter that is in use or has something on this day. */
export function counterColumns(shown: Shown, day: string): readonly Column[] {
  const ofDay = shown.booked.filter(block => block.day === day)
  const resources = shown.resources.filter(({ id, active }) => active || ofDay.some(block => (block.appointment.resourceId ?? block.appointment.counterId) === id && shown.isShown(block)))
  return resources.map(resource => withWalkIns(column(shown, `${day}/${resource.id}`, day, [resource], resource, ofDay), ofDay.filter(shown.isShown), shown.nowMs))
}

/** Whoever came without a time takes none from the others, but was at a counter all the same. */
function withWalkIns(own: Column, ofDay: readonly Block[], nowMs: number): Column {
  const walkIns = ofDay.flatMap(({ appointment }) => (appointment.counterId === own.resource?.id ? walkInAt(appointment, nowMs) ?? [] : []))
  return walkIns.length === 0 ? own : { ...own, blocks: [...own.blocks, ...walkIns].toSorted((one, other) => one.from - other.from) }
}

/** A column for each of these days. */
export function dayColumns(shown: Shown, days: readonly string[]): readonly Column[] {
  const byDay = Map.groupBy(shown.booked, ({ day }) => day)
  return days.map(day => column(shown, day, day, shown.resources, null, byDay.get(day) ?? []))
}

function column({ here, isShown, nowMs, language, wanted }: Shown, key: string, day: string, resources: readonly Resource[], resource: Resource | null, ofDay: readonly Block[]): Column {
  const own = ofDay.filter(({ appointment }) => resources.some(({ id }) => id === appointment.resourceId))
  const stretches = openOn(day, here.lines, resources)
  const open = united(stretches)
  const free = resources.flatMap(one => freeAt(one, stretches, own, day, nowMs))
  return { key, day, resource, holiday: holidayName(day, language), open, closed: closedOn(here, day, resources), blocks: own.filter(isShown), free: inPieces(free), wanted }
}

/** What overlaps or touches, as one. */
function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** Breaks and closures with their names, as far as they concern all of these counters. */
function closedOn({ lines }: FurnishedPlace, day: string, resources: readonly Resource[]): readonly ClosedStretch[] {
  return lines
    .filter(line => line.kind !== 'open' && holdsOn(line, day) && resources.every(({ id }) => line.resourceIds.length === 0 || line.resourceIds.includes(id)))
    .map(({ title, startTime, endTime }) => ({ title, from: minutesOf(startTime), to: minutesOf(endTime) }))
}

/** What is left of the opening hours of a counter, from now on. */
function freeAt(resource: Resource, stretches: readonly OpenStretch[], booked: readonly Block[], day: string, nowMs: number): readonly FreeStretch[] {
  const now = instantFromMs(nowMs)
  const today = germanDayAt(nowMs)
  if (day < today || !resource.active) return []
  const taken: Stretch[] = booked.filter(({ appointment }) => appointment.resourceId === resource.id && takesTime(appointment, now))
    .map(({ appointment }) => stretchOn(day, appointment.occupiedFrom, appointment.occupiedUntil))
  if (day === today) taken.push({ from: 0, to: Math.ceil(stretchOn(day, now, now).from / STEP) * STEP })
  return stretches.filter(({ resourceId }) => resourceId === resource.id)
    .flatMap(stretch => without(stretch, taken)).filter(({ from, to }) => to - from >= STEP).map(({ from, to }) => ({ from, to, resourceId: resource.id }))
}

/** In which steps appointments are moved. */
export const STEP = 5
/** Free times are walked through in pieces of this length, so that a free morning is not one step. */
const PIECE = 30

/** One free time in each half hour at most: the first, at whichever counter it is. */
function inPieces(free: readonly FreeStretch[]): readonly FreeStretch[] {
  const pieces = new Map<number, FreeStretch>()
  for (const { from, to, resourceId } of free)
    for (let half = Math.floor(from / PIECE) * PIECE; half < to && half < MINUTES_A_DAY; half += PIECE) {
      const piece = { from: Math.max(from, half), to: Math.min(to, half + PIECE), resourceId }
      const best = pieces.get(half)
      if (piece.to - piece.from >= STEP && (!best || piece.from < best.from || (piece.from === best.from && piece.to > best.to))) pieces.set(half, piece)
    }
  return [...pieces.values()].toSorted((one, other) => one.from - other.from)
}

/** Whether nothing in a column looks different. */
export function isSameColumn(one: Column, other: Column): boolean {
  return one.key === other.key && one.resource === other.resource && one.holiday === other.holiday && one.wanted === other.wanted
    && isSameList(one.blocks, other.blocks, (a, b) => a === b)
    && isSameList(one.open, other.open, isSameStretch)
    && isSameList(one.closed, other.closed, (a, b) => isSameStretch(a, b) && a.title === b.title)
    && isSameList(one.free, other.free, (a, b) => isSameStretch(a, b) && a.resourceId === b.resourceId)
}

const isSameStretch = (one: Stretch, other: Stretch): boolean => one.from === other.from && one.to === other.to

const isSameList = <Item>(one: readonly Item[], other: readonly Item[], isSame: (a: Item, b: Item) => boolean): boolean =>
  one.length === other.length && one.every((item, index) => isSame(item, other[index] as Item))
