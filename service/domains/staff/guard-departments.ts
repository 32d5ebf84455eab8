import { sql } from 'kysely'
import { closeDepartment } from '../../../shared/domains/staff/department-commands.ts'
import type { Guards } from '../../commands/context.ts'
import { departmentScope, healthScope } from '../../../shared/scope.ts'
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

/** Where somebody works, or something is open that nobody would see any more, a department is not closed. */
export const departmentIsIdle: Guards = async (trx, { input, moment: { actor: { townId }, now } }) => {
  const { departmentId } = closeDepartment.input.parse(input)
  await lockTown(trx, townId)
  const people = (await allStaff(trx, townId)).filter(({ active, grants }) => active && grants.some(grant => grant.departmentId === departmentId)).length
  const scopes = [departmentScope(departmentId), healthScope(departmentId)]
  const { rows: [open] } = await sql<Record<'groups' | 'cases' | 'messages' | 'bookings' | 'services', number>>`
    select (select count(distinct group_name) from group_grants where town_id = ${townId} and department_id = ${departmentId})::int as groups,
      (select count(*) from applications where town_id = ${townId} and department_id = ${departmentId} and status in ('received', 'in-progress', 'proposed'))::int as cases,
      (select count(*) from conversations where town_id = ${townId} and scope = ${scopes[0]} and state <> 'closed')::int as messages,
      ((select count(*) from appointments where town_id = ${townId} and scope = any(${scopes}) and ends_at > ${now} and status not in ('finished', 'missed', 'cancelled'))
        + (select count(*) from hall_bookings where town_id = ${townId} and scope = any(${scopes}) and ends_at > ${now} and status not in ('refused', 'cancelled', 'returned')))::int as bookings,
      (select count(*) from services where town_id = ${townId} and department_id = ${departmentId} and active)::int as services`.execute(trx)
  const facts = { people, ...(open ?? { groups: 0, cases: 0, messages: 0, bookings: 0, services: 0 }) }
  return Object.values(facts).some(count => count > 0) ? { code: 'staff/department-in-use', facts } : null
}
