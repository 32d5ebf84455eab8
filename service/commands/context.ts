import type { Transaction } from 'kysely'
import type { Change, Moment, State } from '../../shared/command.ts'
import type { Refusal } from '../../shared/result.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import type { NewJob } from '../delivery/jobs.ts'
import type { Schema } from '../store/schema.ts'

export interface EffectContext {
  readonly command: CommandOnWire
  /** As the command's own schema reads it. */
  readonly input: unknown
  readonly changes: readonly Change[]
  readonly state: State
  readonly moment: Moment
}

/** What else follows from a command at the service, in the same transaction: pure. */
export type Effects = (context: EffectContext) => {
  readonly changes: readonly Change[]
  readonly jobs: readonly NewJob[]
  /** What the audit log has to say although no record changes. */
  readonly about?: string
}

/**
 * What only the service can put into the rows of a command: numbers from a counter, people, epochs. Runs in the command's
 * transaction once rule and guard agreed, and answers the changes as they are to be written.
 */
export type Completion = (trx: Transaction<Schema>, context: EffectContext) => Promise<readonly Change[]>

/** What only the service can check, because no desk holds the rows for it. Asked after the command's own rule agreed. */
export type Guards = (trx: Transaction<Schema>, context: EffectContext) => Promise<Refusal | null>
