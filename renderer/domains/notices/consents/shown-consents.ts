import type { ShownConsent } from '../../../../shared/contract/notices.ts'
import { folded } from '../../../../shared/domains/notices/same-holder.ts'

/** More lines than anybody reads; who looks for one types a part of it. */
export const MOST_SHOWN = 200

/** Those in which these letters stand, in the same order; whoever stands under secrecy is not found by their e-mail address. */
export function consentsWith(consents: readonly ShownConsent[], text: string, isSecret: (recordId: string) => boolean): readonly ShownConsent[] {
  const wanted = folded(text)
  return consents.filter(({ id, name, reference, email }) => [name, reference, ...(isSecret(id) ? [] : [email])].some(part => folded(part).includes(wanted)))
}

/** How an agreement stands: it holds, it was withdrawn, or its e-mail cannot be delivered. */
export const consentState = ({ withdrawnAt, emailFailedAt }: ShownConsent): 'open' | 'withdrawn' | 'failed' => (withdrawnAt ? 'withdrawn' : emailFailedAt ? 'failed' : 'open')
