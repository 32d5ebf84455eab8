/**
 * Whether a scanned card holds. These functions run on telephones as they stand, without network and without anything else of ours: they
 * use nothing but one another, and how a signature is checked is handed in. So all of them are listed at the end.
 */

/** Where a card is checked. */
export const CARD_CHECK_PATH = '/dienstausweis'

/** What a card's code says: town, number, family and given name, organisation, unit, rank, duty, first and last day. */
export interface CardClaims {
  readonly t: string
  readonly n: string
  readonly p: readonly [familyName: string, givenName: string]
  readonly o: string
  readonly u: string
  readonly r: string
  readonly f: string
  readonly v: readonly [validFrom: string, validUntil: string]
}

/** The cards of a town that hold no more although their days are not over: by number, with the moment it was made and the days it may be trusted. */
export interface BlockList {
  readonly t: string
  /** An ISO instant. */
  readonly at: string
  readonly d: number
  readonly b: readonly string[]
}

/** The open half of a key, as JSON Web Key. */
export interface OpenKey {
  readonly kid?: string | undefined
  readonly x?: string | undefined
}

/** Whether `signature` was made over `signed` by the private half of this Ed25519 key. */
export type VerifySignature = (key: OpenKey, signature: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>) => Promise<boolean>

export interface Trusted {
  readonly town: string
  readonly keys: readonly OpenKey[]
  /** The signed list of blocked cards as the town has just made it; null where it cannot be asked. */
  readonly fetched: string | null
  /** The youngest that this telephone has ever had; null where it had none. */
  readonly kept: string | null
}

/** The list that counts, with the signed text of it; `isFetched` where the town has just made it. */
interface NewestList {
  readonly list: BlockList
  readonly signed: string
  readonly isFetched: boolean
}

/** `uncertain-…`: signed by the town and not blocked as far as is known here, but not known well enough to say that it holds. */
export type CardVerdict = 'valid' | 'expired' | 'not-yet' | 'blocked' | 'not-ours' | 'uncertain-no-list' | 'uncertain-old-list' | 'uncertain-clock'

export interface CheckedCard {
  readonly kind: CardVerdict
  /** Null where nobody has signed them: nothing of them is to be shown. */
  readonly claims: CardClaims | null
  /** From when the list of blocked cards is. */
  readonly listAt: string | null
}

const DAY_MS = 86_400_000
/** A clock may differ so far from the town's. */
const CLOCK_MS = 600_000

/** A telephone's whole judgement on what was scanned; `today` is the German day of `nowMs`. */
export async function checkCard(scanned: string, trusted: Trusted, nowMs: number, today: string, verify: VerifySignature): Promise<CheckedCard> {
  const newest = await newestList(trusted, verify)
  const listAt = newest && newest.list.at
  const claims = await openCard(scanned, trusted, verify)
  if (!claims) return { kind: 'not-ours', claims, listAt }
  return { kind: verdictOn(claims, newest, nowMs, today), claims, listAt }
}

function verdictOn({ n, v: [from, until] }: CardClaims, newest: NewestList | null, nowMs: number, today: string): CardVerdict {
  if (newest?.list.b.includes(n)) return 'blocked'
  const age = newest ? nowMs - Date.parse(newest.list.at) : 0
  // Just made and yet old: the clock is ahead and the card may hold still; or somebody passes an old list off as the town's.
  if (newest?.isFetched && age > CLOCK_MS) return 'uncertain-clock'
  if (until < today) return 'expired'
  // A list from later than now: the clock is behind, and with it every day.
  if (age < -CLOCK_MS) return 'uncertain-clock'
  if (from > today) return 'not-yet'
  if (!newest) return 'uncertain-no-list'
  return age > newest.list.d * DAY_MS ? 'uncertain-old-list' : 'valid'
}

/** Of the lists that the town has signed the youngest: an older one that comes later takes no block back. Null without any. */
async function newestList(trusted: Trusted, verify: VerifySignature): Promise<NewestList | null> {
  const fetched = trusted.fetched === null ? null : await openList(trusted.fetched, trusted, verify)
  const kept = trusted.kept === null ? null : await openList(trusted.kept, trusted, verify)
  if (fetched && trusted.fetched && (!kept || Date.parse(fetched.at) >= Date.parse(kept.at))) return { list: fetched, signed: trusted.fetched, isFetched: true }
  return kept && trusted.kept ? { list: kept, signed: trusted.kept, isFetched: false } : null
}

/** The signed text in what was scanned or pasted: the whole address, or what follows its `#`; lines may be broken anywhere. */
export function tokenIn(text: string): string {
  return text.replaceAll(/\s/g, '').split('#').at(-1) ?? ''
}

/** What a card says, if one of the town's keys has signed exactly these bytes; null for anything else. */
export async function openCard(scanned: string, { town, keys }: Pick<Trusted, 'town' | 'keys'>, verify: VerifySignature): Promise<CardClaims | null> {
  const read = await opened(tokenIn(scanned), 'card', keys, verify)
  return isClaims(read) && read.t === town ? read : null
}

/** A list of blocked cards, on the same conditions. */
export async function openList(signed: string, { town, keys }: Pick<Trusted, 'town' | 'keys'>, verify: VerifySignature): Promise<BlockList | null> {
  const read = await opened(signed, 'card-list', keys, verify)
  return isList(read) && read.t === town ? read : null
}

async function opened(token: string, kind: string, keys: readonly OpenKey[], verify: VerifySignature): Promise<unknown> {
  const [head, body, signature, ...rest] = token.split('.').map(bytesOf)
  if (!head || !body || !signature || rest.length > 0) return null
  const header = jsonOf(head)
  if (!isRecord(header) || header.alg !== 'EdDSA' || header.typ !== kind) return null
  const key = keys.find(({ kid }) => kid !== undefined && kid === header.kid)
  if (!key) return null
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')))
  return (await verify(key, signature, signed).catch(() => false)) ? jsonOf(body) : null
}

/** Only the one way to write these bytes counts: the spare bits of a last sign could be changed otherwise. */
function bytesOf(part: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(part) || part.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
  const again = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return again === part ? bytes : null
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}

function isClaims(value: unknown): value is CardClaims {
  if (!isRecord(value) || !['t', 'n', 'o', 'u', 'r', 'f'].every(name => typeof value[name] === 'string')) return false
  const { p, v } = value
  return areTexts(p) && p.length === 2 && areTexts(v) && v.length === 2 && v.every(day => /^\d{4}-\d\d-\d\d$/.test(day))
}

function isList(value: unknown): value is BlockList {
  return isRecord(value) && typeof value.t === 'string' && typeof value.at === 'string' && !Number.isNaN(Date.parse(value.at)) && typeof value.d === 'number' && areTexts(value.b)
}

/** Everything a telephone needs to judge, as a script that declares these functions. */
export const VERDICT_SCRIPT = [
  `const DAY_MS = ${DAY_MS}`, `const CLOCK_MS = ${CLOCK_MS}`,
  ...[checkCard, verdictOn, newestList, tokenIn, openCard, openList, opened, bytesOf, jsonOf, isRecord, areTexts, isClaims, isList].map(String),
].join('\n')
