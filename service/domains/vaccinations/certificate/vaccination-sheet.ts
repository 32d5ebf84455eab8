import type { Department } from '../../../../shared/domains/staff/tables.ts'
import { TEAM } from '../../../../shared/domains/vaccinations/roles.ts'
import type { Vaccination, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { recordKey, type RecordRef } from '../../../../shared/command.ts'
import type { TownId, VaccinationId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import type { RowOf } from '../../../../shared/tables.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { VaccinationSheet, VaccinationSheetQuery } from '../../../../shared/wire/vaccinations.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import type { LaidOut, Typesetter } from '../../letters/typesetter.ts'
import { noteReading, scopesOpenTo } from '../health-access.ts'
import { certificateData } from './certificate-data.ts'
import type { Versioned } from './dose-rows.ts'
import { labelsData } from './labels-data.ts'
import { CERTIFICATE_LAYOUT, LABELS_LAYOUT } from './layouts.ts'

export interface VaccinationSheetParts {
  readonly database: Database
  /** Null where nothing can be set. */
  readonly typesetter: Typesetter | null
  readonly url: () => string
  /** Where harm is reported, as a sentence. */
  readonly claimsOffice: string
}

/** What is noted as the purpose when health data leaves on paper. */
const PURPOSES = { certificate: 'Impfbescheinigung gedruckt', signatures: 'Blätter zum Unterschreiben gedruckt', labels: 'Etiketten für Impfausweise gedruckt' } as const

/** Documentations on paper, for the team of their scope. One that was never given is no proof; labels and signatures are for what counts. */
export async function vaccinationSheet(parts: VaccinationSheetParts, access: Access, { sheet, vaccinationIds }: VaccinationSheetQuery, now: Instant): Promise<Result<VaccinationSheet>> {
  const records = await recordsOpenTo(parts.database, access, vaccinationIds)
  const [first] = records ?? []
  if (!records || !first) return refuse('commands/record-missing', { table: 'vaccinations' })
  if (records.some(record => (sheet === 'certificate' ? record.isVoid : !stands(record)))) return refuse('vaccinations/replaced')
  if (!parts.typesetter) return refuse('letters/no-typesetter')
  await noteReading(parts.database, access, { kind: 'printed', purpose: PURPOSES[sheet], about: records.length === 1 ? first.id : null, scope: first.scope }, now)
  const set = await parts.typesetter.typeset(await laidOut(parts, access.actor.townId, sheet, records))
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}

/** All of them by name, or none where one does not lie open or is of another department. */
async function recordsOpenTo({ db }: Database, access: Access, ids: readonly VaccinationId[]): Promise<readonly Vaccination[] | null> {
  const rows = await loadRecords(db, access.actor.townId, [...new Set(ids)].map(id => ({ table: 'vaccinations', id }) as const), false)
  const records = [...rows.values()] as unknown as readonly Vaccination[]
  const open = scopesOpenTo(access, TEAM)
  const isWhole = rows.size === new Set(ids).size && records.every(({ scope }) => open.includes(scope) && departmentOf(scope) === departmentOf(records[0]?.scope ?? ''))
  return isWhole ? records.toSorted(byName) : null
}

const NAMES = new Intl.Collator('de')

const byName = (one: Vaccination, other: Vaccination): number =>
  NAMES.compare(`${one.person.familyName} ${one.person.givenName}`, `${other.person.familyName} ${other.person.givenName}`) || (one.number < other.number ? -1 : 1)

async function laidOut({ database, url, claimsOffice }: VaccinationSheetParts, townId: TownId, sheet: VaccinationSheetQuery['sheet'], records: readonly Vaccination[]): Promise<LaidOut> {
  const { department, place, versions } = await surroundings(database, townId, records)
  const head = department?.letterhead
  const authority = head?.authority ?? department?.name ?? ''
  if (sheet === 'labels') return { layout: LABELS_LAYOUT, data: labelsData(records, authority) }
  const address = head ? `${head.street}, ${head.postalCode} ${head.place}` : ''
  return { layout: CERTIFICATE_LAYOUT, data: certificateData({ doses: versions, authority, address, placeName: place?.name ?? '', url: url(), claimsOffice, withList: sheet === 'signatures' }) }
}

interface Surroundings {
  readonly department: Department | undefined
  readonly place: RowOf<'places'> | undefined
  readonly versions: readonly Versioned[]
}

async function surroundings({ db }: Database, townId: TownId, records: readonly Vaccination[]): Promise<Surroundings> {
  const get = async (refs: readonly RecordRef[]) => loadRecords(db, townId, refs, false)
  const [first] = records
  const session = { table: 'vaccination_sessions', id: first?.sessionId ?? '' } as const
  const department = { table: 'departments', id: departmentOf(first?.scope ?? '') ?? '' } as const
  const neighbours = records.flatMap(({ replacesId, replacedById }) => [replacesId, replacedById]).flatMap(id => (id ? [{ table: 'vaccinations', id } as const] : []))
  const rows = await get([session, department, ...neighbours])
  const place = { table: 'places', id: (rows.get(recordKey(session)) as VaccinationSession | undefined)?.placeId ?? '' } as const
  const version = (id: string | null) => rows.get(`vaccinations/${id ?? ''}`) as Vaccination | undefined
  return {
    department: rows.get(recordKey(department)) as Department | undefined,
    place: (await get([place])).get(recordKey(place)) as RowOf<'places'> | undefined,
    versions: records.map(record => ({ record, before: version(record.replacesId), after: version(record.replacedById) })),
  }
}
