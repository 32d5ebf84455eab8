import type { Json, JsonObject } from '../../json.ts'
import { cut } from '../../text.ts'
import type { Form, TownService } from './service-tables.ts'

const MAX_SUBJECT = 200
const MAX_SEARCH_TEXT = 20_000

/** The line by which people recognise a case: the service and the first answer that tells it from others. */
export function subjectOf(service: TownService, form: Form, answers: JsonObject): string {
  const own = form.sections[1]?.fields[0]?.key
  const detail = own === undefined ? '' : readable(form, own, answers[own])
  return cut(`${service.title.de}${detail ? `: ${detail}` : ''}`, MAX_SUBJECT)
}

/** Everything in the answers that a person can read, for the full-text search. */
export function searchTextOf(form: Form, answers: JsonObject): string {
  const values = Object.entries(answers).map(([key, value]) => readable(form, key, value))
  return cut(values.filter(Boolean).join(' '), MAX_SEARCH_TEXT)
}

/** The applicant's name as the form asks for it. */
export const applicantNameOf = (form: Form, answers: JsonObject): string =>
  cut(form.nameKeys.map(key => readable(form, key, answers[key])).filter(Boolean).join(' '), MAX_SUBJECT)

/** A value as text; a choice by its German label, a yes or no not at all. */
function readable(form: Form, key: string, value: Json | undefined): string {
  if (typeof value === 'string') return form.valueLabels[key]?.[value]?.de ?? value
  return typeof value === 'number' ? String(value) : ''
}
