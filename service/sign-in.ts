import { ROLES, type Role } from '../shared/actor.ts'
import type { TownId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { demoStaff, DEMO_PASSWORD } from './demo/staff.ts'
import { DEPARTMENTS } from './demo/town.ts'
import { createAccounts } from './identity/accounts.ts'
import type { GroupSettings } from './identity/groups/group-settings.ts'
import type { DemoLogin } from './identity/pages.ts'
import { createProvider, type SignInProvider } from './identity/provider.ts'
import { API_AUDIENCE, createTokenVerifier, type TokenVerifier } from './identity/tokens.ts'
import { instantFromMs } from '../shared/time.ts'
import type { Database } from './store/database.ts'

/** How people sign in and how their tokens are checked. */
export interface SignIn {
  readonly issuer: string
  readonly verifier: TokenVerifier
  /** Null where an issuer of one's own is used. */
  readonly provider: SignInProvider | null
}

export interface SignInParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
  readonly fetch: typeof fetch
  readonly demo: boolean
  /** An issuer of one's own. */
  readonly oidcIssuer: string | null
  readonly groups: GroupSettings
}

/** The town's own issuer, or the embedded one below the service's address. */
export async function openSignIn(parts: SignInParts, serviceUrl: string): Promise<SignIn> {
  const { database, townId, clock, fetch, demo, oidcIssuer } = parts
  if (oidcIssuer) {
    return { issuer: oidcIssuer, verifier: createTokenVerifier({ issuer: oidcIssuer, audience: API_AUDIENCE, fetch, groupsClaim: parts.groups.oidcGroupsClaim }), provider: null }
  }
  const issuer = `${serviceUrl}/oidc`
  const provider = await createProvider({
    database, townId, townName: parts.townName, issuerUrl: issuer, clock,
    accounts: createAccounts(database.db, townId, clock),
    demoLogins: demo ? async () => demoLogins(clock) : null,
  })
  return { issuer, verifier: createTokenVerifier({ issuer, audience: API_AUDIENCE, fetch, keys: provider.keys }), provider }
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: 'Sachbearbeitung', lead: 'Teamleitung', officer: 'Einsatzleitung', administrator: 'Administration',
  'data-protection-officer': 'Datenschutz',
  physician: 'Ärztlicher Dienst',
}

/** The people of the demo with what they do, as its sign-in page lists them. */
function demoLogins(clock: Clock): readonly DemoLogin[] {
  return demoStaff(instantFromMs(clock.nowMs())).map(({ login, name, grants }) => {
    const roles = ROLES.filter(role => grants.some(grant => grant.role === role)).map(role => ROLE_NAMES[role])
    const departments = DEPARTMENTS.filter(({ id }) => grants.some(grant => grant.departmentId === id))
    return { login, password: DEMO_PASSWORD, name, task: [...roles, ...departments.map(department => department.name)].join(', ') }
  })
}
