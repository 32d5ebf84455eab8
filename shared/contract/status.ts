import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { CommandId } from '../ids.ts'
import { Json } from '../json.ts'
import { Instant } from '../time.ts'
import { ErrorCodeOnWire, Facts, TableNameOnWire } from '../wire/commands.ts'
import { refusable } from './refusable.ts'

/** From so many minutes on a clock is told to be wrong: hours and deadlines on the screen are wrong with it. */
export const CLOCK_WRONG_MINUTES = 5

/** How this desk stands with the service, as one value. */
export const Status = z.object({
  connection: z.enum(['online', 'connecting', 'offline']),
  /** Since when the connection is as it is. */
  since: Instant,
  /** Saved here, not yet transferred. */
  outbox: z.object({ count: z.int(), oldestAt: Instant.nullable() }),
  /** Refused or blocked commands a person has to settle. */
  attention: z.int(),
  /** The first load or a reload; the screens show rows only once it is complete. */
  load: z.object({ rows: z.int(), estimate: z.int() }).nullable(),
  /** Whether there is a complete state of the town's rows to work on. */
  ready: z.boolean(),
  lastSyncAt: Instant.nullable(),
  /** By how much this computer's clock is ahead of the service's, as of the last connection; negative where it is behind. */
  clockAheadMinutes: z.int(),
  /** What keeps the desk from working, as an error code, or null. */
  problem: ErrorCodeOnWire.nullable(),
})
export type Status = z.infer<typeof Status>

/** Tables of which something the screens may show has changed; empty `ids` means: read all again. */
export const Changed = z.object({ tables: z.array(TableNameOnWire), ids: z.array(z.string()) })
export type Changed = z.infer<typeof Changed>

/** A command that had no answer yet. */
export const PendingCommand = z.object({
  id: CommandId,
  name: z.string(),
  recordedAt: Instant,
  attempts: z.int(),
  subject: z.string().nullable(),
  /** The record it is about, where the desk tells it. */
  table: TableNameOnWire.nullable(),
  recordId: z.string().nullable(),
})

/** A command the service did not accept, with what the person had written. */
export const AttentionItem = z.object({
  id: CommandId,
  name: z.string(),
  recordedAt: Instant,
  code: ErrorCodeOnWire,
  facts: Facts,
  /** The command this one waited for, when `code` is commands/blocked. */
  blockedBy: CommandId.nullable(),
  /** The person's own input, text and all. */
  input: Json,
  table: TableNameOnWire.nullable(),
  recordId: z.string().nullable(),
  subject: z.string().nullable(),
  /** Field by field: what the person saw, what stands now, and what they made of it if they changed it. Only fields that differ. */
  differences: z.array(z.object({ field: z.string(), seen: Json, now: Json, mine: Json.optional() })),
})
export type AttentionItem = z.infer<typeof AttentionItem>

/** What must not be interrupted: messages to the public being written, released or sent, and vaccination days under way. */
export const InHand = z.object({ alerts: z.int(), vaccinationDays: z.int() })
export type InHand = Readonly<z.infer<typeof InHand>>

export const statusContract = {
  watch: oc.output(eventIterator(Status)),
  changes: oc.output(eventIterator(Changed)),
  pending: oc.output(z.object({ commands: z.array(PendingCommand) })),
  inHand: oc.output(InHand),
  attention: oc.output(z.object({ items: z.array(AttentionItem) })),
  /** `redo` sends the same input again as a new command on what stands now; `dismiss` takes note of the refusal. */
  settle: oc
    .input(z.object({ id: CommandId, how: z.enum(['redo', 'dismiss']) }))
    .output(refusable(z.object({}))),
}

export const preferencesContract = {
  /** The languages that may be chosen at this computer, the first one at the beginning. */
  languages: oc.output(z.object({ languages: z.array(z.enum(['de', 'en'])).min(1) })),
  get: oc.input(z.object({ key: z.string().min(1).max(80) })).output(z.object({ value: Json.nullable() })),
  set: oc.input(z.object({ key: z.string().min(1).max(80), value: Json })).output(z.object({})),
}
