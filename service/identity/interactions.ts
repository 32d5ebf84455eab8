import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import * as z from 'zod'
import { isTrainingName } from '../../shared/training-town.ts'
import { normalLogin, type SignInAccount, type SignInAccounts } from './accounts.ts'
import { readForm } from './form.ts'
import { languageOf, loginPage, newPasswordPage, type DemoLogin, type Language, type LoginProblem, type NewPasswordProblem } from './pages.ts'
import { objectionToPassword } from './password-rules.ts'
import { asksForFreshSignIn, FRESH_SIGN_IN, PASSWORD_SIGN_IN } from './policy.ts'
import { sendStyle } from './styles.ts'
import { sendPage, sendRefusal } from './refusal-page.ts'
import type { Throttle } from './throttle.ts'

/** The pages between a sign-in request and its answer. */
export interface Interactions {
  answers(path: string): boolean
  answer(path: string, req: IncomingMessage, res: ServerResponse): Promise<void>
}

export interface InteractionParts {
  readonly provider: Provider
  readonly accounts: SignInAccounts
  readonly throttle: Throttle
  readonly issuerUrl: string
  readonly demoLogins: (() => Promise<readonly DemoLogin[]>) | null
  /** Everybody thinks of it first when they choose a password; that of a town for practice stands above the forms. */
  readonly townName: string
}

type Details = Awaited<ReturnType<Provider['interactionDetails']>>

interface Visit {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly details: Details
  readonly language: Language
}

export function createInteractions(parts: InteractionParts): Interactions {
  return {
    answers: path => path.startsWith('/interaction/') || path.startsWith('/assets/'),
    answer: async (path, req, res) => {
      if (path.startsWith('/assets/')) return sendStyle(path, res)
      const language = languageOf(req.headers['accept-language'])
      try {
        const details = await parts.provider.interactionDetails(req, res)
        const wanted = details.params['ui_locales']
        await visit(parts, path, { req, res, details, language: languageOf(typeof wanted === 'string' ? wanted : undefined, language) })
      } catch (error) {
        sendRefusal(res, language, error instanceof errors.SessionNotFound ? 'expired' : 'unexpected')
      }
    },
  }
}

async function visit(parts: InteractionParts, path: string, visitor: Visit): Promise<void> {
  const { req, res, language } = visitor
  if (path.endsWith('/cancel') && req.method === 'POST' && isOwnForm(parts, req)) return cancel(parts, visitor)
  const changing = changingIn(visitor.details)
  if (changing !== null && req.method === 'GET') return showNewPassword(parts, visitor, null)
  if (changing !== null && req.method === 'POST' && path.endsWith('/password') && isOwnForm(parts, req)) return tryNewPassword(parts, visitor, changing)
  if (req.method === 'GET') return showLogin(parts, visitor, '', null)
  if (req.method === 'POST' && isOwnForm(parts, req)) return tryLogin(parts, visitor)
  sendRefusal(res, language, 'expired')
}

/** Browsers name the page a form came from; another site's form is not answered. */
function isOwnForm({ issuerUrl }: InteractionParts, req: IncomingMessage): boolean {
  const { origin } = req.headers
  return origin === undefined || origin === 'null' || origin === new URL(issuerUrl).origin
}

async function cancel({ provider }: InteractionParts, { req, res }: Visit): Promise<void> {
  await provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'cancelled by the person' }, { mergeWithLastSubmission: false })
}

async function showLogin({ demoLogins, issuerUrl, townName }: InteractionParts, { res, details, language }: Visit, login: string, problem: LoginProblem | null): Promise<void> {
  const page = loginPage({
    language, login, problem,
    basePath: new URL(issuerUrl).pathname,
    uid: details.uid,
    demoLogins: demoLogins ? await demoLogins() : [],
    isTraining: isTrainingName(townName),
  })
  sendPage(res, problem ? (problem.kind === 'wait' ? 429 : 401) : 200, page)
}

async function tryLogin(parts: InteractionParts, visitor: Visit): Promise<void> {
  const form = await readForm(visitor.req)
  const login = normalLogin(form.get('login') ?? '').slice(0, 80)
  const password = form.get('password') ?? ''
  if (!login || !password) return showLogin(parts, visitor, login, { kind: 'missing', login: !login, password: !password })
  // Counted before the slow check, so that many tries at once are not free.
  const waitMs = await parts.throttle.tryOnce(login)
  if (waitMs > 0) return showLogin(parts, visitor, login, { kind: 'wait', seconds: Math.ceil(waitMs / 1000) })
  const account = await parts.accounts.checkPassword(login, password)
  if (!account) return showLogin(parts, visitor, login, { kind: 'wrong' })
  await parts.throttle.succeeded(login)
  if (account.password === 'run-out') return showLogin(parts, visitor, login, { kind: 'run-out' })
  if (account.password === 'own') return finish(parts, visitor, account)
  // Nothing of a sign-in is in it: whoever goes on to the end of the visit without a new password is asked for the login again.
  await parts.provider.interactionResult(visitor.req, visitor.res, { [CHANGING]: { accountId: account.accountId, proof: account.proof } }, { mergeWithLastSubmission: false })
  showNewPassword(parts, visitor, null)
}

/** In what was found out during a visit: whose password for one time was right, and which one. */
const CHANGING = 'changesPassword'

const Changing = z.object({ accountId: z.string(), proof: z.string() })
type Changing = z.infer<typeof Changing>

const changingIn = ({ result }: Details): Changing | null => Changing.safeParse(result?.[CHANGING]).data ?? null

function showNewPassword({ issuerUrl, townName }: InteractionParts, { res, details, language }: Visit, problem: NewPasswordProblem | null): void {
  sendPage(res, problem ? 400 : 200, newPasswordPage({ language, problem, basePath: new URL(issuerUrl).pathname, uid: details.uid, isTraining: isTrainingName(townName) }))
}

async function tryNewPassword(parts: InteractionParts, visitor: Visit, { accountId, proof }: Changing): Promise<void> {
  const form = await readForm(visitor.req)
  const account = await parts.accounts.findById(accountId)
  if (!account) return sendRefusal(visitor.res, visitor.language, 'expired')
  const password = form.get('new-password') ?? ''
  if (password !== form.get('repeated')) return showNewPassword(parts, visitor, 'unlike')
  const objection = objectionToPassword(password, [account.login, account.name, parts.townName], null)
    ?? ((await parts.accounts.isPassword(account.accountId, password)) ? 'as-before' : null)
  if (objection) return showNewPassword(parts, visitor, objection)
  // Another visit with the same password for one time may have been quicker, or an administrator has given another one.
  if (!(await parts.accounts.choosePassword(account.accountId, password, proof))) return sendRefusal(visitor.res, visitor.language, 'expired')
  await finish(parts, visitor, account)
}

/** Our own desk asks for nothing a person could decide on, so consent is given along with the sign-in. */
async function finish({ provider }: InteractionParts, { req, res, details }: Visit, account: SignInAccount): Promise<void> {
  const { client_id: clientId, resource } = details.params
  const grant = new provider.Grant({ accountId: account.accountId, clientId: String(clientId) })
  grant.addOIDCScope('openid offline_access desk')
  for (const indicator of [resource].flat()) if (typeof indicator === 'string') grant.addResourceScope(indicator, 'desk')
  const acr = asksForFreshSignIn(details.params) ? FRESH_SIGN_IN : PASSWORD_SIGN_IN
  await provider.interactionFinished(req, res, {
    login: { accountId: account.accountId, acr, amr: ['pwd'], remember: false },
    consent: { grantId: await grant.save() },
  })
}
