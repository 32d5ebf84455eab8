import { implement } from '@orpc/server'
import { sessionContract, type SessionState } from '../../shared/contract/session.ts'
import type { Refusal } from '../../shared/result.ts'

const session = implement(sessionContract)

/** What the page talks to on a computer whose settings lead to no service: nobody can sign in, and the sign-in page says why. */
export function unconfiguredRouterFor(problem: Refusal) {
  const state: SessionState = { kind: 'signed-out', offlineUnlock: null, problem: problem.code, facts: problem.facts }
  const refusal = { ok: false as const, error: problem }
  return {
    session: {
      watch: session.watch.handler(async function* ({ signal }) {
        yield state
        await new Promise(resolve => signal?.addEventListener('abort', resolve))
      }),
      signIn: session.signIn.handler(() => refusal),
      unlock: session.unlock.handler(() => refusal),
      active: session.active.handler(() => ({})),
    },
  }
}
