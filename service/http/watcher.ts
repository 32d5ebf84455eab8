import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const FORWARDING = ['x-forwarded-for', 'forwarded'] as const

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Whether a request may see how the service works inside: it comes from this machine itself, or carries the token of
 * whoever watches. What a proxy passed on is never from this machine, wherever the proxy stands.
 */
export const watcherCheck = (token: string | null): ((request: FastifyRequest) => boolean) => {
  const expected = token === null ? null : digest(token)
  return request => {
    const given = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (expected && given !== undefined && timingSafeEqual(digest(given), expected)) return true
    return !FORWARDING.some(name => name in request.headers) && isLoopback(request.socket.remoteAddress ?? '')
  }
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}
