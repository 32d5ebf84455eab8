import type { ExportColumn, ExportFormat } from '../../../../shared/contract/bulk.ts'

/** What the thread that builds files is asked for: these cases in this order. */
export interface ExportRequest {
  readonly numbers: readonly number[]
  readonly columns: readonly ExportColumn[]
  readonly format: ExportFormat
}

/** Told on the way. */
export interface ExportNotice {
  readonly done: number
}
