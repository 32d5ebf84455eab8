import type { Transaction } from 'kysely'
import { commandNamed } from '../../shared/commands.ts'
import {
  gather, momentOf, stateOf, type Change, type Command, type Moment, type RecordRef, type State,
} from '../../shared/command.ts'
import { decideCommand } from '../../shared/decide.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { refuse, type Refusal, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { Actor } from '../../shared/actor.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import type { Access } from '../store/access.ts'
import type { Touched } from '../store/commit.ts'
import { loadRecords, TABLES_OF_A_CASE } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import type { EffectContext, Guards } from './context.ts'
import { isUnchanged } from './unchanged.ts'

/** Everything a verdict was reached on. */
export interface Judged {
  readonly verdict: Result<EffectContext>
  readonly records: readonly RecordRef[]
  readonly state: State
}

export interface Case {
  readonly actor: Access['actor']
  readonly command: CommandOnWire
  readonly now: Instant
  /** The rows touched by the person's own commands this one builds on, oldest first. */
  readonly before: readonly (readonly Touched[])[]
}

const EMPTY = stateOf(new Map())

/** Reads and locks what the command names and decides it by the rule the desk used too, then by the service's guard. */
export async function judge(trx: Transaction<Schema>, item: Case, guards: ReadonlyMap<string, Guards>): Promise<Judged> {
  const { command, actor } = item
  const definition = commandNamed(command.name)
  if (!definition) return unread(refuse('commands/unknown', { name: command.name }))
  if (definition.version !== command.version) return unread(refuse('commands/outdated-version', { version: definition.version }))
  const input = definition.input.safeParse(command.input)
  if (!input.success) return unread(refuse('commands/invalid-input', { field: fieldOf(input.error.issues[0]?.path) }))
  const gathered = await gather(definition, input.data, lockingLoader(trx, actor, definition, input.data))
  const moment = momentOf(actor, item.now, command.id, command.recordedAt)
  const decided = decideUnlessChanged(definition, input.data, gathered, moment, item)
  if (!decided.ok) return { ...gathered, verdict: decided }
  const context: EffectContext = { command, input: input.data, changes: decided.value, state: gathered.state, moment }
  const refusal = (await guards.get(command.name)?.(trx, context)) ?? null
  return { ...gathered, verdict: refusal ? { ok: false, error: refusal } : { ok: true, value: context } }
}

const unread = (verdict: { readonly ok: false; readonly error: Refusal }): Judged => ({ verdict, records: [], state: EMPTY })

const fieldOf = (path: readonly PropertyKey[] | undefined): string => (path ?? []).map(String).join('.').slice(0, 200)

/**
 * Rows of a case, whatever a command is about and what it says it changes beside are locked; what everybody only looks up (a service, a form) is not,
 * or all proposals for one service would wait for each other. What a command holds may be looked up by others meanwhile, and
 * not be changed.
 */
function lockingLoader(trx: Transaction<Schema>, actor: Actor, definition: Command<unknown>, input: unknown) {
  const about = definition.reads(input, EMPTY)[0]?.table
  const isLocked = ({ table }: RecordRef): boolean =>
    table === about || table === 'applications' || TABLES_OF_A_CASE.includes(table) || (definition.locks ?? []).includes(table)
  const isHeld = (record: RecordRef): boolean => !isLocked(record) && (definition.holds ?? []).includes(record.table)
  return async (records: readonly RecordRef[]) => {
    const locked = await loadRecords(trx, actor.townId, records.filter(isLocked), true)
    const held = await loadRecords(trx, actor.townId, records.filter(isHeld), 'share')
    const looked = await loadRecords(trx, actor.townId, records.filter(record => !isLocked(record) && !isHeld(record)), false)
    return new Map([...locked, ...held, ...looked])
  }
}

/** Refusals that must come before any other, because another one would reveal that the record is there. */
const HIDING: readonly ErrorCode[] = ['commands/not-allowed', 'commands/record-missing']

/** That somebody else changed the record says more than why the command no longer fits. */
function decideUnlessChanged(
  definition: Command<unknown>,
  input: unknown,
  gathered: { readonly state: State; readonly records: readonly RecordRef[] },
  moment: Moment,
  { command, before }: Case,
): Result<readonly Change[]> {
  const decided = decideCommand(definition, input, gathered, moment)
  const [first] = gathered.records
  const row = first && gathered.state.get(first.table, first.id)
  if (!definition.onlyIfUnchanged || !first || !row) return decided
  if (!decided.ok && HIDING.includes(decided.error.code)) return decided
  return isUnchanged(first, row.version, command.basedOn, before) ? decided : refuse('commands/changed-meanwhile')
}
