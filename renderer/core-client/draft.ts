import * as z from 'zod'
import type { Json } from '../../shared/json.ts'

/** What a person has typed about a case and not sent yet. */
export const Draft = z.object({
  outcome: z.enum(['granted', 'refused']).nullable().catch(null),
  reason: z.string().catch(''),
  conditions: z.string().catch(''),
  amount: z.string().catch(''),
  /** Null until the person has changed what the service charges. */
  fee: z.string().nullable().catch(null),
  /** Null until the person has chosen another template than the first. */
  templateId: z.string().nullable().catch(null),
  messageSubject: z.string().catch(''),
  messageText: z.string().catch(''),
  note: z.string().catch(''),
  request: z.string().catch(''),
})
export type Draft = Readonly<z.infer<typeof Draft>>

export const EMPTY_DRAFT: Draft = { outcome: null, reason: '', conditions: '', amount: '', fee: null, templateId: null, messageSubject: '', messageText: '', note: '', request: '' }

/** An empty draft leaves nothing behind. */
export function toStore(draft: Draft): Json {
  const isEmpty = draft.outcome === null && draft.fee === null && draft.templateId === null && [draft.reason, draft.conditions, draft.amount, draft.messageSubject, draft.messageText, draft.note, draft.request].every(text => text === '')
  return isEmpty ? null : { ...draft }
}

export function fromStore(value: Json): Draft {
  const read = Draft.safeParse(value)
  return read.success ? read.data : EMPTY_DRAFT
}

/** One draft of what was kept earlier and what was typed before that could be read: no word of either is left out. */
export const joinDrafts = (earlier: Draft, typed: Draft): Draft => ({
  outcome: typed.outcome ?? earlier.outcome,
  reason: joinTexts(earlier.reason, typed.reason, '\n\n'),
  conditions: joinTexts(earlier.conditions, typed.conditions, '\n\n'),
  amount: typed.amount || earlier.amount,
  fee: typed.fee ?? earlier.fee,
  templateId: typed.templateId ?? earlier.templateId,
  messageSubject: joinTexts(earlier.messageSubject, typed.messageSubject, ' '),
  messageText: joinTexts(earlier.messageText, typed.messageText, '\n\n'),
  note: joinTexts(earlier.note, typed.note, '\n\n'),
  request: joinTexts(earlier.request, typed.request, '\n\n'),
})

function joinTexts(earlier: string, typed: string, between: string): string {
  if (earlier === '' || typed.includes(earlier)) return typed
  return typed === '' ? earlier : `${earlier}${between}${typed}`
}
