import type { DeliveryFilter, DeliveryLine, DeliveryOrder } from '../../../../../shared/contract/notice-deliveries.ts'
import { CHANNELS } from '../../../../../shared/domains/notices/channels.ts'
import { SENT_STATES } from '../../../../../shared/domains/notices/tables.ts'
import { sortKey } from '../../../cache/sort-key.ts'

/** A line with what it is searched and sorted by, folded once. */
export interface KeyedLine {
  readonly line: DeliveryLine
  readonly kindId: string
  readonly nameKey: string
  /** Without the signs that people leave out. */
  readonly referenceKey: string
}

const SIGNS_AROUND = /[\s./-]/g

const withoutSigns = (text: string): string => sortKey(text).replace(SIGNS_AROUND, '')

export const keyed = (line: DeliveryLine, kindId: string): KeyedLine => ({ line, kindId, nameKey: sortKey(line.name), referenceKey: withoutSigns(line.reference) })

/** Those that a filter lets through, in the same order. */
export function filteredDeliveries(lines: readonly KeyedLine[], { text, channel, state, kindId, from, to }: DeliveryFilter): readonly KeyedLine[] {
  const words = sortKey(text.trim())
  const number = withoutSigns(text)
  const has = ({ nameKey, referenceKey, line: { letterId } }: KeyedLine): boolean => words === '' || nameKey.includes(words) || (number !== '' && (referenceKey.includes(number) || letterId.includes(number)))
  return lines.filter(one => (channel === null || one.line.channel === channel) && (state === null || one.line.state === state) && (kindId === null || one.kindId === kindId) && inside(one.line.day, from, to) && has(one))
}

const inside = (day: string | null, from: string | null, to: string | null): boolean => (from === null && to === null) || (day !== null && (from === null || day >= from) && (to === null || day <= to))

const KEYS: Readonly<Record<DeliveryOrder, (one: KeyedLine) => string | number>> = {
  day: ({ line: { day } }) => day ?? '', name: ({ nameKey }) => nameKey, reference: ({ referenceKey }) => referenceKey, kindTitle: ({ line: { kindTitle } }) => sortKey(kindTitle),
  channel: ({ line: { channel } }) => CHANNELS.indexOf(channel), state: ({ line: { state } }) => SENT_STATES.indexOf(state),
}

/** In the order of one column; those that are equal by name. */
export function orderedDeliveries(lines: readonly KeyedLine[], order: DeliveryOrder, isDescending: boolean): readonly KeyedLine[] {
  const key = KEYS[order]
  const turn = isDescending ? -1 : 1
  return lines.toSorted((one, other) => turn * compared(key(one), key(other)) || compared(one.nameKey, other.nameKey) || compared(one.line.id, other.line.id))
}

const compared = (one: string | number, other: string | number): number => (one === other ? 0 : one < other ? -1 : 1)
