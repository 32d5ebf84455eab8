import * as z from 'zod'
import { ERROR_CODES, type ErrorCode } from '../errors.ts'
import { CommandId } from '../ids.ts'
import { Json } from '../json.ts'
import { TABLE_NAMES, type TableName } from '../tables.ts'
import { Instant } from '../time.ts'

export const TableNameOnWire = z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]])
/** Named, so that the compiler need not write the list out wherever something may be refused. */
export interface ErrorCodeSchema extends z.ZodEnum<{ [Code in ErrorCode]: Code }> {}
export const ErrorCodeOnWire: ErrorCodeSchema = z.enum(ERROR_CODES as readonly [ErrorCode, ...ErrorCode[]])

const RecordVersion = z.object({ table: TableNameOnWire, id: z.string().min(1).max(80), version: z.int().min(0) })

/** A command as a desk sends it; see `CommandEnvelope`. */
export const CommandOnWire = z.object({
  id: CommandId,
  name: z.string().min(3).max(80),
  version: z.int().min(1).max(10_000),
  input: Json,
  basedOn: z.array(RecordVersion).max(50),
  after: z.array(CommandId).max(200),
  recordedAt: Instant,
})
export type CommandOnWire = z.infer<typeof CommandOnWire>

/** A row as it travels: the fields its table declares. The receiver checks it by the table's own schema. */
export const RowOnWire = z.object({ table: TableNameOnWire, id: z.string().min(1).max(80), row: z.record(z.string(), Json) })
export type RowOnWire = z.infer<typeof RowOnWire>

export const Facts = z.record(z.string().max(60), z.union([z.string().max(400), z.number()]))

/** What became of one command. A refusal is an answer, not an HTTP error. */
export const CommandAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied'), id: CommandId, position: z.int().min(0) }),
  /** `current`: the rows the command named as they stand now, within the actor's scope. */
  z.object({ kind: z.literal('refused'), id: CommandId, code: ErrorCodeOnWire, facts: Facts, current: z.array(RowOnWire).max(50) }),
  /** Not tried, because a command it builds on was refused. */
  z.object({ kind: z.literal('blocked'), id: CommandId, by: CommandId }),
  /** Nothing happened; send the same bytes again later. */
  z.object({ kind: z.literal('retry'), id: CommandId, afterMs: z.int().min(0) }),
  /** The id is known with other content: a bug or an attack, never to be sent again. */
  z.object({ kind: z.literal('mismatch'), id: CommandId }),
])
export type CommandAnswer = z.infer<typeof CommandAnswer>

export const CommandBatch = z.object({ commands: z.array(CommandOnWire).min(1).max(100) })
export const CommandAnswers = z.object({ answers: z.array(CommandAnswer).max(100) })

/** Asked by id after a lost answer. */
export const CommandOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), answer: CommandAnswer }),
  z.object({ kind: z.literal('unknown') }),
])
export type CommandOutcome = z.infer<typeof CommandOutcome>
