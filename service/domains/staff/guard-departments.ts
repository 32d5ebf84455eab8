import { sql } from 'kysely'
import { closeDepartment } from '../../../shared/domains/staff/department-commands.ts'
import type { Guards } from '../../commands/context.ts'
import { allStaff } from '../../store/rights.ts'
import { lockTown } from '../../store/towns.ts'

/** No two departments have one name, so that nobody takes one for the other. */
export const departmentIsUnlike: Guards = async (trx, { changes, moment: { actor: { townId } } }) => {
  await lockTown(trx, townId)
  for (const change of changes) {
    if (change.table !== 'departments') continue
    const like = await trx.selectFrom('departments').select('id').where('town_id', '=', townId).where('id', '<>', change.row.id)
      .where(sql`lower(name)`, '=', change.row.name.toLowerCase()).executeTakeFirst()
    if (like) return { code: 'town-setup/known-department' }
  }
  return null
}

/** Where somebody works, a case is open or a service is offered, a department is not closed. */
export const departmentIsIdle: Guards = async (trx, { input, moment: { actor: { townId } } }) => {
  const { departmentId } = closeDepartment.input.parse(input)
  await lockTown(trx, townId)
  const people = (await allStaff(trx, townId)).filter(({ active, grants }) => active && grants.some(grant => grant.departmentId === departmentId)).length
  const { rows: [open] } = await sql<{ readonly cases: number; readonly services: number }>`
    select (select count(*) from applications where town_id = ${townId} and department_id = ${departmentId} and status in ('received', 'in-progress', 'proposed'))::int as cases,
      (select count(*) from services where town_id = ${townId} and department_id = ${departmentId} and active)::int as services`.execute(trx)
  const { cases, services } = open ?? { cases: 0, services: 0 }
  return people + cases + services > 0 ? { code: 'staff/department-in-use', facts: { people, cases, services } } : null
}
