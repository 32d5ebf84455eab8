import * as z from 'zod'

/** How the groups of an issuer of one's own are read. */
export interface GroupSettings {
  /** The claim of an access token that lists them. */
  readonly oidcGroupsClaim: string
  /** Whether somebody without an account gets one by signing in, if a group of theirs gives rights here. */
  readonly oidcOpensAccounts: boolean
}

export const NO_GROUPS: GroupSettings = { oidcGroupsClaim: 'groups', oidcOpensAccounts: false }

/** Each setting as `service/settings.ts` reads them. */
export const GROUP_READERS = {
  oidcGroupsClaim: {
    env: 'OIDC_GROUPS_CLAIM', schema: z.string().regex(/^[\w:/.-]{1,120}$/).default(NO_GROUPS.oidcGroupsClaim), wants: 'OIDC_GROUPS_CLAIM muss der Name eines Claims sein, zum Beispiel groups.',
  },
  oidcOpensAccounts: {
    env: 'OIDC_OPENS_ACCOUNTS', schema: z.enum(['0', '1']).default('0').transform(given => given === '1'), wants: 'OIDC_OPENS_ACCOUNTS kann nur 0 oder 1 sein.',
  },
} as const
