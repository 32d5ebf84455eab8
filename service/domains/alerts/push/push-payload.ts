import { cut } from '../../../../shared/text.ts'

/** What a page's worker is told, in the words of the person's language. */
export interface PushPayload {
  /** `message`: of the town; `welcome`: asks the device to confirm by `link`. */
  readonly kind: 'message' | 'welcome'
  readonly title: string
  readonly body: string
  readonly language: 'de' | 'en'
  /** The same for every attempt: shown once. */
  readonly tag: string
  /** The first message of a matter: a later one takes the place of those before. */
  readonly matter: string
  /** Stays until somebody has seen it. */
  readonly isGrave: boolean
  /** Where it leads. */
  readonly url: string
  readonly link: string | null
}

/** So much fits into what every service takes (RFC 8291, section 4). */
export const MOST_PAYLOAD_BYTES = 3_993
const MOST_TITLE = 200

/** As it is sent: whole, or with its text cut where it would be too long. What it leads to has all of it. */
export function payloadText(payload: PushPayload): string {
  const titled = { ...payload, title: payload.title.length > MOST_TITLE ? `${cut(payload.title, MOST_TITLE)}…` : payload.title }
  const whole = JSON.stringify(titled)
  if (fits(whole)) return whole
  const cutTo = (most: number): string => JSON.stringify({ ...titled, body: `${cut(titled.body, most).trimEnd()}…` })
  // The longest beginning that fits: how many bytes a sign takes nobody knows before it is written.
  let [enough, tooMuch] = [0, titled.body.length]
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2)
    if (fits(cutTo(middle))) enough = middle
    else tooMuch = middle
  }
  return cutTo(enough)
}

const fits = (text: string): boolean => Buffer.byteLength(text, 'utf8') <= MOST_PAYLOAD_BYTES
