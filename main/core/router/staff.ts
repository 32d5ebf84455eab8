import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { refuse } from '../../../shared/result.ts'
import { effectiveAll } from '../cache/rows.ts'
import { sortKey } from '../cache/sort-key.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session/session.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function staffRouter(desk: Desk, session: Pick<Session, 'deskId'>) {
  const os = implement(coreContract.staff)
  return {
    list: os.list.handler(() => {
      const { db } = shownDesk(desk).cache
      return {
        staff: effectiveAll(db, 'staff').toSorted((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
        departments: effectiveAll(db, 'departments').toSorted((one, other) => one.position - other.position),
      }
    }),
    accounts: os.accounts.handler(() => atTheService(desk, ({ staff }) => staff.accounts())),
    duties: os.duties.handler(({ input }) => atTheService(desk, ({ staff }) => staff.duties(input))),
    givePassword: os.givePassword.handler(({ input }) => atTheService(desk, ({ staff }) => staff.givePassword(input))),
    devices: os.devices.handler(() => atTheService(desk, async ({ staff }) => ({ ...(await staff.devices()), here: session.deskId }))),
    cutOff: os.cutOff.handler(({ input }) => atTheService(desk, ({ staff }) => staff.cutOff(input))),
    allowAgain: os.allowAgain.handler(({ input }) => atTheService(desk, ({ staff }) => staff.allowAgain(input))),
    nameDevice: os.nameDevice.handler(({ input }) => {
      const { deskId } = session
      return deskId === null ? refuse('storage/unreadable') : atTheService(desk, ({ staff }) => staff.nameDevice({ deskId, ...input }))
    }),
    groups: os.groups.handler(() => atTheService(desk, ({ staff }) => staff.groups())),
    setGroups: os.setGroups.handler(({ input }) => atTheService(desk, ({ staff }) => staff.setGroups(input))),
  }
}
