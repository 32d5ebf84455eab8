import type { Vaccination, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import type { ExchangedRecord } from '../../../../shared/formats/fhir/exchanged.ts'
import { recordsBundle } from '../../../../shared/formats/fhir/write-bundle.ts'
import { derivedUuid, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { RecordsExport, RecordsFile } from '../../../../shared/wire/vaccinations.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { townById } from '../../../store/towns.ts'
import { noteReading } from '../health-access.ts'
import { standingOf } from '../rows.ts'
import { recordOpenTo } from '../whole-record.ts'

/** Everything that counts of what a department documented about the person of one record, as a file; noted before anything is told. */
export async function exportRecords(database: Database, access: Access, { vaccinationId, purpose, format }: RecordsExport, now: Instant): Promise<Result<RecordsFile>> {
  const { db } = database
  const { townId } = access.actor
  const asked = await recordOpenTo(db, access, vaccinationId)
  const [first, ...more] = asked ? await exchanged(db, townId, await standingOf(db, townId, asked.scope, asked.vaccineeId)) : []
  if (!asked || !first) return refuse('commands/record-missing', { table: 'vaccinations' })
  await noteReading(database, access, { kind: 'exported', purpose, about: asked.id, scope: asked.scope }, now)
  const town = await townById(db, townId)
  const bundle = recordsBundle([first, ...more], { id: derivedUuid('town', townId), name: town?.name ?? townId }, format)
  return ok({ text: `${JSON.stringify(bundle, null, 2)}\n`, records: 1 + more.length })
}

async function exchanged(db: Database['db'], townId: TownId, standing: readonly Vaccination[]): Promise<readonly ExchangedRecord[]> {
  const rows = await loadRecords(db, townId, standing.map(({ vaccineId }) => ({ table: 'vaccines', id: vaccineId }) as const), false)
  return standing.map(vaccination => ({ vaccination, vaccine: (rows.get(`vaccines/${vaccination.vaccineId}`) as Vaccine | undefined) ?? null }))
}
