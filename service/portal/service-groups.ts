import type { Kysely } from 'kysely'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Department } from '../../shared/domains/staff/tables.ts'
import type { TownId } from '../../shared/ids.ts'
import { offeredServices } from '../intake/catalogue.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'

/** What a department offers; `department` is its name, null for services of a department the town has not named. */
export interface ServiceGroup {
  readonly department: string | null
  readonly services: readonly TownService[]
}

/** The services open to applications, by department in the town's own order, and within it by German title. */
export async function serviceGroups(db: Kysely<Schema>, townId: TownId): Promise<readonly ServiceGroup[]> {
  return groupedByDepartment(await offeredServices(db, townId), await departmentsInOrder(db, townId))
}

/** Departments that offer nothing are left out; what belongs to none of them comes last, so that nothing gets lost. */
function groupedByDepartment(
  services: readonly TownService[],
  departments: readonly Pick<Department, 'id' | 'name'>[],
): readonly ServiceGroup[] {
  const named = departments.map(({ id, name }) => ({ department: name, services: services.filter(({ departmentId }) => departmentId === id) }))
  const known = new Set(departments.map(({ id }) => id))
  const rest = { department: null, services: services.filter(({ departmentId }) => !known.has(departmentId)) }
  return [...named, rest].filter(group => group.services.length > 0)
}

async function departmentsInOrder(db: Kysely<Schema>, townId: TownId): Promise<readonly Department[]> {
  const ids = await db.selectFrom('departments').select('id').where('town_id', '=', townId).execute()
  const records = ids.map(({ id }) => ({ table: 'departments', id }) as const)
  const rows = [...(await loadRecords(db, townId, records, false)).values()] as readonly Department[]
  return rows.toSorted((one, other) => one.position - other.position)
}
