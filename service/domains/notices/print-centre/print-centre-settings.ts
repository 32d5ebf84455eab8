import * as z from 'zod'

/** How letters reach the print centre, as the environment says it. Null: no letter leaves. */
export interface PrintCentreSettings {
  /** Of the interface, without a slash at its end: `https://api.epost.docuguide.com/api`. */
  readonly printCentreUrl: string | null
  readonly printCentreVendor: string | null
  readonly printCentreEkp: string | null
  readonly printCentreSecret: string | null
  readonly printCentrePassword: string | null
  /** Letters are marked as a test: nothing is printed. */
  readonly printCentreTest: boolean
  readonly printCentreLettersPerCall: number
  readonly printCentreMegabytesPerCall: number
  /** How soon a letter that has just been handed over is asked about; older ones are asked less and less often. */
  readonly printCentreAskSeconds: number
}

/** By what the town is known there. */
export interface PrintCentreAccess {
  readonly url: string
  readonly vendor: string
  readonly ekp: string
  readonly secret: string
  readonly password: string
  readonly isTest: boolean
}

export const NO_PRINT_CENTRE: PrintCentreSettings = {
  printCentreUrl: null, printCentreVendor: null, printCentreEkp: null, printCentreSecret: null, printCentrePassword: null, printCentreTest: false,
  printCentreLettersPerCall: 25, printCentreMegabytesPerCall: 15, printCentreAskSeconds: 600,
}

const ON_THIS_MACHINE = ['127.0.0.1', '[::1]', 'localhost']

/** Names, addresses and a password go to another machine encrypted or not at all. */
export const isSafeUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && ON_THIS_MACHINE.includes(url.hostname)))
}

const text = (most: number) => z.string().min(1).max(most).nullable().default(null)
const whole = (least: number, most: number, otherwise: number) => z.coerce.number().int().min(least).max(most).default(otherwise)

/** Each setting as `service/settings.ts` reads them. */
export const PRINT_CENTRE_READERS = {
  printCentreUrl: {
    env: 'PRINT_CENTRE_URL', schema: z.string().max(500).refine(isSafeUrl).transform(url => url.replace(/\/$/, '')).nullable().default(null),
    wants: 'PRINT_CENTRE_URL muss mit https:// beginnen; http:// geht nur auf diesem Rechner.',
  },
  printCentreVendor: { env: 'PRINT_CENTRE_VENDOR', schema: text(100), wants: 'PRINT_CENTRE_VENDOR muss die Kennung sein, die der Anbieter vergeben hat.' },
  printCentreEkp: { env: 'PRINT_CENTRE_EKP', schema: z.string().regex(/^\d{10}$/).nullable().default(null), wants: 'PRINT_CENTRE_EKP muss aus zehn Ziffern bestehen.' },
  printCentreSecret: { env: 'PRINT_CENTRE_SECRET', schema: text(500), wants: 'PRINT_CENTRE_SECRET darf höchstens 500 Zeichen haben.' },
  printCentrePassword: { env: 'PRINT_CENTRE_PASSWORD', schema: text(500), wants: 'PRINT_CENTRE_PASSWORD darf höchstens 500 Zeichen haben.' },
  printCentreTest: { env: 'PRINT_CENTRE_TEST', schema: z.enum(['0', '1']).default('0').transform(given => given === '1'), wants: 'PRINT_CENTRE_TEST kann nur 0 oder 1 sein.' },
  printCentreLettersPerCall: { env: 'PRINT_CENTRE_LETTERS_PER_CALL', schema: whole(1, 100, NO_PRINT_CENTRE.printCentreLettersPerCall), wants: 'PRINT_CENTRE_LETTERS_PER_CALL muss eine Zahl von 1 bis 100 sein.' },
  printCentreMegabytesPerCall: { env: 'PRINT_CENTRE_MEGABYTES_PER_CALL', schema: whole(1, 100, NO_PRINT_CENTRE.printCentreMegabytesPerCall), wants: 'PRINT_CENTRE_MEGABYTES_PER_CALL muss eine Zahl von 1 bis 100 sein.' },
  printCentreAskSeconds: { env: 'PRINT_CENTRE_ASK_SECONDS', schema: whole(1, 86_400, NO_PRINT_CENTRE.printCentreAskSeconds), wants: 'PRINT_CENTRE_ASK_SECONDS muss eine Zahl von 1 bis 86400 sein.' },
} as const

/** What fits by itself and not together. */
export function printCentreContradictions(read: PrintCentreSettings): readonly string[] {
  return read.printCentreUrl === null || accessOf(read) ? [] : ['PRINT_CENTRE_VENDOR, PRINT_CENTRE_EKP, PRINT_CENTRE_SECRET und PRINT_CENTRE_PASSWORD gehören zu PRINT_CENTRE_URL: Ohne sie nimmt das Druckzentrum nichts an.']
}

/** Null where no letter can leave. */
export function accessOf({ printCentreUrl: url, printCentreVendor: vendor, printCentreEkp: ekp, printCentreSecret: secret, printCentrePassword: password, printCentreTest: isTest }: PrintCentreSettings): PrintCentreAccess | null {
  return url && vendor && ekp && secret && password ? { url, vendor, ekp, secret, password, isTest } : null
}
