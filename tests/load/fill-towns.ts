import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase } from '../../service/store/database.ts'
import { createTown } from '../../service/store/towns.ts'
import { testApplication } from '../../service/testing.ts'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, DepartmentId, derivedUuid, PersonId, TownId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'

const CASES = 60

export const loginOf = (index: number): string => `desk.${index}`
export const townNamed = (index: number): string => `town-${index}`

/** Towns with as many clerks as desks and some cases, written straight into the database. */
export async function fillTowns(url: string, towns: number, desksPerTown: number): Promise<void> {
  const database = await openDatabase(url)
  try {
    for (let index = 0; index < towns; index++) await database.db.transaction().execute(async trx => {
      const townId = TownId.parse(townNamed(index))
      await createTown(trx, { id: townId, name: townId, reference_prefix: 'TGH', recovery_key: `${'A'.repeat(43)}=`, demo: false })
      await commitChanges(trx, { townId, actor: null, action: 'load.fill', commandId: null, at: instantFromMs(Date.now()) }, changesFor(townId, desksPerTown))
    })
  } finally {
    await database.close()
  }
}

const ORDNUNG = DepartmentId.parse('ordnung')

const changesFor = (townId: TownId, desks: number): Parameters<typeof commitChanges>[2] => [
  { table: 'departments', row: { id: ORDNUNG, scope: TOWN_SCOPE, version: 0, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null } },
  { table: 'services', row: aTownService() }, { table: 'forms', row: aForm() },
  ...Array.from({ length: desks }, (_, index) => ({ table: 'staff', row: aStaffAccount({
    id: AccountId.parse(derivedUuid(`${townId}/account`, loginOf(index))), personId: PersonId.parse(derivedUuid(`${townId}/person`, loginOf(index))),
    login: loginOf(index), name: `Arbeitsplatz ${index}`, grants: [{ role: 'clerk', departmentId: ORDNUNG }], active: true,
  }) }) as const),
  ...casesOf().map(row => ({ table: 'applications', row }) as const),
]

/** The same in every town: equal ids are where towns could be mixed. */
export const casesOf = () => Array.from({ length: CASES }, (_, index) => testApplication(index + 1))
