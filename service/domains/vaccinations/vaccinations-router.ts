import { implement } from '@orpc/server'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { vaccinationsContract } from '../../../shared/wire/vaccinations.ts'
import { systemClock } from '../../clock.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import { freshSignIn } from '../../identity/fresh-sign-in.ts'
import type { Access } from '../../store/access.ts'
import { vaccinationSheet, type VaccinationSheetParts } from './certificate/vaccination-sheet.ts'
import { exportRecords } from './exchange/export-records.ts'
import { fetchBack } from './fetch-back.ts'
import { vaccinationFigures } from './figures.ts'
import { findRecords } from './find-records.ts'
import { healthRetention, proposeDeletion, releaseDeletion } from './retention.ts'
import { recallLetters } from './recall-letters.ts'
import { batchExtent, recallPersons } from './recall-persons.ts'
import { wholeRecord } from './whole-record.ts'

/** What desks ask about vaccinations that they do not hold. */
export function createVaccinationsRouter(parts: VaccinationSheetParts & { readonly clock: Clock }) {
  const { database, clock, typesetter } = parts
  const os = implement(vaccinationsContract).$context<{ readonly access: Access; readonly authTime: number }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  return os.router({
    recallPersons: os.recallPersons.handler(async ({ input, context: { access } }) => valueOrRefuse(await recallPersons(database, access, input, now()))),
    batch: os.batch.handler(async ({ input, context: { access } }) => valueOrRefuse(await batchExtent(database, access, input))),
    recallLetters: os.recallLetters.handler(async ({ input, context: { access } }) => valueOrRefuse(await recallLetters({ database, typesetter }, access, input, now()))),
    search: os.search.handler(async ({ input, context: { access } }) => valueOrRefuse(await findRecords(database, access, input, now()))),
    record: os.record.handler(async ({ input, context: { access } }) => valueOrRefuse(await wholeRecord(database, access, input, now()))),
    sheet: os.sheet.handler(async ({ input, context: { access } }) => valueOrRefuse(await vaccinationSheet(parts, access, input, now()))),
    exportRecords: os.exportRecords.handler(async ({ input, context: { access, authTime } }) => {
      valueOrRefuse(freshSignIn(authTime, systemClock.nowMs()))
      return valueOrRefuse(await exportRecords(database, access, input, now()))
    }),
    fetchBack: os.fetchBack.handler(async ({ input, context: { access } }) => valueOrRefuse(await fetchBack(database, access, input, now()))),
    retention: os.retention.handler(async ({ input, context: { access } }) => valueOrRefuse(await healthRetention(database, access, input.departmentId, now()))),
    proposeDeletion: os.proposeDeletion.handler(async ({ input, context: { access } }) => valueOrRefuse(await proposeDeletion(database, access, input, now()))),
    releaseDeletion: os.releaseDeletion.handler(async ({ input, context: { access } }) => valueOrRefuse(await releaseDeletion(database, access, input.id, now()))),
    figures: os.figures.handler(async ({ input, context: { access } }) => valueOrRefuse(await vaccinationFigures(database, access, input))),
  })
}
