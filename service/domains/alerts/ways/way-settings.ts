import * as z from 'zod'
import { BOUNCE_READERS, bounceContradictions, NO_BOUNCES, type BounceSettings } from '../bounces/bounce-settings.ts'

/** How messages leave the house, as the environment says it. What is null is not set up. */
export interface WaySettings extends BounceSettings {
  /** Signs e-mails for a domain (RFC 6376), with the key in a file. */
  readonly dkimDomain: string | null
  readonly dkimSelector: string | null
  readonly dkimKeyFile: string | null
  /** Takes SMS by POST and shows each of them by GET below it. */
  readonly smsGatewayUrl: string | null
  readonly smsGatewayToken: string | null
  /** Addresses to which every warning is posted as a CAP file, with the secret that signs it; drills have both of their own. */
  readonly alertHooks: readonly string[]
  readonly alertHookSecret: string | null
  readonly drillHooks: readonly string[]
  readonly drillHookSecret: string | null
  /** Whom services of browsers write to when something is wrong, `mailto:` or `https:`; null: no messages to browsers. */
  readonly pushContact: string | null
  /** The services of browsers to which the town sends; whatever another address may claim to be is none. */
  readonly pushHosts: readonly string[]
}

/** Those of Chrome and others like it, Firefox, Safari, and Edge. */
const PUSH_HOSTS = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com'] as const

export const NO_WAYS: WaySettings = {
  dkimDomain: null, dkimSelector: null, dkimKeyFile: null, smsGatewayUrl: null, smsGatewayToken: null, alertHooks: [], alertHookSecret: null, drillHooks: [], drillHookSecret: null,
  pushContact: null, pushHosts: PUSH_HOSTS, ...NO_BOUNCES,
}

const MOST_HOOKS = 20
const ON_THIS_MACHINE = ['127.0.0.1', '[::1]', 'localhost']

/** Words of a warning, a token and a number of a telephone go to another machine encrypted or not at all. */
const isSafeUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && ON_THIS_MACHINE.includes(url.hostname)))
}

const safeUrl = z.string().max(500).refine(isSafeUrl)
const words = (given: unknown): unknown => (typeof given === 'string' ? given.trim().split(/\s+/) : given)
const hooks = z.preprocess(words, z.array(safeUrl).max(MOST_HOOKS).default([]))
const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/).nullable().default(null)
const named = (pattern: RegExp) => z.string().regex(pattern).nullable().default(null)

/** Each setting as `service/settings.ts` reads them. */
export const WAY_READERS = {
  dkimDomain: { env: 'DKIM_DOMAIN', schema: named(/^[a-z0-9.-]{3,253}$/), wants: 'DKIM_DOMAIN muss eine Domain sein, zum Beispiel tangerhuette.de.' },
  dkimSelector: { env: 'DKIM_SELECTOR', schema: named(/^[a-z0-9._-]{1,63}$/), wants: 'DKIM_SELECTOR muss der Name des Schlüssels im DNS sein.' },
  dkimKeyFile: { env: 'DKIM_KEY_FILE', schema: z.string().min(1).max(1_000).nullable().default(null), wants: 'DKIM_KEY_FILE muss eine Datei mit dem privaten Schlüssel nennen.' },
  smsGatewayUrl: {
    env: 'SMS_GATEWAY_URL', schema: safeUrl.transform(url => url.replace(/\/$/, '')).nullable().default(null), wants: 'SMS_GATEWAY_URL muss mit https:// beginnen; http:// geht nur auf diesem Rechner.',
  },
  smsGatewayToken: { env: 'SMS_GATEWAY_TOKEN', schema: named(/^[\x21-\x7e]{8,500}$/), wants: 'SMS_GATEWAY_TOKEN muss aus 8 bis 500 Zeichen ohne Leerzeichen und Umlaute bestehen.' },
  alertHooks: { env: 'ALERT_HOOKS', schema: hooks, wants: 'ALERT_HOOKS muss aus höchstens 20 Adressen mit https:// bestehen, durch Leerzeichen getrennt.' },
  alertHookSecret: { env: 'ALERT_HOOK_SECRET', schema: secret, wants: 'ALERT_HOOK_SECRET muss mit whsec_ beginnen, danach mindestens 24 Bytes in Base64.' },
  drillHooks: { env: 'DRILL_HOOKS', schema: hooks, wants: 'DRILL_HOOKS muss aus höchstens 20 Adressen mit https:// bestehen, durch Leerzeichen getrennt.' },
  drillHookSecret: { env: 'DRILL_HOOK_SECRET', schema: secret, wants: 'DRILL_HOOK_SECRET muss mit whsec_ beginnen, danach mindestens 24 Bytes in Base64.' },
  ...BOUNCE_READERS,
  pushContact: { env: 'PUSH_CONTACT', schema: named(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/), wants: 'PUSH_CONTACT muss wie mailto:it@tangerhuette.de oder https://tangerhuette.de aussehen.' },
  pushHosts: {
    env: 'PUSH_HOSTS', schema: z.preprocess(words, z.array(z.string().regex(/^(?:\*\.)?[a-z0-9.-]{1,253}(?::\d{1,5})?$/)).max(MOST_HOOKS).default([...PUSH_HOSTS])),
    wants: 'PUSH_HOSTS muss aus höchstens 20 Rechnernamen bestehen, durch Leerzeichen getrennt; *. am Anfang meint alle darunter.',
  },
} as const

const isBelow = (domain: string, above: string): boolean => domain.toLowerCase() === above || domain.toLowerCase().endsWith(`.${above}`)

/** What fits by itself and not together. */
export function wayContradictions(read: WaySettings & { readonly mailFrom: string }): readonly string[] {
  const dkim = [read.dkimDomain, read.dkimSelector, read.dkimKeyFile].filter(Boolean).length
  const drill = new Set(read.drillHooks)
  return [
    ...(dkim === 0 || dkim === 3 ? [] : ['DKIM_DOMAIN, DKIM_SELECTOR und DKIM_KEY_FILE gelten nur zusammen.']),
    ...(read.dkimDomain === null || isBelow(read.mailFrom.slice(read.mailFrom.lastIndexOf('@') + 1), read.dkimDomain) ? [] : ['DKIM_DOMAIN muss die Domain von MAIL_FROM sein oder über ihr stehen: Sonst zählt die Signatur nicht (DMARC).']),
    ...bounceContradictions(read),
    ...(read.smsGatewayUrl && !read.smsGatewayToken ? ['SMS_GATEWAY_TOKEN fehlt: Ohne ihn nimmt das Gateway nichts an.'] : []),
    ...(read.alertHooks.length > 0 && !read.alertHookSecret ? ['ALERT_HOOK_SECRET fehlt: Ohne ihn erkennt niemand, dass eine Meldung echt ist.'] : []),
    ...(read.drillHooks.length > 0 && !read.drillHookSecret ? ['DRILL_HOOK_SECRET fehlt: Ohne ihn erkennt niemand, dass eine Übung von hier kommt.'] : []),
    ...(read.alertHooks.some(hook => drill.has(hook)) ? ['ALERT_HOOKS und DRILL_HOOKS dürfen keine Adresse gemeinsam haben: Eine Übung darf nie dorthin, wo Warnungen hingehen.'] : []),
    ...(read.alertHookSecret !== null && read.alertHookSecret === read.drillHookSecret ? ['ALERT_HOOK_SECRET und DRILL_HOOK_SECRET müssen verschieden sein: Sonst lässt sich eine Übung als Warnung ausgeben.'] : []),
  ]
}
