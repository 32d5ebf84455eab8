import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function vaccinationsRouter(desk: Desk) {
  const os = implement(coreContract.vaccinations)
  return {
    catalogue: os.catalogue.handler(() => shownDesk(desk).vaccinations.catalogue()),
    sessions: os.sessions.handler(() => ({ sessions: shownDesk(desk).vaccinations.sessions() })),
    session: os.session.handler(({ input: { sessionId } }) => shownDesk(desk).vaccinations.session(sessionId)),
    given: os.given.handler(() => ({ given: shownDesk(desk).vaccinations.given() })),
    recalls: os.recalls.handler(() => ({ recalls: shownDesk(desk).vaccinations.recalls() })),
    'recall-contacts': os['recall-contacts'].handler(({ input: { recallId } }) => ({ contacts: shownDesk(desk).vaccinations.recallContacts(recallId) })),
    'side-effects': os['side-effects'].handler(() => ({ sideEffects: shownDesk(desk).vaccinations.sideEffects() })),
    ticket: os.ticket.handler(({ input: { visitId } }) => shownDesk(desk).tickets.write(visitId)),
    'read-ticket': os['read-ticket'].handler(({ input: { sessionId, text } }) => shownDesk(desk).tickets.read(sessionId, text)),
    'recall-persons': os['recall-persons'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.recallPersons(input))),
    batch: os.batch.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.batch(input))),
    'recall-letters': os['recall-letters'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.recallLetters(input))),
    search: os.search.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.search(input))),
    record: os.record.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.record(input))),
    sheet: os.sheet.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.sheet(input))),
    'export-records': os['export-records'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.exportRecords(input))),
    'fetch-back': os['fetch-back'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.fetchBack(input))),
    retention: os.retention.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.retention(input))),
    'propose-deletion': os['propose-deletion'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.proposeDeletion(input))),
    'release-deletion': os['release-deletion'].handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.releaseDeletion(input))),
    figures: os.figures.handler(({ input }) => atTheService(desk, ({ vaccinations }) => vaccinations.figures(input))),
  }
}
