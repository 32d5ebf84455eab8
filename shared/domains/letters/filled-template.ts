import type { Letterhead } from '../staff/tables.ts'
import { filled, openIn, type Lists, type Values } from './fill.ts'
import { writtenIban } from './iban.ts'
import type { Letter } from './letter.ts'
import { blocksOf, keptParagraphs, openInParagraph } from './paragraphs.ts'
import type { LetterTemplate } from './tables.ts'
import type { LetterheadVariable } from './variables.ts'

/** As much of a template as a letter is written from. */
export type WritingTemplate = Pick<LetterTemplate, 'id' | 'templateVersion' | 'outcome' | 'subject' | 'paragraphs' | 'remedies'>

/** What the variables of a template are filled with. */
export interface Filling {
  readonly values: Values
  readonly lists: Lists
  /** A paragraph that names one of these without a value is left out. */
  readonly mayBeAbsent: ReadonlySet<string>
}

type Filled = Omit<Letter, 'recipient' | 'reference' | 'contact' | 'values'>

/** What a template says, on the paper of a department: all of a letter but whom it goes to. */
export function filledTemplate(template: WritingTemplate, letterhead: Letterhead | null, { values, lists, mayBeAbsent }: Filling): Filled {
  const kept = keptParagraphs(template.paragraphs, values, mayBeAbsent)
  const open = [...openIn(template.subject, values), ...openIn(template.remedies, values), ...kept.flatMap(text => openInParagraph(text, values, lists))]
  return {
    kind: template.outcome,
    templateId: template.id,
    templateVersion: template.templateVersion,
    letterhead,
    subject: filled(template.subject, values),
    blocks: [...blocksOf(kept, values, lists)],
    remedies: filled(template.remedies, values).trim(),
    isReasoned: kept.some(paragraph => /\{\{\s*reason\s*\}\}/.test(paragraph)),
    open: [...new Set(open)],
  }
}

/** What every letter of a department can name; empty without a letterhead. */
export const letterheadValues = (letterhead: Letterhead | null): Readonly<Record<LetterheadVariable, string>> => ({
  authority: letterhead?.authority ?? '',
  street: letterhead?.street ?? '',
  postalCode: letterhead?.postalCode ?? '',
  place: letterhead?.place ?? '',
  bank: letterhead ? [letterhead.bankName, writtenIban(letterhead.iban)].filter(Boolean).join(', ') : '',
  openingHours: letterhead?.openingHours ?? '',
  court: letterhead?.court ?? '',
})
