import * as z from 'zod'

/** Newer versions of the desk, as the environment says it. */
export interface UpdateSettings {
  /** A folder with one folder for each channel, filled by `npm run release`; null: desks find none here. */
  readonly updatesDir: string | null
}

export const UPDATE_READERS = {
  updatesDir: { env: 'UPDATES_DIR', schema: z.string().min(1).max(1_000).nullable().default(null), wants: 'UPDATES_DIR muss ein Verzeichnis nennen.' },
} as const

/** Desks find no newer version here. */
export const NO_UPDATES: UpdateSettings = { updatesDir: null }
