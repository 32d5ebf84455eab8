import * as z from 'zod'

/** Where official warnings come from, as the environment says it. */
export interface WarningSettings {
  /** Asked every minute: a CAP file, a warning of the federal app, or a list of it (`…/dashboard/150900000000.json`). */
  readonly officialWarningsUrls: readonly string[]
  /** Into which others put CAP files or warnings of the federal app; nothing in it is changed. */
  readonly officialWarningsFolder: string | null
}

export const NO_WARNING_SOURCES: WarningSettings = { officialWarningsUrls: [], officialWarningsFolder: null }

/** Stands for a source that pretends, in a demo only. */
export const SIMULATOR = 'simulator'

const MOST_SOURCES = 20
const ON_THIS_MACHINE = ['127.0.0.1', '[::1]', 'localhost']

/** What another machine says about danger comes encrypted or not at all: nobody in between shall write warnings. */
const isSafeUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && ON_THIS_MACHINE.includes(url.hostname)))
}

/** Each setting as `service/settings.ts` reads them. */
export const WARNING_READERS = {
  officialWarningsUrls: {
    env: 'OFFICIAL_WARNINGS_URLS',
    schema: z.preprocess(given => (typeof given === 'string' ? given.trim().split(/\s+/) : given), z.array(z.string().max(500).refine(text => text === SIMULATOR || isSafeUrl(text))).max(MOST_SOURCES).default([])),
    wants: 'OFFICIAL_WARNINGS_URLS muss aus höchstens 20 Adressen mit https:// bestehen, durch Leerzeichen getrennt.',
  },
  officialWarningsFolder: { env: 'OFFICIAL_WARNINGS_FOLDER', schema: z.string().min(1).max(1_000).nullable().default(null), wants: 'OFFICIAL_WARNINGS_FOLDER muss ein Verzeichnis nennen.' },
} as const

export const warningContradictions = ({ officialWarningsUrls }: WarningSettings): readonly string[] =>
  (officialWarningsUrls.includes(SIMULATOR) ? ['OFFICIAL_WARNINGS_URLS=simulator gilt nur mit --demo: Was er meldet, ist erfunden.'] : [])
