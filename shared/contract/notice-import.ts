import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { FIELD_NAMES } from '../domains/notices/import/columns.ts'
import { ROW_ERRORS, ROW_HINTS } from '../domains/notices/import/problems.ts'
import { ENCODING_REASONS, ENCODINGS, SEPARATORS } from '../domains/notices/import/table.ts'
import { ColumnMapping, KindId } from '../domains/notices/tables.ts'
import { NoticeRunId } from '../ids.ts'
import { Instant } from '../time.ts'
import { ErrorCodeOnWire, Facts } from '../wire/commands.ts'
import { FILE_PIECE_BYTES } from './files.ts'
import { refusable } from './refusable.ts'

const Line = z.int().min(1)
const Column = z.int().min(0).max(20_000)
const Field = z.string().min(1).max(60)
const Heading = z.string().min(1).max(200)
const Count = z.int().min(0)

const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('csv'), encoding: z.enum(ENCODINGS), why: z.enum(ENCODING_REASONS), separator: z.enum(SEPARATORS), blankLines: Count }),
  z.object({ kind: z.literal('xlsx'), sheets: z.array(z.string()), sheet: z.string(), hiddenLines: z.array(Line) }),
])

/** How a file is to be read; null for what it shows by itself. */
export const ReadingChoice = z.object({ encoding: z.enum(ENCODINGS).nullable(), separator: z.enum(SEPARATORS).nullable(), sheet: z.string().max(200).nullable() })

/** What became of the file: its columns with what stands in them first, and how many rows there are. */
export const OpenTable = z.object({
  source: Source,
  columns: z.array(z.object({ heading: Heading, example: z.string() })),
  rows: Count,
  aboveLines: z.array(Line),
  /** A few rows to see how it was read: the first ones, and those with letters that differ from encoding to encoding. */
  look: z.array(z.object({ line: Line, cells: z.array(z.string()) })),
})
export type OpenTable = z.infer<typeof OpenTable>

export const ImportReckoning = z.object({ rows: Count, letters: Count, cents: z.int().min(0), firstDue: z.string().nullable(), lastDue: z.string().nullable(), faultyRows: Count, leftOutRows: Count })
export type ImportReckoning = z.infer<typeof ImportReckoning>

/**
 * arriving ─▶ reading ─▶ open ◀─▶ checking
 *                │         ├─▶ taking ─▶ taken
 *                ▲         └──refused──┘
 *      kept ─────┤
 *                ▼
 *             refused
 *
 * `kept`: begun before the desk was closed, and not gone on with yet.
 */
export const IMPORT_STATES = ['kept', 'arriving', 'reading', 'refused', 'open', 'checking', 'taking', 'taken'] as const

/** A table being made into a run at this desk. */
export const ImportDraft = z.object({
  id: z.uuid(),
  /** Null until a person has said it, where the columns do not. */
  kindId: KindId.nullable(),
  fileName: z.string(),
  begunAt: Instant,
  state: z.enum(IMPORT_STATES),
  size: Count,
  received: Count,
  /** Why the file was not read. */
  refusal: z.object({ code: ErrorCodeOnWire, facts: Facts }).nullable(),
  table: OpenTable.nullable(),
  mapping: ColumnMapping,
  /** What holds for every row, by field, as it was typed. */
  fixed: z.record(Field, z.string().max(200)),
  /** Fields that neither a column nor a value for all gives; alternatives together. */
  missing: z.array(z.array(z.enum(FIELD_NAMES))),
  /** Null until nothing is missing. */
  reckoning: ImportReckoning.nullable(),
  /** How often each problem was found. */
  found: z.partialRecord(z.enum([...ROW_ERRORS, ...ROW_HINTS]), Count),
  leftOut: z.array(Line),
  /** One more with each change; what was asked of an earlier one is old. */
  turn: Count,
  runId: NoticeRunId.nullable(),
})
export type ImportDraft = z.infer<typeof ImportDraft>

/** A problem with what is needed to mend it in place. */
export const ShownRowProblem = z.object({
  line: Line,
  column: Column.nullable(),
  field: Field.nullable(),
  heading: Heading.nullable(),
  code: z.enum([...ROW_ERRORS, ...ROW_HINTS]),
  found: z.string(),
  /** The whole text of the cell as it is now. */
  cell: z.string(),
  /** Of whom the row speaks, as far as it says. */
  name: z.string(),
})
export type ShownRowProblem = z.infer<typeof ShownRowProblem>

const OnDraft = z.object({ id: z.uuid() })
const Done = refusable(z.object({}))

/** More lines at once are left out by choosing another file. */
const MOST_LINES = 5_000

/** From a file to a run that is prepared; the draft lives at the desk, whatever the screen shows. */
export const noticeImportContract = {
  begin: oc.input(z.object({ fileName: z.string().min(1).max(200), size: Count, kindId: KindId.nullable() })).output(refusable(z.object({ id: z.uuid() }))),
  append: oc.input(OnDraft.extend({ start: Count, content: z.base64().max(Math.ceil(FILE_PIECE_BYTES / 3) * 4) })).output(refusable(z.object({ received: Count }))),
  /** Reads the file once all of it is there, and later in another way. */
  read: oc.input(OnDraft.extend({ reading: ReadingChoice })).output(Done),
  /** Goes on with what was kept when the desk was closed. */
  resume: oc.input(OnDraft).output(Done),
  /** The draft as it stands and whenever it changes; null where there is none. */
  watch: oc.output(eventIterator(z.object({ draft: ImportDraft.nullable() }))),
  /** By line; errors or mere hints. */
  problems: oc
    .input(OnDraft.extend({ turn: Count, only: z.enum(['errors', 'hints']), start: Count, end: Count }))
    .output(refusable(z.object({ problems: z.array(ShownRowProblem), total: Count }))),
  'set-kind': oc.input(OnDraft.extend({ kindId: KindId })).output(Done),
  map: oc.input(OnDraft.extend({ field: z.enum(FIELD_NAMES), heading: Heading.nullable() })).output(Done),
  fix: oc.input(OnDraft.extend({ field: z.enum(FIELD_NAMES), value: z.string().max(200) })).output(Done),
  mend: oc.input(OnDraft.extend({ line: Line, column: Column, text: z.string().max(2_000) })).output(Done),
  'leave-out': oc.input(OnDraft.extend({ lines: z.array(Line).min(1).max(MOST_LINES), isOut: z.boolean() })).output(Done),
  /** Begins the run and hands over all its notices; none where that is refused. */
  take: oc.input(OnDraft.extend({ title: z.string().trim().min(1).max(120) })).output(refusable(z.object({ runId: NoticeRunId }))),
  drop: oc.input(OnDraft).output(z.object({})),
}
