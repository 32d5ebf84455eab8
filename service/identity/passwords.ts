import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Uint8Array, number, { N: number; r: number; p: number }, Buffer>(scrypt)

/** About 100 ms and 16 MB for each try. */
const COST = { N: 16_384, r: 8, p: 5 }
const KEY_BYTES = 32

/** A password as it may be kept: `scrypt$N$r$p$salt$key`, so that the cost can rise without locking anybody out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password.normalize('NFC'), salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Takes as long for an unknown account (`hash` null) as for a wrong password. */
export async function matchesPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODY).split('$')
  const wanted = Buffer.from(key, 'base64')
  const found = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N: Number(N), r: Number(r), p: Number(p) })
  return hash !== null && wanted.length === found.length && timingSafeEqual(wanted, found)
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(16).toString('base64'), Buffer.alloc(KEY_BYTES).toString('base64')].join('$')
