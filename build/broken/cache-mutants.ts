import type { Mutant } from './mutant.ts'

const CACHE = 'main/core/cache/open.test.ts'
const SESSION = 'tests/contract/session.test.ts'

/** What keeps the desk's own file, its key and its sign-in safe. */
export const CACHE_MUTANTS: readonly Mutant[] = [
  {
    name: 'commits-not-durable', harm: 'What was called saved is gone after a power cut.', file: 'main/core/cache/connection.ts',
    search: "  db.pragma(`synchronous=${role === 'loader' ? 'NORMAL' : 'FULL'}`)\n", replace: '', probe: { file: CACHE, test: 'every protection is on, also when the file is opened again' },
  },
  {
    name: 'cipher-off', harm: 'The cache lies on the disk in plain text.', file: 'main/core/cache/connection.ts',
    search: "  db.pragma(`key='raw:${Buffer.from(key).toString('hex')}'`)\n", replace: '', probe: { file: CACHE, test: 'nothing of a row stands in the file or beside it in plain text' },
  },
  {
    name: 'deleted-stays', harm: 'What was deleted can be read from the file.', file: 'main/core/cache/connection.ts',
    search: 'secure_delete=ON', replace: 'secure_delete=OFF', probe: { file: CACHE, test: 'every protection is on, also when the file is opened again' },
  },
  {
    name: 'temp-files-plain', harm: 'A large sort writes plain text beside the cache.', file: 'main/core/cache/connection.ts',
    search: "  db.pragma('temp_store=MEMORY')\n", replace: '', probe: { file: CACHE, test: 'every protection is on, also when the file is opened again' },
  },
  {
    name: 'key-beside-the-file', harm: 'The key lies beside the file that it opens.', file: 'main/core/cache/key-check.ts',
    search: "createHmac('sha256', key).update('rathaus-desk cache key').digest().subarray(0, 16)", replace: "(createHmac, Buffer.from(key).subarray(0, 16))",
    probe: { file: 'tests/security/key-on-disk.test.ts', test: 'no half of the key stands in any file beside the cache' },
  },
  {
    name: 'secrets-for-everybody', harm: 'Other accounts of the computer read the secrets.', file: 'main/core/session/profile.ts',
    search: "'w', 0o600)", replace: "'w', 0o644)", probe: { file: 'main/core/session/open-secret-store.test.ts', test: 'without a keychain there is a file that only its owner reads' },
  },
  {
    name: 'pin-without-end', harm: 'A thief tries every PIN.', file: 'main/core/session/key-custody.ts',
    search: 'const attemptsLeft = entry.byPin.attemptsLeft - 1', replace: 'const attemptsLeft = entry.byPin.attemptsLeft', probe: { file: SESSION, test: 'may be wrong five times, over restarts too; then only a sign-in helps' },
  },
  {
    name: 'pin-for-ever', harm: 'Whoever has left opens their laptop for years.', file: 'main/core/session/key-custody.ts',
    search: 'isWithinWindow: sinceMs >= 0 && sinceMs <= offlineMs', replace: 'isWithinWindow: sinceMs >= 0', probe: { file: SESSION, test: 'opens for 24 hours after the sign-in, and not a millisecond longer' },
  },
  {
    name: 'sign-out-keeps-token', harm: 'A token from a backup of the computer opens after signing out.', file: 'main/core/session/sign-in-client.ts',
    search: "await asResult(async () => tokenRevocation(await configuration(), refreshToken, { token_type_hint: 'refresh_token' }))", replace: 'await asResult(async () => void [await configuration(), tokenRevocation, refreshToken])',
    probe: { file: SESSION, test: 'signing out gives the refresh token back' },
  },
  {
    name: 'answer-to-another-question', harm: 'Somebody signs a desk in under their own account.', file: 'main/core/session/sign-in-client.ts',
    search: 'expectedState: request.state', replace: "expectedState: answer.searchParams.get('state') ?? ''",
    probe: { file: 'tests/security/sign-in-faults.test.ts', test: 'nobody is signed in when the browser comes back %s' },
  },
  {
    name: 'any-answer-ends-the-sign-in', harm: 'Whoever calls the way back ends the sign-in that somebody is in the middle of.', file: 'main/core/session/desk-session.ts',
    search: '!request || !isAnswerTo(request, callbackUrl)', replace: '!request || !isAnswerTo', probe: { file: SESSION, test: 'takes only the answer to its own question' },
  },
]
