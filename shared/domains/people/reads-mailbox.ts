import * as z from 'zod'
import type { JsonObject } from '../../json.ts'

const Email = z.email().max(254)

/** The e-mail address under a key of what was filled in, written small; null where there is none. */
export function emailIn(answers: JsonObject, key: string | null): string | null {
  const value = key === null ? undefined : answers[key]
  const email = Email.safeParse(typeof value === 'string' ? value.trim().toLowerCase() : '')
  return email.success ? email.data : null
}

/** Whether whoever applied reads what lies in the mailbox: the town's own portal gives its key at once; who came any other way hears of it by e-mail alone, if they left an address. */
export const readsMailbox = ({ channel, form: answers }: { readonly channel: string; readonly form: JsonObject }, { emailKey }: { readonly emailKey: string | null }): boolean =>
  channel === 'portal' || emailIn(answers, emailKey) !== null
