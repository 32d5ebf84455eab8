/** Shorter than a delivery is leased for, the reading back of an answer included. */
export const ANSWER_WITHIN_MS = 5_000

/** Nothing against this one message: a wrong token or address would be so for all of them and can be set right, the others pass by and by. */
const LATER = [401, 403, 404, 405, 408, 425, 429]

/** What an answer says of a delivery: taken, or refused for good. Everything else is tried again, which an error says. */
export function outcomeOf({ ok, status }: Pick<Response, 'ok' | 'status'>): 'handed' | { readonly failed: string } {
  if (ok) return 'handed'
  if (status >= 500 || LATER.includes(status)) throw new Error(`answered ${status}`)
  // Whoever sends elsewhere is no longer the one to whom the town wanted to send.
  return { failed: `http ${status}` }
}
