import { expect, test } from 'vitest'
import { decideCommand } from './decide.ts'
import { COMMANDS, commandNamed } from './commands.ts'
import { momentOf, stateOf } from './command.ts'
import { anActor } from './domains/staff/testing.ts'
import { CommandId, DepartmentId, derivedUuid } from './ids.ts'
import { ROLES } from './actor.ts'
import { COMMAND_RIGHTS, READ_RIGHTS, whereAllowed } from './rights-matrix.ts'
import { instantFromMs } from './time.ts'

const NOTHING = { state: stateOf(new Map()), records: [{ table: 'departments', id: 'ordnung' }] as const }

test('every command that people give stands in it, and a role that is not named there is refused before anything else', () => {
  expect(COMMAND_RIGHTS.map(({ name }) => name)).toEqual(COMMANDS.flatMap(({ name, isByItself }) => (isByItself ? [] : [name])))
  const moment = (role: (typeof ROLES)[number]) => momentOf(anActor(role), instantFromMs(0), CommandId.parse(derivedUuid('a', 'command')))
  for (const { name, roles } of COMMAND_RIGHTS) {
    const command = commandNamed(name)
    if (!command) throw new Error(name)
    for (const role of ROLES.filter(one => !roles.includes(one))) expect([name, role, decideCommand(command, {}, NOTHING, moment(role))]).toMatchObject([name, role, { ok: false, error: { code: 'commands/not-allowed' } }])
  }
})

test('an administrator and the data protection officer read no cases, no cards and nothing about health', () => {
  const roles = Object.fromEntries(READ_RIGHTS.map(row => [row.name, row.roles]))
  expect(roles).toEqual({ cases: ['clerk', 'lead'], channel: ['clerk', 'lead', 'officer'], cards: ['clerk', 'lead', 'officer'], health: ['clerk', 'lead', 'physician'] })
})

test('where somebody may do it follows from their rights', () => {
  const [ordnung, bau] = [DepartmentId.parse('ordnung'), DepartmentId.parse('bau')]
  const grants = [{ role: 'clerk', departmentId: ordnung }, { role: 'lead', departmentId: bau }, { role: 'officer', departmentId: null }] as const
  expect([whereAllowed(grants, { roles: ['clerk', 'lead'] }), whereAllowed(grants, { roles: ['lead'] }), whereAllowed(grants, { roles: ['officer', 'lead'] }), whereAllowed(grants, { roles: ['administrator'] })])
    .toEqual([[ordnung, bau], [bau], 'town', []])
})
