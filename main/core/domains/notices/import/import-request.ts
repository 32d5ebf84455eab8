import type { OpenTable, ShownRowProblem } from '../../../../../shared/contract/notice-import.ts'
import type { ImportSums } from '../../../../../shared/domains/notices/import/check-table.ts'
import type { FixedValues } from '../../../../../shared/domains/notices/import/mapping.ts'
import type { Reading } from '../../../../../shared/domains/notices/import/table.ts'
import type { RowProblemCode } from '../../../../../shared/domains/notices/import/problems.ts'
import type { NoticeContent } from '../../../../../shared/domains/notices/content.ts'
import type { ColumnMapping } from '../../../../../shared/domains/notices/tables.ts'
import type { Refusal } from '../../../../../shared/result.ts'

/** What the thread is asked that keeps a table and knows what would become of it. */
export type ImportRequest =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly isPacked: boolean; readonly reading: Reading }
  | { readonly kind: 'read-again'; readonly reading: Reading }
  | { readonly kind: 'check'; readonly choices: SentChoices }
  | { readonly kind: 'problems'; readonly only: 'errors' | 'hints'; readonly start: number; readonly end: number }
  | { readonly kind: 'notices' }

/** What a person decided, as it goes to the thread. */
export interface SentChoices {
  readonly mapping: ColumnMapping
  readonly fixed: FixedValues
  readonly mended: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly leftOut: ReadonlySet<number>
}

/** To `read` and `read-again`; `packed`: the file as it is kept, where it came as it is. */
export type ReadAnswer = { readonly ok: true; readonly table: OpenTable; readonly sha256: string; readonly packed: Uint8Array | null } | { readonly ok: false; readonly error: Refusal }

/** To `check`. */
export interface CheckAnswer {
  readonly sums: ImportSums
  readonly found: Readonly<Partial<Record<RowProblemCode, number>>>
}

/** To `problems`. */
export interface ProblemsAnswer {
  readonly problems: readonly ShownRowProblem[]
  readonly total: number
}

/** To `notices`: all of them in the order of the table. */
export type NoticesAnswer = readonly NoticeContent[]
