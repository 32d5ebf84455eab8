import { implement } from '@orpc/server'
import { sessionContract, type SessionState } from '../../shared/contract/session.ts'
import { refuse } from '../../shared/result.ts'

const PROBLEM = 'start/settings-invalid'
const STATE: SessionState = { kind: 'signed-out', offlineUnlock: null, problem: PROBLEM }

const session = implement(sessionContract)

/** What the page talks to on a computer where no service is set: nobody can sign in, and the sign-in page says why. */
export const unconfiguredRouter = {
  session: {
    watch: session.watch.handler(async function* ({ signal }) {
      yield STATE
      await new Promise(resolve => signal?.addEventListener('abort', resolve))
    }),
    signIn: session.signIn.handler(() => refuse(PROBLEM)),
    unlock: session.unlock.handler(() => refuse(PROBLEM)),
    active: session.active.handler(() => ({})),
  },
}
