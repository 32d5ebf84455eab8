import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { exportList } from '../domains/applications/export.ts'
import { follow } from '../observable.ts'
import { shownDesk } from './guard.ts'

export function bulkRouter(desk: Desk) {
  const os = implement(coreContract.bulk)
  return {
    start: os.start.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.bulk.start(input) : open
    }),
    watch: os.watch.handler(async function* ({ signal }) {
      for await (const run of follow(shownDesk(desk).bulk.run, signal)) yield { run }
    }),
    steer: os.steer.handler(({ input }) => {
      shownDesk(desk).bulk.steer(input.id, input.how)
      return {}
    }),
    results: os.results.handler(({ input }) => shownDesk(desk).bulk.results(input)),
  }
}

export function exportRouter(desk: Desk) {
  const os = implement(coreContract.export)
  return {
    list: os.list.handler(async function* ({ input, signal }) {
      const { cache, applications, sync } = shownDesk(desk)
      const tell = (count: number) =>
        sync.submit('applications.exported', { accountId: sync.actor.value.accountId, count, columns: input.columns.map(({ field }) => field), format: input.format })
      yield* exportList({ cache, numbersOf: applications.numbers, tell }, input, signal)
    }),
  }
}
