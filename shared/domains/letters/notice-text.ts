import type { Letterhead } from '../staff/tables.ts'
import { filledTemplate, type Filling, type WritingTemplate } from './filled-template.ts'
import type { Letter } from './letter.ts'
import { paymentBlocks, type Due } from './payment-block.ts'

interface Addressed {
  /** As it stands in the window of the envelope. */
  readonly recipient: readonly string[]
  readonly due: Due
}

/** A notice as a letter: what its template says, and below it what is to be paid. Nobody is named who would know more: the department is. */
export function noticeText(template: WritingTemplate, letterhead: Letterhead | null, filling: Filling, { recipient, due }: Addressed): Letter {
  const text = filledTemplate(template, letterhead, filling)
  const payment = paymentBlocks(due, letterhead)
  const isPayable = payment.every(block => block.kind !== 'payment' || block.code !== null)
  return {
    ...text,
    blocks: [...text.blocks, ...payment],
    // Without an account nobody could pay: the variable that is missing is the bank's.
    open: isPayable ? text.open : [...new Set([...text.open, 'bank'])],
    recipient: [...recipient],
    reference: due.reference,
    contact: { name: '', telephone: letterhead?.telephone ?? '', email: letterhead?.email ?? '', room: '' },
    values: {},
  }
}
