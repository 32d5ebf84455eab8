import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function peopleRouter(desk: Desk) {
  const os = implement(coreContract.people)
  return {
    search: os.search.handler(({ input }) => atTheService(desk, ({ people }) => people.search(input))),
    file: os.file.handler(({ input }) => atTheService(desk, ({ people }) => people.file(input))),
    of: os.of.handler(({ input }) => atTheService(desk, ({ people }) => people.of(input))),
    vaccinations: os.vaccinations.handler(({ input }) => atTheService(desk, ({ people }) => people.vaccinations(input))),
    duplicates: os.duplicates.handler(() => atTheService(desk, ({ people }) => people.duplicates())),
    merge: os.merge.handler(({ input }) => atTheService(desk, ({ people }) => people.merge(input))),
    undo: os.undo.handler(({ input }) => atTheService(desk, ({ people }) => people.undo(input))),
    apart: os.apart.handler(({ input }) => atTheService(desk, ({ people }) => people.apart(input))),
    choose: os.choose.handler(({ input }) => atTheService(desk, ({ people }) => people.choose(input))),
    secrecy: os.secrecy.handler(({ input }) => atTheService(desk, ({ people }) => people.secrecy(input))),
    assign: os.assign.handler(({ input }) => atTheService(desk, ({ people }) => people.assign(input))),
    held: os.held.handler(({ input: { personId, name } }) => ({ cases: shownDesk(desk).people.held(personId, name) })),
    secrets: os.secrets.handler(() => shownDesk(desk).people.secrets()),
  }
}
