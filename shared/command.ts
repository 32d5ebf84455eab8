import type * as z from 'zod'
import type { Actor, Role } from './actor.ts'
import { derivedUuid, type CommandId } from './ids.ts'
import type { Result } from './result.ts'

import type { RowOf, TableName } from './tables.ts'
import type { Instant } from './time.ts'

/** A record named by key; what a command reads is a list of these and never a query. */
export interface RecordRef<Name extends TableName = TableName> {
  readonly table: Name
  readonly id: string
}

/** A whole row as it shall stand after the command. */
export type Change = { readonly [Name in TableName]: { readonly table: Name; readonly row: RowOf<Name> } }[TableName]

/** The rows a command named, as they stand now. */
export interface State {
  get<Name extends TableName>(table: Name, id: string): RowOf<Name> | undefined
}

/** What a decision may know besides rows and input; nothing here is read from a clock or a random source inside `decide`. */
export interface Moment {
  readonly actor: Actor
  /** The service's time where the service decides; a desk's guess before that. */
  readonly now: Instant
  /** When the person did it, by the desk's clock; the service's time where nobody else says so. Information, never order. */
  readonly recordedAt: Instant
  readonly commandId: CommandId
  /** An id that follows from the command's id, the same on the desk and at the service. */
  newId(label: string): string
}

/**
 * How a command behaves without the service: `queue` is the normal case; `tentative` is shown as reserved and has no
 * outward effect until the service agrees; `online-only` never enters the outbox.
 */
export type OfflineMode = 'queue' | 'tentative' | 'online-only'

export interface Command<Input> {
  /** `domain.verb`, the same in contract, outbox, wire, audit log and metrics. */
  readonly name: string
  readonly version: number
  readonly input: z.ZodType<Input>
  readonly offline: OfflineMode
  /** Done by the desk and not by a person: it is not counted as theirs to transfer, and no refusal of it is put before them. */
  readonly isByItself?: true
  /** Whether the first record may not be there yet; who may make it is then for the rule itself to say. */
  readonly mayMake?: true
  /** The roles of which the actor needs one, in the department of the first record read. */
  readonly roles: readonly Role[]
  /** Whether the first record must still be the version the person saw, own commands on the way not counted. */
  readonly onlyIfUnchanged: boolean
  /** Bytes that are at the service before the command is sent; without them it would name something that is not there. */
  readonly needsBlobs?: (input: Input) => readonly string[]
  /** The records decided on, the one that gives the scope first; the second step may name records the first ones point to. */
  readonly reads: (input: Input, state: State) => readonly RecordRef[]
  /** Commands about the same first record that nobody has to settle any more once this one is done: by name. */
  readonly settles?: readonly string[]
  /** Tables whose rows the command changes beside those it is about: two that change one of them come one after the other. */
  readonly locks?: readonly TableName[]
  /** Tables whose rows the command only looks up and that must all the same stay as they are until it is done. */
  readonly holds?: readonly TableName[]
  /** Pure: the changes, or why not. Runs on the desk and at the service alike. */
  readonly decide: (state: State, input: Input, moment: Moment) => Result<readonly Change[]>
}

export const defineCommand = <Input>(command: Command<Input>): Command<Input> => command

/** A command as it lies in the outbox and travels: bytes made once, never re-serialised. */
export interface CommandEnvelope {
  readonly id: CommandId
  readonly name: string
  readonly version: number
  readonly input: unknown
  /** The service's version of every record named, as this desk knew it. */
  readonly basedOn: readonly { readonly table: TableName; readonly id: string; readonly version: number }[]
  /** Own commands on the same records that had no answer yet, oldest first. */
  readonly after: readonly CommandId[]
  /** When the person did it, by the desk's clock: information, never order or law. */
  readonly recordedAt: Instant
}

export const momentOf = (actor: Actor, now: Instant, commandId: CommandId, recordedAt = now): Moment => ({
  actor,
  now,
  recordedAt,
  commandId,
  newId: label => derivedUuid(commandId, label),
})

/** A state over rows already gathered. */
export function stateOf(rows: ReadonlyMap<string, RowOf<TableName>>): State {
  return {
    get: <Name extends TableName>(table: Name, id: string) => rows.get(recordKey({ table, id })) as RowOf<Name> | undefined,
  }
}

export const recordKey = (record: RecordRef): string => `${record.table}/${record.id}`

/**
 * Gathers what a command reads by asking `reads` again until it names nothing new: a command may name an application
 * and then the decision that application points to.
 */
export async function gather<Input>(
  command: Command<Input>,
  input: Input,
  load: (records: readonly RecordRef[]) => Promise<ReadonlyMap<string, RowOf<TableName>>>,
): Promise<{ readonly state: State; readonly records: readonly RecordRef[] }> {
  const rows = new Map<string, RowOf<TableName>>()
  const asked = new Map<string, RecordRef>()
  const state = stateOf(rows)
  for (;;) {
    const missing = command.reads(input, state).filter(record => !asked.has(recordKey(record)))
    if (missing.length === 0) return { state, records: [...asked.values()] }
    for (const record of missing) asked.set(recordKey(record), record)
    for (const [key, row] of await load(missing)) rows.set(key, row)
  }
}

/** The same as `gather` where rows are at hand without waiting. */
export function gatherNow<Input>(
  command: Command<Input>,
  input: Input,
  load: (record: RecordRef) => RowOf<TableName> | undefined,
): { readonly state: State; readonly records: readonly RecordRef[] } {
  const rows = new Map<string, RowOf<TableName>>()
  const asked = new Map<string, RecordRef>()
  const state = stateOf(rows)
  for (;;) {
    const missing = command.reads(input, state).filter(record => !asked.has(recordKey(record)))
    if (missing.length === 0) return { state, records: [...asked.values()] }
    for (const record of missing) {
      asked.set(recordKey(record), record)
      const row = load(record)
      if (row) rows.set(recordKey(record), row)
    }
  }
}
