import type { Mutant } from './mutant.ts'

const PROVIDER = 'service/identity/provider.test.ts'
const VERIFIER = { file: PROVIDER, test: 'refuses %s' }
const ACCESS = 'service/store/access.test.ts'

/** Who gets in at the central service, and what they see there. */
export const SERVICE_MUTANTS: readonly Mutant[] = [
  {
    name: 'token-audience-unchecked', harm: 'A token for another program opens the town.', file: 'service/identity/tokens.ts',
    search: 'issuer, audience, algorithms: ALLOWED_ALGORITHMS', replace: 'issuer, algorithms: ALLOWED_ALGORITHMS', probe: VERIFIER,
  },
  {
    name: 'token-issuer-unchecked', harm: 'A token is taken under another issuer’s name.', file: 'service/identity/tokens.ts',
    search: 'issuer, audience, algorithms: ALLOWED_ALGORITHMS', replace: 'audience, algorithms: ALLOWED_ALGORITHMS', probe: VERIFIER,
  },
  {
    name: 'token-kind-unchecked', harm: 'A token that only says who somebody is opens the town.', file: 'service/identity/tokens.ts',
    search: "typ: 'at+jwt', ", replace: '', probe: VERIFIER,
  },
  {
    name: 'token-for-ever', harm: 'A token that was lost once opens for ever.', file: 'service/identity/tokens.ts',
    search: "requiredClaims: ['exp', 'sub']", replace: "requiredClaims: ['sub']", probe: VERIFIER,
  },
  {
    name: 'pkce-off', harm: 'Whoever catches the code of a sign-in has the tokens.', file: 'service/identity/provider.ts',
    search: 'pkce: { required: () => true }', replace: 'pkce: { required: () => false }', probe: { file: PROVIDER, test: 'a request without PKCE' },
  },
  {
    name: 'refresh-tokens-stay', harm: 'A stolen refresh token is never noticed.', file: 'service/identity/provider.ts',
    search: 'rotateRefreshToken: true', replace: 'rotateRefreshToken: false', probe: { file: PROVIDER, test: 'an old refresh token, and ends the whole family' },
  },
  {
    name: 'cut-off-tokens-live', harm: 'A stolen laptop goes on reading until its token runs out.', file: 'service/app.ts',
    search: 'grantId !== null && (await isRevoked(database.db, townId, grantId))', replace: 'grantId !== null && !(await isRevoked(database.db, townId, grantId)) && townId.length === 0',
    probe: { file: 'tests/contract/leaving-desk.test.ts', test: 'a computer that is cut off erases everything, says so, and lets nobody in until it is allowed again' },
  },
  {
    name: 'guessing-at-full-speed', harm: 'Passwords are guessed without a wait.', file: 'service/identity/throttle.ts',
    search: 'if (await counted(db, townId, keyOf(login), nowMs)) return 0', replace: 'if ((await counted(db, townId, keyOf(login), nowMs)) || nowMs > 0) return 0',
    probe: { file: 'service/identity/throttle.test.ts', test: 'five tries are free, then the wait doubles up to five minutes, and an hour of quiet forgets' },
  },
  {
    name: 'fresh-sign-in-never', harm: 'Health data are given out at a desk that somebody left.', file: 'service/identity/fresh-sign-in.ts',
    search: 'seconds <= FRESH_MINUTES * 60 && seconds', replace: 'seconds', probe: { file: 'service/identity/fresh-sign-in.test.ts', test: 'a sign-in is fresh for five minutes, and one that no issuer tells of never is' },
  },
  {
    name: 'limit-off', harm: 'One address keeps everybody else from being answered.', file: 'service/http/public-routes.ts',
    search: "app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute", replace: "app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute * 1_000",
    probe: { file: 'service/http/pages.test.ts', test: 'an address that asks too often is told how long to wait' },
  },
  {
    name: 'feed-of-any-scope', harm: 'A desk pulls the cases of another department.', file: 'service/store/feed.ts',
    search: 'const scopeEpoch = access.scopes.get(query.scope)', replace: "const scopeEpoch = access.scopes.get(query.scope) ?? '1'", probe: { file: ACCESS, test: 'nothing of a foreign department or of another person can be read by any way' },
  },
  {
    name: 'first-load-of-any-scope', harm: 'A desk loads the cases of another department.', file: 'service/store/snapshot.ts',
    search: "if (!access.scopes.has(query.scope)) return refuse('sync/scope-forbidden')", replace: "if (query.scope === '') return refuse('sync/scope-forbidden')", probe: { file: ACCESS, test: 'nothing of a foreign department or of another person can be read by any way' },
  },
  {
    name: 'first-load-of-any-town', harm: 'A town loads the rows of another one.', file: 'service/store/snapshot.ts',
    search: 'where town_id = $1 and scope = $2', replace: "where $1::text <> '' and scope = $2", probe: { file: ACCESS, test: 'nothing of a foreign town can be read, though departments are named alike' },
  },
  {
    name: 'files-of-any-scope', harm: 'Whoever knows an id reads the attachment.', file: 'service/http/blobs/get-blob.ts',
    search: 'if (!row || !isWithin(access, row))', replace: 'if (!row || isWithin === undefined)', probe: { file: 'service/http/blobs/blobs.test.ts', test: 'hides it from whoever has no row in scope, just as if it were not there' },
  },
  {
    name: 'same-id-other-content', harm: 'A command is answered with what another one did.', file: 'service/commands/answers.ts',
    search: 'known.personId === actor.personId && known.fingerprint === contentHash(command)', replace: 'known.personId === actor.personId',
    probe: { file: 'service/commands/pipeline.test.ts', test: 'a known id with other content, or of another person, is a mismatch and changes nothing' },
  },
  {
    name: 'same-id-other-person', harm: 'Whoever knows the id of a command reads its answer.', file: 'service/commands/answers.ts',
    search: 'known.personId === actor.personId && known.fingerprint', replace: 'known.fingerprint',
    probe: { file: 'service/commands/pipeline.test.ts', test: 'a known id with other content, or of another person, is a mismatch and changes nothing' },
  },
  {
    name: 'chain-skips-the-entry', harm: 'Entries of the audit log are rewritten and nobody finds out.', file: 'service/store/audit.ts',
    search: ' || link.hash !== sha256Hex(chainText(previous, link))', replace: '', probe: { file: 'service/store/audit.test.ts', test: 'every tampering by somebody who can switch the lock off is found' },
  },
  {
    name: 'chain-cut-off', harm: 'The last entries of the audit log are taken away and nobody finds out.', file: 'service/store/audit.ts',
    search: 'const isWhole = head.entries === expected - 1 && head.hash === previous && head.last === head.entries', replace: 'const isWhole = head.entries >= 0',
    probe: { file: 'service/store/audit.test.ts', test: 'every tampering by somebody who can switch the lock off is found' },
  },
  {
    name: 'log-keeps-names', harm: 'Names of citizens stand in the log of the machine.', file: 'service/log.ts', isQuick: true,
    search: 'Object.entries(facts).filter(([key]) => logged.has(key))', replace: 'Object.entries(facts).filter(([key]) => logged.size > 0 && key)',
    probe: { file: 'service/log.test.ts', test: 'what is not named as loggable does not reach the log, and no line can be forged' },
  },
  {
    name: 'exceptions-in-full', harm: 'What the database quotes of a row stands in the log.', file: 'service/log.ts',
    search: 'return { errorName: error.name, ...code,', replace: 'return { errorName: `${error.name} ${error.message}`, ...code,', probe: { file: 'service/log.test.ts', test: 'an exception is told by name, code and place, never by what it says' },
  },
  {
    name: 'stack-traces-outside', harm: 'Whoever finds a bug is told where it is.', file: 'service/http/answers.ts',
    search: "return answer({ code: 'request/unexpected', facts: { id } })", replace: "return answer({ code: 'request/unexpected', facts: { id, stack: error instanceof Error ? (error.stack ?? '') : '' } })",
    probe: { file: 'tests/contract/malformed.test.ts', test: 'a bug is answered with a number that stands in the log, and nothing else' },
  },
  {
    name: 'service-page-policy-off', harm: 'A page of the service loads scripts from elsewhere.', file: 'service/http/shell.ts',
    search: `defaultSrc: ["'none'"], `, replace: `defaultSrc: ['*'], `, probe: { file: 'service/http/pages.test.ts', test: 'the pages’ content policy forbids what is not needed, and nothing tells which software runs' },
  },
  {
    name: 'methods-unchecked', harm: 'A request is sent back whole, with what a proxy has put into it.', file: 'service/http/shell.ts',
    search: "new Set(['GET', 'POST',", replace: "new Set(['TRACE', 'GET', 'POST',", probe: { file: 'tests/security/answers.test.ts', test: 'methods that nobody needs are refused before anything is looked up' },
  },
  {
    name: 'figures-behind-a-proxy', harm: 'Everybody behind the proxy reads how the service works inside.', file: 'service/http/watcher.ts',
    search: 'return !FORWARDING.some(name => name in request.headers) && isLoopback', replace: 'return FORWARDING.length > 0 && isLoopback', probe: { file: 'service/http/watcher.test.ts', test: 'nobody becomes this machine by a proxy that stands on it, nor by claiming so' },
  },
  {
    name: 'erasure-forgets-letters', harm: 'A letter of somebody who was erased still waits in the queue.', file: 'service/store/erase.ts',
    search: 'delete from jobs where town_id = ${townId}\n', replace: 'delete from jobs where false and town_id = ${townId}\n',
    probe: { file: 'service/privacy/privacy.test.ts', test: 'what the rule of its service lets go is shown with its basis, gone after the deletion, and nothing of it is left' },
  },
  {
    name: 'old-callback-believed', harm: 'A callback that was caught is sent again a year later.', file: 'service/fit-connect/callback/verify.ts',
    search: "return Math.abs(nowMs - signedMs) <= MOST_AGE_MS ? 'genuine' : 'old'", replace: "return Math.abs(nowMs - signedMs) <= MOST_AGE_MS ? 'genuine' : 'genuine'",
    probe: { file: 'service/fit-connect/callback/callback.test.ts', test: 'a callback is believed once, when it is signed, young, and about a destination of the town' },
  },
  {
    name: 'signature-compared-in-part', harm: 'The seal of a callback is guessed piece by piece.', file: 'service/fit-connect/callback/verify.ts', isQuick: true,
    search: 'given.length !== wanted.length || !timingSafeEqual(given, wanted)', replace: 'given.length !== wanted.length || !timingSafeEqual(given.subarray(0, 8), wanted.subarray(0, 8))',
    probe: { file: 'tests/security/callback-signature.test.ts', test: 'every single bit of the signature counts' },
  },
]
