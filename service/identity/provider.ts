import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JSONWebKeySet } from 'jose'
import Provider, { type Account, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { TownId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import type { SignInAccount, SignInAccounts } from './accounts.ts'
import { createInteractions } from './interactions.ts'
import type { DemoLogin } from './pages.ts'
import { endSignIns, payloadsOf } from './payloads.ts'
import { FRESH_SIGN_IN, PASSWORD_SIGN_IN, signInPolicy } from './policy.ts'
import { sendRefusalPage } from './refusal-page.ts'
import { loadSignInKeys, type SignInKeys } from './sign-in-keys.ts'
import { createThrottle } from './throttle.ts'
import { API_AUDIENCE, DESK_CLIENT_ID, SIGN_IN_CLAIM } from './tokens.ts'

/** A sign-in lasts a working day and no longer, however often its tokens are renewed. */
const SIGN_IN_SECONDS = 24 * 3600
const ACCESS_TOKEN_SECONDS = 300

/** The OpenID Connect provider inside the service, for towns without one of their own. */
export interface SignInProvider {
  /** Answers everything below the issuer's path, pages included. */
  handle(req: IncomingMessage, res: ServerResponse): void
  /** Public keys, for a verifier in the same process. */
  readonly keys: JSONWebKeySet
  /** Ends every session and refresh token of an account at once. */
  endSignIns(accountId: string): Promise<void>
}

export interface SignInProviderParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  /** `${serviceUrl}/oidc` as browsers reach it. */
  readonly issuerUrl: string
  readonly clock: Clock
  readonly accounts: SignInAccounts
  /** The people a demo shows under the form; null shows none. */
  readonly demoLogins: (() => Promise<readonly DemoLogin[]>) | null
}

export async function createProvider(parts: SignInProviderParts): Promise<SignInProvider> {
  const { database, townId, issuerUrl } = parts
  const keys = await loadSignInKeys(database.db, townId)
  const provider = new Provider(issuerUrl, configurationOf(parts, keys))
  provider.proxy = true
  const interactions = createInteractions({ ...parts, provider, throttle: createThrottle(database.db, townId, parts.clock) })
  const answer = provider.callback()
  return {
    handle: (req, res) => {
      const path = enter(req, new URL(issuerUrl))
      if (path === '/auth' || /^\/auth\/[\w-]+$/.test(path)) forgetEarlierSignIn(req)
      if (interactions.answers(path)) void interactions.answer(path, req, res)
      else void answer(req, res)
    },
    keys: keys.published,
    endSignIns: accountId => endSignIns(database.db, townId, accountId),
  }
}

/** Turns the request into one as seen at the issuer's own address, whatever stands between, and answers its path below it. */
function enter(req: IncomingMessage, issuer: URL): string {
  const url = req.url ?? '/'
  const prefix = issuer.pathname.replace(/\/$/, '')
  Object.assign(req, { originalUrl: url })
  req.url = url.startsWith(prefix) ? url.slice(prefix.length) || '/' : url
  req.headers['x-forwarded-host'] = issuer.host
  req.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1)
  return req.url.split('?', 1)[0] ?? '/'
}

/** Every sign-in begins with nobody: browsers in a town hall are shared, and two desks may use one. */
function forgetEarlierSignIn(req: IncomingMessage): void {
  const kept = (req.headers.cookie ?? '').split(/;\s*/).filter(cookie => !/^_session(\.sig)?=/.test(cookie))
  req.headers.cookie = kept.join('; ')
}

function configurationOf({ database, townId, issuerUrl, clock, accounts }: SignInProviderParts, keys: SignInKeys): Configuration {
  return {
    adapter: model => payloadsOf(database.db, townId, clock, model),
    clients: [DESK],
    jwks: keys.signing,
    cookies: { keys: [...keys.cookies] },
    scopes: ['openid', 'offline_access', 'desk'],
    claims: { openid: ['sub'], desk: ['preferred_username', 'name'] },
    acrValues: [PASSWORD_SIGN_IN, FRESH_SIGN_IN],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    conformIdTokenClaims: false,
    ttl: { ...LIFETIMES },
    interactions: { policy: signInPolicy(), url: (_context, interaction) => `${new URL(issuerUrl).pathname}/interaction/${interaction.uid}` },
    features: FEATURES,
    extraTokenClaims: (context, token) => 'accountId' in token ? accessClaims(context, accounts, token.accountId, token.grantId) : undefined,
    findAccount: async (_context, id) => {
      const account = await accounts.findById(id)
      if (account) return asOidcAccount(account)
      await endSignIns(database.db, townId, id)
      return undefined
    },
    renderError: (context, out) => { sendRefusalPage(context, out.error) },
  }
}

/** Native and without a secret (RFC 8252): the loopback redirect is accepted on any port. */
const DESK: NonNullable<Configuration['clients']>[number] = {
  client_id: DESK_CLIENT_ID,
  client_name: 'Rathaus Desk',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  redirect_uris: ['http://127.0.0.1/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  id_token_signed_response_alg: 'ES256',
  require_auth_time: true,
}

const FEATURES: NonNullable<Configuration['features']> = {
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  // Ours is the only client, and each holder of a refresh token may give it back.
  revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
  rpInitiatedLogout: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => API_AUDIENCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: 'desk', audience: API_AUDIENCE, accessTokenTTL: ACCESS_TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } },
    }),
  },
}

const LIFETIMES: NonNullable<Configuration['ttl']> = {
  AccessToken: ACCESS_TOKEN_SECONDS,
  AuthorizationCode: 60,
  // It is looked at once, by a computer whose clock may be wrong by up to an hour; nothing opens by it.
  IdToken: 3_600,
  Interaction: 900,
  Session: 900,
  Grant: SIGN_IN_SECONDS,
  RefreshToken: context => context.oidc.entities.RotatedRefreshToken?.remainingTTL ?? SIGN_IN_SECONDS,
}

async function accessClaims(context: KoaContextWithOIDC, accounts: SignInAccounts, accountId: string, grantId: string | undefined): Promise<Record<string, string | number>> {
  const source = context.oidc.entities.AuthorizationCode ?? context.oidc.entities.RefreshToken
  const account = await accounts.findById(accountId)
  return {
    ...(account ? { preferred_username: account.login } : {}),
    // Names the sign-in, and opens nothing: by it the tokens of one computer are told from those of another.
    ...(grantId ? { [SIGN_IN_CLAIM]: grantId } : {}),
    ...(source?.authTime ? { auth_time: source.authTime } : {}),
    ...(source?.acr ? { acr: source.acr } : {}),
  }
}

const asOidcAccount = (account: SignInAccount): Account => ({
  accountId: account.accountId,
  claims: () => ({ sub: account.accountId, preferred_username: account.login, name: account.name }),
})
