import type { Json, JsonObject } from '../../json.ts'
import { fieldKindOf, propertiesOf, type FieldKind } from './field-kinds.ts'
import type { FormDraft } from './service-draft.ts'

const EXAMPLES: Readonly<Record<FieldKind, Json>> = {
  text: 'Beispiel', 'long-text': 'Ein längerer Text, wie ihn jemand hier schreiben könnte.', number: 2, amount: 125.5, date: '2026-05-04',
  'yes-no': true, choice: '', email: 'name@beispiel.de', confirmation: true, pattern: '…',
}

/** An invented answer to every question, to see what a filled-in form looks like. */
export const exampleAnswers = (form: Pick<FormDraft, 'schema'>): JsonObject =>
  Object.fromEntries(Object.entries(propertiesOf(form.schema)).map(([key, rule]) => [key, exampleFor(rule)]))

function exampleFor(rule: JsonObject): Json {
  const offered = rule['enum']
  if (Array.isArray(offered)) return offered[0] ?? ''
  const kind = fieldKindOf(rule)
  const { minimum, maximum } = rule
  if (kind !== 'number') return EXAMPLES[kind]
  return Math.min(Math.max(2, typeof minimum === 'number' ? minimum : 2), typeof maximum === 'number' ? maximum : 2)
}
