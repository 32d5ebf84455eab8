import type { NewSubmission } from './kept.ts'

const foreignHead = Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'somebody-else' })).toString('base64url')

/** What a sender can do wrong before it signs: encrypt for somebody else, or break off. */
const BROKEN: Readonly<Record<string, (honest: NewSubmission) => NewSubmission>> = {
  key: honest => ({ ...honest, metadata: [foreignHead, ...honest.metadata.split('.').slice(1)].join('.') }),
  ciphertext: honest => ({ ...honest, data: honest.data?.slice(0, -200) ?? null }),
}

/** Nothing where nobody knows this way of being broken. */
export const brokenBy = (how: string | null): ((honest: NewSubmission) => NewSubmission) | undefined => (how !== null && Object.hasOwn(BROKEN, how) ? BROKEN[how] : undefined)
