import { ApplicationId } from '../../shared/ids.ts'
import { START_PAGE } from './addresses.ts'

/** The scheme by which e-mails and other programs lead to a case. */
export const LINK_SCHEME = 'rathaus'

const LINK = /^rathaus:\/\/application\/([0-9a-f-]{36})\/?$/i

/** The case a link leads to; undefined for everything that is not exactly `rathaus://application/<uuid>`. */
export function applicationIn(link: string): ApplicationId | undefined {
  const id = LINK.exec(link)?.[1]
  const parsed = ApplicationId.safeParse(id?.toLowerCase())
  return parsed.success ? parsed.data : undefined
}

/** The case among a program's arguments. Several links at once are nobody's wish, and none of them is followed. */
export function applicationAmong(args: readonly string[]): ApplicationId | undefined {
  const links = args.filter(argument => argument.toLowerCase().startsWith(`${LINK_SCHEME}:`))
  const [link] = links
  return link !== undefined && links.length === 1 ? applicationIn(link) : undefined
}

/**
 * The page's own address for a case. Loading it changes what stands behind `#` and nothing else: the page decides what it
 * shows and asks for a sign-in first where there is none.
 */
export const addressOf = (application: ApplicationId): string => `${START_PAGE}#/applications/${application}`
