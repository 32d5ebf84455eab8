import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { follow } from '../observable.ts'
import type { Session } from '../session/session.ts'

export function sessionRouter(session: Session) {
  const os = implement(coreContract.session)
  return {
    watch: os.watch.handler(async function* ({ signal }) {
      await session.ready
      yield* follow(session.state, signal)
    }),
    signIn: os.signIn.handler(() => session.signIn()),
    signOut: os.signOut.handler(() => session.signOut()),
    lock: os.lock.handler(() => session.lock()),
    unlock: os.unlock.handler(({ input }) => session.unlock(input.pin)),
    setPin: os.setPin.handler(({ input }) => session.setPin(input.pin)),
    startAfresh: os.startAfresh.handler(() => session.startAfresh()),
    active: os.active.handler(() => {
      session.active()
      return {}
    }),
  }
}
