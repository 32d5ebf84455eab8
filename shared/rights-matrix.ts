import { ROLES, type Grant, type Role } from './actor.ts'
import { COMMANDS } from './commands.ts'
import { isTownRole } from './domains/staff/grants.ts'
import { scopesOf } from './domains/staff/rights.ts'
import { AccountId, DepartmentId, PersonId, TownId } from './ids.ts'
import { cardScope, channelScope, departmentScope, healthScope, type Scope } from './scope.ts'

/** Something that can be done, and the roles of which one is needed for it: as the program asserts it and nothing else. */
export interface RightsRow {
  /** `applications.approve`. */
  readonly name: string
  /** `applications`. */
  readonly domain: string
  readonly roles: readonly Role[]
}

/** Every command that a person gives, in the order of the list of commands. */
export const COMMAND_RIGHTS: readonly RightsRow[] = COMMANDS.flatMap(({ name, roles, isByItself }) =>
  (isByItself ? [] : [{ name, domain: name.split('.')[0] ?? name, roles }]))

/** What lies on desks, by what it is about. */
const READ_KINDS = ['cases', 'channel', 'cards', 'health'] as const
type ReadKind = (typeof READ_KINDS)[number]

const SOMEWHERE = DepartmentId.parse('somewhere')
const SCOPES: Readonly<Record<ReadKind, Scope>> = {
  cases: departmentScope(SOMEWHERE), channel: channelScope(SOMEWHERE), cards: cardScope(SOMEWHERE), health: healthScope(SOMEWHERE),
}
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Which roles have what on their desks: asked of the rule that says what a desk holds. */
export const READ_RIGHTS: readonly (RightsRow & { readonly name: ReadKind })[] = READ_KINDS.map(name =>
  ({ name, domain: 'reading', roles: ROLES.filter(role => holds(role, SCOPES[name])) }))

function holds(role: Role, scope: Scope): boolean {
  const grant = { role, departmentId: isTownRole(role) ? null : SOMEWHERE, viaPersonId: null, viaName: null }
  const actor = { townId: TownId.parse('somewhere'), accountId: AccountId.parse(NOBODY), personId: PersonId.parse(NOBODY), name: '', grants: [grant] }
  return scopesOf(actor, [scope]).includes(scope)
}

/** Where somebody with these rights may do it: for the whole town, or in these departments; nowhere is an empty list. */
export function whereAllowed(grants: readonly Grant[], { roles }: Pick<RightsRow, 'roles'>): 'town' | readonly DepartmentId[] {
  const giving = grants.filter(({ role }) => roles.includes(role))
  if (giving.some(({ departmentId }) => departmentId === null)) return 'town'
  return [...new Set(giving.flatMap(({ departmentId }) => departmentId ?? []))]
}
