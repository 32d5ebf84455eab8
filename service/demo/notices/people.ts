import type { PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { demoStaff } from '../staff.ts'

const STAFF = new Map(demoStaff(instantFromMs(0)).map(({ login, personId, name }) => [login, { personId, name }]))

/** A member of the demo's staff; throws where nobody is called so. */
export function demoPerson(login: string): { readonly personId: PersonId; readonly name: string } {
  const found = STAFF.get(login)
  if (!found) throw new Error(`nobody is called ${login}`)
  return found
}
