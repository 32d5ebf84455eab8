import { applicantNameOf, searchTextOf, subjectOf } from './summary.ts'
import type { Form, TownService } from './service-tables.ts'
import type { JsonObject } from '../../json.ts'
import { cut } from '../../text.ts'
import { emailIn } from '../people/reads-mailbox.ts'

/** What lists, search and letters say of an application, taken from its form. */
export interface Described {
  readonly applicantName: string
  readonly locality: string
  readonly email: string | null
  readonly subject: string
  readonly searchText: string
}

export function describe(form: Form, service: TownService, values: JsonObject): Described {
  return {
    // A form may leave the name open; a list needs something to show.
    applicantName: applicantNameOf(form, values) || 'Ohne Namen',
    locality: cut(textIn(values, form.localityKey), 80),
    email: emailIn(values, form.emailKey),
    subject: subjectOf(service, form, values),
    searchText: searchTextOf(form, values),
  }
}

/** The text under a key; empty when the form has no such key or something else there. */
function textIn(values: JsonObject, key: string | null): string {
  const value = key === null ? undefined : values[key]
  return typeof value === 'string' ? value : ''
}
