import type { StockLine } from '../../../../shared/domains/vaccinations/tables.ts'
import type { BatchId } from '../../../../shared/ids.ts'

/** A line of the stock as it is typed. */
export interface StockDraft {
  readonly batchId: BatchId | null
  readonly doses: string
  readonly wasted: string
  readonly wastedReason: string
}

export type StockProblem = 'batch' | 'doses' | 'wasted' | 'too-much' | 'reason'

export const EMPTY_STOCK: StockDraft = { batchId: null, doses: '', wasted: '', wastedReason: '' }

export const stockDraftOf = ({ batchId, doses, wasted, wastedReason }: StockLine): StockDraft => ({ batchId, doses: String(doses), wasted: wasted === 0 ? '' : String(wasted), wastedReason })

const numberOf = (text: string): number | undefined => (/^\d{1,6}$/.test(text.trim()) && Number(text) <= 100_000 ? Number(text) : undefined)

/** What the fields say; what nobody got and nobody wasted is nothing. `given` doses were written down already. */
export function readStock(draft: StockDraft, given: number): { readonly line: StockLine | undefined; readonly problem: StockProblem | undefined } {
  const doses = numberOf(draft.doses)
  const wasted = draft.wasted.trim() === '' ? 0 : numberOf(draft.wasted)
  const wastedReason = draft.wastedReason.trim()
  if (draft.batchId === null) return { line: undefined, problem: 'batch' }
  if (doses === undefined) return { line: undefined, problem: 'doses' }
  if (wasted === undefined) return { line: undefined, problem: 'wasted' }
  if (wasted > 0 && wasted + given > doses) return { line: undefined, problem: 'too-much' }
  if (wasted > 0 && wastedReason === '') return { line: undefined, problem: 'reason' }
  return { line: { batchId: draft.batchId, doses, wasted, wastedReason: wasted > 0 ? wastedReason : '' }, problem: undefined }
}
