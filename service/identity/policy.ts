import { interactionPolicy } from 'oidc-provider'

/** How a person proved who they are, as access tokens carry it in `acr`. */
export const PASSWORD_SIGN_IN = 'urn:rathaus:password'
/** The person was asked again just now, for one act (releasing an alert, exporting health data). */
export const FRESH_SIGN_IN = 'urn:rathaus:fresh'

/** The usual questions, and a new sign-in whenever a client asks for a fresh one: naming `acr_values` alone would not do it. */
export function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  const login = policy.get('login')
  if (!login) throw new Error('the sign-in policy has no question for the login')
  login.checks.add(new interactionPolicy.Check('step_up', 'a fresh sign-in is asked for', context => {
    const { params, result } = context.oidc
    const asked = asksForFreshSignIn(params)
    return asked && !result?.login ? interactionPolicy.Check.REQUEST_PROMPT : interactionPolicy.Check.NO_NEED_TO_PROMPT
  }))
  return policy
}

/** Whether an authorization request names the fresh sign-in among its `acr_values`. */
export function asksForFreshSignIn(params: Readonly<Record<string, unknown>> | undefined): boolean {
  const wanted = params?.['acr_values']
  return typeof wanted === 'string' && wanted.split(' ').includes(FRESH_SIGN_IN)
}
