import * as z from 'zod'
import { sha256Hex } from '../canonical.ts'
import { Json } from '../json.ts'
import { TableNameOnWire } from './commands.ts'

/** The archive of health data is none that a desk may ask for. */
export const ScopeOnWire = z.string().regex(/^(town|department:[a-z][a-z0-9-]{1,39}|channel:[a-z][a-z0-9-]{1,39}|cards:[a-z][a-z0-9-]{1,39}|health:[a-z][a-z0-9-]{1,39}|person:[0-9a-f-]{36})$/)

/**
 * One row's change. `put` carries the whole row; `left` says the record moved out of this scope (in the scope it moved to,
 * the same position carries its `put`s); `deleted` says it is gone everywhere.
 */
export const FeedEntry = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), position: z.int().min(1), table: TableNameOnWire, id: z.string().max(80), row: z.record(z.string(), Json) }),
  z.object({ op: z.literal('left'), position: z.int().min(1), table: TableNameOnWire, id: z.string().max(80) }),
  z.object({ op: z.literal('deleted'), position: z.int().min(1), table: TableNameOnWire, id: z.string().max(80) }),
])
export type FeedEntry = z.infer<typeof FeedEntry>

/** Everything of one scope in `(after, upTo]`, whole transactions only. */
export const FeedReply = z.object({
  scope: ScopeOnWire,
  scopeEpoch: z.string().max(80),
  datasetEpoch: z.string().max(80),
  after: z.int().min(0),
  upTo: z.int().min(0),
  entries: z.array(FeedEntry),
  count: z.int().min(0),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  more: z.boolean(),
})
export type FeedReply = z.infer<typeof FeedReply>

/** SHA-256 over position, table, id and kind of every entry in order: a reply that lost or swapped one is found out. */
export function feedChecksum(entries: readonly Pick<FeedEntry, 'position' | 'table' | 'id' | 'op'>[]): string {
  const lines = entries.map(entry => `${entry.position}/${entry.table}/${entry.id}/${entry.op}\n`)
  return sha256Hex(lines.join(''))
}

export const Presence = z.object({
  personId: z.string().max(80),
  name: z.string().max(120),
  table: TableNameOnWire,
  id: z.string().max(80),
  scope: ScopeOnWire,
})
export type Presence = z.infer<typeof Presence>

/** What the live stream sends; `changes` is a feed reply that saves the pull when nothing lies between. */
export const LiveEvent = z.discriminatedUnion('kind', [
  /** `scopes` are those the person has as the stream begins: the desk may have asked for its session before they changed. */
  z.object({ kind: z.literal('hello'), head: z.int().min(0), datasetEpoch: z.string().max(80), scopes: z.array(ScopeOnWire).max(500) }),
  z.object({ kind: z.literal('changes'), reply: FeedReply }),
  /** Changes over 64 KB: pull them. */
  z.object({ kind: z.literal('behind'), scope: ScopeOnWire, upTo: z.int().min(0) }),
  z.object({ kind: z.literal('presence'), present: z.array(Presence).max(500) }),
  /** Rights changed: ask for the session again. */
  z.object({ kind: z.literal('rights-changed') }),
  z.object({ kind: z.literal('alive') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>
