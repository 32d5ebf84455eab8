import * as z from 'zod'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { Instant, instantFromMs, msOf, type Clock } from '../../../shared/time.ts'
import { checkPin, keyFromPin } from './pin.ts'
import { seal, unseal } from './seal.ts'
import type { SecretStore } from './secret-store.ts'

/**
 * The key of an account's cache on this desk: 32 random bytes that lie in the keychain only sealed, by
 *   (a) the secret the service gives with the session: opens after every online sign-in;
 *   (b) a key from the PIN: opens without the service for at most 24 h after that, five attempts, then (b) is deleted.
 * Nothing here deletes (a): a key that does not open stays where it is, and its files stay with it.
 */
const Entry = z.object({
  version: z.literal(1),
  byService: z.string(),
  byPin: z.object({ salt: z.string(), sealed: z.string(), attemptsLeft: z.int().min(0) }).nullable(),
  signedInAt: Instant,
  name: z.string(),
})
type Entry = z.infer<typeof Entry>

export const PIN_ATTEMPTS = 5
const LONGEST_OFFLINE_MS = 24 * 3_600_000

/** What may be known of an account's key before it is opened. */
export interface KeyStanding {
  readonly name: string
  readonly pinSet: boolean
  readonly attemptsLeft: number
  /** Until when the PIN opens, and nothing else keeps working, without the service. */
  readonly until: Instant
  readonly isWithinWindow: boolean
}

export interface KeyCustody {
  /** Null when this desk has no key for the account. */
  standing(): Promise<Result<KeyStanding | null>>
  /** Opens by the service's secret; makes the key at the first sign-in unless one is known to exist. Refusal: `keychain/key-lost`. */
  openOnline(deskSecret: Uint8Array, name: string, isKnown: boolean): Promise<Result<Uint8Array>>
  /** Refusals: `session/no-offline-unlock`, `session/wrong-pin`. */
  openByPin(pin: string): Promise<Result<Uint8Array>>
  setPin(pin: string, key: Uint8Array): Promise<Result<null>>
  forgetPin(): Promise<Result<null>>
}

export interface KeyCustodyParts {
  readonly secrets: SecretStore
  /** Name of the entry in the keychain; also bound into what is sealed. */
  readonly entryName: string
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** So long after a sign-in the PIN opens; never longer than a day. */
  readonly signInMs?: number
}

export function createKeyCustody(parts: KeyCustodyParts): KeyCustody {
  return {
    standing: async () => {
      const entry = await read(parts)
      return entry.ok ? ok(entry.value && standingOf(entry.value, parts)) : entry
    },
    openOnline: (deskSecret, name, isKnown) => openOnline(parts, deskSecret, name, isKnown),
    openByPin: pin => openByPin(parts, pin),
    setPin: (pin, key) => setPin(parts, pin, key),
    forgetPin: async () => {
      const entry = await read(parts)
      if (!entry.ok) return entry
      return entry.value?.byPin ? write(parts, { ...entry.value, byPin: null }) : ok(null)
    },
  }
}

async function openOnline(parts: KeyCustodyParts, deskSecret: Uint8Array, name: string, isKnown: boolean): Promise<Result<Uint8Array>> {
  const entry = await read(parts)
  if (!entry.ok) return entry
  const signedInAt = instantFromMs(parts.clock.nowMs())
  if (!entry.value) {
    if (isKnown) return refuse('keychain/key-lost')
    const key = parts.random(32)
    const byService = encode(seal(key, deskSecret, `${parts.entryName} by service`, parts.random))
    return after(await write(parts, { version: 1, byService, byPin: null, signedInAt, name }), key)
  }
  const key = unseal(decode(entry.value.byService), deskSecret, `${parts.entryName} by service`)
  if (!key) return refuse('keychain/key-lost')
  const byPin = entry.value.byPin && { ...entry.value.byPin, attemptsLeft: PIN_ATTEMPTS }
  return after(await write(parts, { ...entry.value, byPin, signedInAt, name }), key)
}

async function openByPin(parts: KeyCustodyParts, pin: string): Promise<Result<Uint8Array>> {
  const found = await read(parts)
  if (!found.ok) return found
  const entry = found.value
  if (!entry?.byPin || entry.byPin.attemptsLeft === 0 || !standingOf(entry, parts).isWithinWindow) return refuse('session/no-offline-unlock')
  // Counted before the try: pulling the plug gives no attempt back.
  const attemptsLeft = entry.byPin.attemptsLeft - 1
  const counted = await write(parts, { ...entry, byPin: { ...entry.byPin, attemptsLeft } })
  if (!counted.ok) return counted
  const key = unseal(decode(entry.byPin.sealed), await keyFromPin(pin, decode(entry.byPin.salt)), `${parts.entryName} by pin`)
  if (key) return after(await write(parts, { ...entry, byPin: { ...entry.byPin, attemptsLeft: PIN_ATTEMPTS } }), key)
  if (attemptsLeft === 0) await write(parts, { ...entry, byPin: null })
  return refuse('session/wrong-pin', { attemptsLeft })
}

async function setPin(parts: KeyCustodyParts, pin: string, key: Uint8Array): Promise<Result<null>> {
  const checked = checkPin(pin)
  if (!checked.ok) return checked
  const entry = await read(parts)
  if (!entry.ok) return entry
  if (!entry.value) return refuse('keychain/key-lost')
  const salt = parts.random(16)
  const sealed = seal(key, await keyFromPin(pin, salt), `${parts.entryName} by pin`, parts.random)
  return write(parts, { ...entry.value, byPin: { salt: encode(salt), sealed: encode(sealed), attemptsLeft: PIN_ATTEMPTS } })
}

/** A clock set back before the sign-in closes the window too. */
function standingOf(entry: Entry, { clock, signInMs = LONGEST_OFFLINE_MS }: Pick<KeyCustodyParts, 'clock' | 'signInMs'>): KeyStanding {
  const offlineMs = Math.min(signInMs, LONGEST_OFFLINE_MS)
  const sinceMs = clock.nowMs() - msOf(entry.signedInAt)
  return {
    name: entry.name,
    pinSet: entry.byPin !== null,
    attemptsLeft: entry.byPin?.attemptsLeft ?? 0,
    until: instantFromMs(msOf(entry.signedInAt) + offlineMs),
    isWithinWindow: sinceMs >= 0 && sinceMs <= offlineMs,
  }
}

async function read({ secrets, entryName }: KeyCustodyParts): Promise<Result<Entry | null>> {
  const text = await secrets.get(entryName)
  if (!text.ok || text.value === null) return text as Result<null>
  const entry = Entry.safeParse(parseJson(text.value))
  return entry.success ? ok(entry.data) : refuse('keychain/key-lost')
}

/** Read back, because a keychain that forgets would cost everything not yet sent. */
async function write({ secrets, entryName }: KeyCustodyParts, entry: Entry): Promise<Result<null>> {
  const text = JSON.stringify(entry)
  const written = await secrets.set(entryName, text)
  if (!written.ok) return written
  const kept = await secrets.get(entryName)
  if (!kept.ok) return kept
  return kept.value === text ? ok(null) : refuse('keychain/missing')
}

const after = <Value>(step: Result<null>, value: Value): Result<Value> => (step.ok ? ok(value) : step)
const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
