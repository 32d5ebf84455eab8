import * as z from 'zod'

/** Where reports come in that an e-mail did not arrive after all, as the environment says it. Both are set or none. */
export interface BounceSettings {
  /** Behind the `@` of the addresses to which mail servers report; its mail has to lead to `bounceListen`. */
  readonly bounceDomain: string | null
  /** `lmtp://127.0.0.1:2526` or `smtp://127.0.0.1:2526`, for the mail server of the house. */
  readonly bounceListen: string | null
}

export const NO_BOUNCES: BounceSettings = { bounceDomain: null, bounceListen: null }

/** Each setting as `service/settings.ts` reads them. */
export const BOUNCE_READERS = {
  bounceDomain: {
    env: 'BOUNCE_DOMAIN', schema: z.string().regex(/^(?=.{4,180}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/).nullable().default(null), wants: 'BOUNCE_DOMAIN muss eine Domain sein, zum Beispiel ruecklauf.tangerhuette.de.',
  },
  bounceListen: {
    env: 'BOUNCE_LISTEN', schema: z.string().regex(/^(?:lmtp|smtp):\/\/(?:[a-z0-9.-]+|\[[\da-f:]+\]):\d{1,5}$/).nullable().default(null), wants: 'BOUNCE_LISTEN muss wie lmtp://127.0.0.1:2526 oder smtp://127.0.0.1:2526 aussehen.',
  },
} as const

export const bounceContradictions = ({ bounceDomain, bounceListen }: BounceSettings): readonly string[] =>
  ((bounceDomain === null) === (bounceListen === null) ? [] : ['BOUNCE_DOMAIN und BOUNCE_LISTEN gelten nur zusammen.'])
