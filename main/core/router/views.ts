import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { follow } from '../observable.ts'
import { shownDesk } from './guard.ts'

export function viewsRouter(desk: Desk) {
  const os = implement(coreContract.views)
  return {
    list: os.list.handler(async () => ({ views: [...(await shownDesk(desk).applications.savedViews.list())] })),
    filled: os.filled.handler(async function* ({ signal }) {
      for await (const views of follow(shownDesk(desk).applications.savedViews.filled, signal)) yield { views: [...views] }
    }),
  }
}
