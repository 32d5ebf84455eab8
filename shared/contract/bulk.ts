import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { ApplicationId } from '../ids.ts'
import { Json } from '../json.ts'
import { Instant } from '../time.ts'
import { ErrorCodeOnWire, Facts } from '../wire/commands.ts'
import { LIST_FIELDS, ListQuery } from './applications.ts'
import { refusable } from './refusable.ts'

/** What may be done to many cases at once; each goes the way of the single command. */
export const BULK_COMMANDS = ['claim', 'assign', 'follow-up', 'tag', 'close'] as const
export const BulkCommand = z.enum(BULK_COMMANDS)
export type BulkCommand = z.infer<typeof BulkCommand>

/** More at once is nobody's work but a mistake, and would keep the desk busy for long. */
export const MOST_BULK_ROWS = 5_000

/** The cases named, or all of a list as it is now, however many of them a screen has read. */
export const BulkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cases'), ids: z.array(ApplicationId).min(1).max(MOST_BULK_ROWS) }),
  z.object({ kind: z.literal('list'), query: ListQuery, except: z.array(ApplicationId).max(MOST_BULK_ROWS) }),
])
export type BulkTarget = z.infer<typeof BulkTarget>

/** `done`: saved on this desk and on its way. `skipped`: the case already was so. */
export const BULK_RESULTS = ['done', 'refused', 'skipped'] as const
export const BulkResult = z.enum(BULK_RESULTS)
export type BulkResult = z.infer<typeof BulkResult>

/**
 * running ◀─pause, resume─▶ paused
 *    └──────────────┬───────────┘
 *       all done ───┴─── cancel
 *           ▼               ▼
 *         ended          cancelled
 */
export const BulkRun = z.object({
  id: z.uuid(),
  command: BulkCommand,
  state: z.enum(['running', 'paused', 'ended', 'cancelled']),
  /** Why it has paused by itself: the desk cannot save right now. */
  problem: ErrorCodeOnWire.nullable(),
  total: z.int(),
  counts: z.record(BulkResult, z.int()),
  startedAt: Instant,
})
export type BulkRun = z.infer<typeof BulkRun>

/** What became of one case. */
export const BulkRow = z.object({
  id: ApplicationId,
  reference: z.string(),
  subject: z.string(),
  applicantName: z.string(),
  result: BulkResult,
  /** Why it was refused or skipped, by this desk or, later, by the service. */
  code: ErrorCodeOnWire.nullable(),
  facts: Facts,
})
export type BulkRow = z.infer<typeof BulkRow>

/** One piece of work on many cases at a time; it goes on whatever the screen shows. */
export const bulkContract = {
  start: oc
    .input(z.object({ command: BulkCommand, input: z.record(z.string(), Json), target: BulkTarget }))
    .output(refusable(z.object({ id: z.uuid() }))),
  /** The work under way or done last, null where there is none. */
  watch: oc.output(eventIterator(z.object({ run: BulkRun.nullable() }))),
  steer: oc.input(z.object({ id: z.uuid(), how: z.enum(['pause', 'resume', 'cancel', 'forget']) })).output(z.object({})),
  /** Newest last; only those with this result where one is named. */
  results: oc
    .input(z.object({ id: z.uuid(), only: BulkResult.nullable(), start: z.int().min(0), end: z.int().min(1) }))
    .output(z.object({ rows: z.array(BulkRow), total: z.int() })),
}

/** A column of an exported list: a field of the case, or of its form as `form:breed`. */
export const ExportColumn = z.object({
  field: z.union([z.enum(LIST_FIELDS), z.templateLiteral(['form:', z.string().min(1).max(80)])]),
  title: z.string().min(1).max(200),
  kind: z.enum(['text', 'number', 'day']),
  /** What stands for coded values; those not named stand as they are. */
  words: z.record(z.string(), z.string()),
})
export type ExportColumn = z.infer<typeof ExportColumn>

export const ExportFormat = z.enum(['csv', 'xlsx'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** `part`: the next bytes of the file, in base64. `done` comes last and only when the file is whole. */
export const ExportStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('part'), content: z.string() }),
  z.object({ kind: z.literal('done'), rows: z.int() }),
  z.object({ kind: z.literal('refused'), code: ErrorCodeOnWire, facts: Facts }),
])
export type ExportStep = z.infer<typeof ExportStep>

export const exportContract = {
  /** All rows of a list as a file; whoever stops reading stops the work. The audit log is told. */
  list: oc
    .input(z.object({ query: ListQuery, format: ExportFormat, columns: z.array(ExportColumn).min(1).max(100) }))
    .output(eventIterator(ExportStep)),
}
