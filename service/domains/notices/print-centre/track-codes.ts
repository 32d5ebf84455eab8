/** What a code of the post says for good about a registered letter; the interface calls it `registeredLetterStatus`. */
export type TrackEnd = 'received' | 'returned'

const ENDS: Readonly<Record<TrackEnd, readonly string[]>> = {
  received: ['DELIVERED', 'DELIVERED_PO_BOX'],
  returned: ['RETURNED_TO_SENDER', 'SENT_BACK', 'UNDELIVERABLE'],
}

/** Undefined while the letter is on its way, or where the code proves nothing. */
export const trackEndOf = (code: string): TrackEnd | undefined => (['received', 'returned'] as const).find(end => ENDS[end].includes(code))
