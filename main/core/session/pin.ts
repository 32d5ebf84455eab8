import { argon2idAsync } from '@noble/hashes/argon2.js'
import { ok, refuse, type Result } from '../../../shared/result.ts'

const SHORTEST = 6

/** 19 MiB, two passes, one lane: the least that OWASP recommends, about half a second on an office computer. */
const COST = { m: 19_456, t: 2, p: 1, dkLen: 32 }

/** Only digits, at least six, and none of those one tries first. Refusal: `session/pin-too-simple`. */
export function checkPin(pin: string): Result<string> {
  const isSimple = !/^\d+$/.test(pin) || pin.length < SHORTEST || isRun(pin) || isRepetition(pin)
  return isSimple ? refuse('session/pin-too-simple', { shortest: SHORTEST }) : ok(pin)
}

/** 123456, 987654, 135791, 111111: every digit follows from the one before by the same step. */
function isRun(pin: string): boolean {
  const steps = Array.from(pin).slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10)
  return new Set(steps).size === 1
}

/** 121212, 123123: one part over and over. */
function isRepetition(pin: string): boolean {
  return [1, 2, 3].some(length => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length))
}

/** The key that a PIN and 16 random bytes give. */
export const keyFromPin = (pin: string, salt: Uint8Array): Promise<Uint8Array> => argon2idAsync(pin, salt, COST)
