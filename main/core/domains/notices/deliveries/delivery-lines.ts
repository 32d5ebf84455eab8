import type { DeliveryFilter, DeliveryLine, DeliveryOrder } from '../../../../../shared/contract/notice-deliveries.ts'
import { CHANNELS } from '../../../../../shared/domains/notices/channels.ts'
import { SENT_STATES } from '../../../../../shared/domains/notices/tables.ts'
import { sortKey } from '../../../cache/sort-key.ts'
import { compared, foldedNames, soughtBy, type FoldedNames } from '../folded-names.ts'

/** A line with what it is searched and sorted by, folded once. */
export interface KeyedLine extends FoldedNames {
  readonly line: DeliveryLine
  /** Of its kind of notice; null for what was decided in a case. */
  readonly kindId: string | null
}

export const keyed = (line: DeliveryLine, kindId: string | null): KeyedLine => ({ line, kindId, ...foldedNames(line) })

/** Those that a filter lets through, in the same order. */
export function filteredDeliveries(lines: readonly KeyedLine[], { text, channel, state, kindId, from, to }: DeliveryFilter): readonly KeyedLine[] {
  const has = soughtBy(text)
  return lines.filter(one => (channel === null || one.line.channel === channel) && (state === null || one.line.state === state) && (kindId === null || one.kindId === kindId)
    && inside(one.line.day, from, to) && has(one, one.line.letterId))
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
