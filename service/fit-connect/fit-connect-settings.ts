import * as z from 'zod'
import { isSafeUrl } from '../domains/notices/print-centre/print-centre-settings.ts'

/** How the town is linked to the portal by FIT-Connect, as the environment says it. Null or none: it is not. */
export interface FitConnectSettings {
  /** Of the submission interface, without a slash at its end: `https://prod.fit-connect.fitko.net/submission-api`. */
  readonly fitConnectSubmissionUrl: string | null
  /** Of the interface for destinations; null: keys are entered in the self-service portal by hand. */
  readonly fitConnectDestinationUrl: string | null
  readonly fitConnectTokenUrl: string | null
  readonly fitConnectClient: string | null
  readonly fitConnectSecret: string | null
  /** The destinations (Zustellpunkte) that are this town's, by their ids. */
  readonly fitConnectDestinations: readonly string[]
  /** By which callbacks are signed; null: nobody calls, the service asks. */
  readonly fitConnectCallbackSecret: string | null
  readonly fitConnectAskSeconds: number
  /** What metadata and data of a submission may have together. Its files have the bounds of every submission. */
  readonly fitConnectDataMegabytes: number
  /** So long the portal's log may lack its own event about a submission before the submission goes back. */
  readonly fitConnectEventsMinutes: number
}

/** What the town is linked with. */
export interface FitConnectAccess {
  readonly submissionUrl: string
  readonly destinationUrl: string | null
  readonly tokenUrl: string
  readonly client: string
  readonly secret: string
  readonly destinations: readonly string[]
}

export const NO_FIT_CONNECT: FitConnectSettings = {
  fitConnectSubmissionUrl: null, fitConnectDestinationUrl: null, fitConnectTokenUrl: null, fitConnectClient: null, fitConnectSecret: null, fitConnectDestinations: [],
  fitConnectCallbackSecret: null, fitConnectAskSeconds: 300, fitConnectDataMegabytes: 10, fitConnectEventsMinutes: 60,
}

const MOST_DESTINATIONS = 20

const url = z.string().max(500).refine(isSafeUrl).transform(text => text.replace(/\/$/, '')).nullable().default(null)
const text = (least: number, most: number) => z.string().min(least).max(most).nullable().default(null)
const whole = (least: number, most: number, otherwise: number) => z.coerce.number().int().min(least).max(most).default(otherwise)
const listed = (given: unknown): unknown => (typeof given === 'string' ? given.trim().toLowerCase().split(/[\s,]+/) : given)
const urlWants = (name: string): string => `${name} muss mit https:// beginnen; http:// geht nur auf diesem Rechner.`

/** Each setting as `service/settings.ts` reads them. */
export const FIT_CONNECT_READERS = {
  fitConnectSubmissionUrl: { env: 'FIT_CONNECT_SUBMISSION_URL', schema: url, wants: urlWants('FIT_CONNECT_SUBMISSION_URL') },
  fitConnectDestinationUrl: { env: 'FIT_CONNECT_DESTINATION_URL', schema: url, wants: urlWants('FIT_CONNECT_DESTINATION_URL') },
  fitConnectTokenUrl: { env: 'FIT_CONNECT_TOKEN_URL', schema: url, wants: urlWants('FIT_CONNECT_TOKEN_URL') },
  fitConnectClient: { env: 'FIT_CONNECT_CLIENT', schema: text(1, 200), wants: 'FIT_CONNECT_CLIENT darf höchstens 200 Zeichen haben.' },
  fitConnectSecret: { env: 'FIT_CONNECT_SECRET', schema: text(1, 500), wants: 'FIT_CONNECT_SECRET darf höchstens 500 Zeichen haben.' },
  fitConnectDestinations: {
    env: 'FIT_CONNECT_DESTINATIONS', schema: z.preprocess(listed, z.array(z.uuid()).max(MOST_DESTINATIONS).default([])),
    wants: `FIT_CONNECT_DESTINATIONS muss aus höchstens ${MOST_DESTINATIONS} Kennungen von Zustellpunkten bestehen, durch Leerzeichen getrennt.`,
  },
  fitConnectCallbackSecret: { env: 'FIT_CONNECT_CALLBACK_SECRET', schema: text(32, 500), wants: 'FIT_CONNECT_CALLBACK_SECRET muss mindestens 32 Zeichen haben.' },
  fitConnectAskSeconds: { env: 'FIT_CONNECT_ASK_SECONDS', schema: whole(1, 86_400, NO_FIT_CONNECT.fitConnectAskSeconds), wants: 'FIT_CONNECT_ASK_SECONDS muss eine Zahl von 1 bis 86400 sein.' },
  fitConnectDataMegabytes: { env: 'FIT_CONNECT_DATA_MEGABYTES', schema: whole(1, 100, NO_FIT_CONNECT.fitConnectDataMegabytes), wants: 'FIT_CONNECT_DATA_MEGABYTES muss eine Zahl von 1 bis 100 sein.' },
  fitConnectEventsMinutes: { env: 'FIT_CONNECT_EVENTS_MINUTES', schema: whole(1, 4_320, NO_FIT_CONNECT.fitConnectEventsMinutes), wants: 'FIT_CONNECT_EVENTS_MINUTES muss eine Zahl von 1 bis 4320 sein.' },
} as const

/** What fits by itself and not together. */
export function fitConnectContradictions(read: FitConnectSettings): readonly string[] {
  return read.fitConnectSubmissionUrl === null || fitConnectAccess(read)
    ? []
    : ['FIT_CONNECT_TOKEN_URL, FIT_CONNECT_CLIENT, FIT_CONNECT_SECRET und FIT_CONNECT_DESTINATIONS gehören zu FIT_CONNECT_SUBMISSION_URL: Ohne sie holt der Dienst keine Einreichungen ab.']
}

/** Null where the town is not linked. */
export function fitConnectAccess(read: FitConnectSettings): FitConnectAccess | null {
  const { fitConnectSubmissionUrl: submissionUrl, fitConnectTokenUrl: tokenUrl, fitConnectClient: client, fitConnectSecret: secret, fitConnectDestinations: destinations } = read
  return submissionUrl && tokenUrl && client && secret && destinations.length > 0 ? { submissionUrl, destinationUrl: read.fitConnectDestinationUrl, tokenUrl, client, secret, destinations } : null
}
