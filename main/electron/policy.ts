import * as z from 'zod'
import { ReleaseChannel } from '../../shared/formats/release-manifest.ts'
import { isLoopback } from './addresses.ts'

/** What is wrong with one entry of a policy; each has its sentence in `texts.ts`. */
export const MISTAKES = [
  'json', 'unreadable', 'unprotected', 'missing', 'unknown', 'type', 'range', 'address', 'unencrypted', 'credentials', 'proxy', 'key', 'host', 'choice',
] as const
export type MistakeKind = (typeof MISTAKES)[number]

/** The schema says by these words what is wrong, and never by zod's own. */
const told = (kind: MistakeKind) => ({ error: kind })

/** An address this desk may talk to: encrypted, or on this very computer. */
const Address = z
  .url({ protocol: /^https?$/, ...told('address') })
  .refine(text => isEncryptedOrHere(text), told('unencrypted'))
  .refine(text => URL.canParse(text) && new URL(text).username === '', told('credentials'))

const withoutSlash = (text: string): string => text.replace(/\/+$/, '')

const Proxy = z.discriminatedUnion('mode', [
  /** As the computer has it, by fixed address or by script. */
  z.strictObject({ mode: z.literal('system') }),
  z.strictObject({ mode: z.literal('direct') }),
  z.strictObject({
    mode: z.literal('fixed'),
    /** `http://proxy.example:3128`, without a name and a password. */
    server: z.string(told('type')).regex(/^https?:\/\/[A-Za-z0-9.-]+:\d{2,5}$/, told('proxy')),
    /** Hosts that are reached without it, `*.example` for all below a name. */
    except: z.array(z.string().regex(/^(\*\.)?[A-Za-z0-9.-]{1,253}$/, told('host'))).max(50).default([]),
  }),
])
export type ProxyChoice = Readonly<z.infer<typeof Proxy>>

const Lock = z.strictObject({
  /** So long without any sign of a person, and the desk locks. */
  idleMinutes: z.int(told('type')).min(1, told('range')).max(60, told('range')).default(10).describe('Minuten ohne Lebenszeichen, nach denen der Arbeitsplatz sperrt'),
  /** So long after a sign-in a PIN opens the desk and it works without a network; then somebody signs in anew. */
  signInHours: z.int(told('type')).min(1, told('range')).max(24, told('range')).default(24).describe('Stunden, die eine Anmeldung ohne Netz gilt; danach meldet man sich neu an'),
})

const Updates = z.strictObject({
  /** Where the releases lie; the service's own folder where it is left out. */
  from: Address.transform(withoutSlash).optional().describe('Adresse der Aktualisierungen; sonst die des Dienstes mit /updates'),
  channel: ReleaseChannel.default('stable').describe('early: für die wenigen Arbeitsplätze, die zuerst ausprobieren'),
  /** Who may sign a release: public keys as `npm run release -- key` prints them. Two while one is replaced by the next. */
  keys: z.array(z.string(told('type')).regex(/^[A-Za-z0-9_-]{43}$/, told('key')).refine(isKey, told('key'))).min(1, told('missing')).max(4, told('range')).describe('Öffentliche Schlüssel, wie „npm run release -- key“ sie ausgibt'),
  /** `person`: whoever works here, with an administrator's password. `administration`: by its own means; the desk only tells. */
  install: z.enum(['person', 'administration']).default('administration').describe('Wer installiert: die Person am Platz oder die Administration mit eigenen Mitteln'),
})

/** What the administration sets for everybody at a computer; the file is described in docs/install-desk.md. */
export const Policy = z.strictObject({
  /** For editors, which then know every entry. */
  $schema: z.string().optional(),
  /** Where the central service is, without a slash at the end. */
  serviceUrl: Address.transform(withoutSlash).describe('Adresse des Dienstes, zum Beispiel https://rathaus.example'),
  /** Where people sign in, when that is not the service itself: origins the system's browser may be sent to. */
  signInOrigins: z.array(Address.transform(text => new URL(text).origin)).max(20, told('range')).default([]).describe('Wo man sich anmeldet, wenn nicht am Dienst selbst'),
  proxy: Proxy.default({ mode: 'system' }).describe('system: wie am Computer eingestellt; direct: keiner; fixed: der genannte'),
  lock: Lock.default({ idleMinutes: 10, signInHours: 24 }),
  /** Left out: this desk looks for no newer version. */
  updates: Updates.optional(),
  /** The languages that may be chosen, the first one at the beginning. */
  languages: z.array(z.enum(['de', 'en'])).min(1, told('missing')).max(2, told('range')).default(['de', 'en']).describe('Erlaubte Sprachen, die erste gilt zuerst'),
})
export type Policy = Readonly<z.infer<typeof Policy>>

/** What a person may set for themself where there is no policy: who may sign new versions is not among it. */
export const OwnSettings = Policy.omit({ updates: true })

function isEncryptedOrHere(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || isLoopback(url)
}

/** 32 bytes in base64url, written in the one way there is. */
function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === 32 && bytes.toString('base64url') === text
}

/** Where an entry stands, by its names from outside to inside, and what is wrong with it. */
export interface Mistake {
  readonly path: readonly (string | number)[]
  readonly kind: MistakeKind
}

/** The first mistake of every entry; one that nobody knows is a mistake of its own. */
export function mistakesIn({ issues }: z.ZodError): readonly Mistake[] {
  const mistakes = issues.flatMap((issue): readonly Mistake[] => {
    const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
    if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path: [...path, key], kind: 'unknown' }))
    return [{ path, kind: kindOf(issue) }]
  })
  const nameOf = ({ path }: Mistake): string => JSON.stringify(path)
  return mistakes.filter((mistake, index) => mistakes.findIndex(other => nameOf(other) === nameOf(mistake)) === index)
}

function kindOf(issue: z.core.$ZodIssue): MistakeKind {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing'
  const own = MISTAKES.find(kind => kind === issue.message)
  if (own) return own
  return issue.code === 'invalid_value' || issue.code === 'invalid_union' ? 'choice' : issue.code === 'too_big' ? 'range' : 'type'
}
