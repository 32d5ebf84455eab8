import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ReleaseChannel, type ReleaseManifest } from '../../shared/formats/release-manifest.ts'
import { ok, type Result } from '../../shared/result.ts'
import { instantFromMs } from '../../shared/time.ts'

const DAY_MS = 86_400_000

const Time = z.string().refine(text => text === 'now' || !Number.isNaN(Date.parse(text)), { error: 'must be "now" or a time like 2026-11-23T08:00:00+01:00' })

/** `now=10,2026-11-25=100`: from when on which share of the desks, in percent. */
const Stages = z.string().transform((text, context) => text.split(',').map(stage => {
  const [from = '', percent = ''] = stage.split('=')
  if (!Time.safeParse(from).success || !/^\d{1,3}(\.\d+)?$/.test(percent)) context.addIssue('must be written like now=10,2026-11-25=100')
  return { from, percent: Number(percent) }
}))

const ReleaseArguments = z.object({
  /** Where the installers lie that `npm run package` made. */
  dir: z.string().min(1).default('out/installers'),
  to: z.string({ error: 'must name the folder that the service hands out (UPDATES_DIR)' }).min(1),
  key: z.string({ error: 'must name the file of the key that signs; npm run release -- key --to FILE makes one' }).min(1),
  /** JSON with what is new: `{"de": "…", "en": "…"}`. */
  notes: z.string({ error: 'must name a JSON file {"de": "…", "en": "…"} with what is new' }).min(1),
  channel: ReleaseChannel.default('stable'),
  stages: Stages.default([{ from: 'now', percent: 100 }]),
  /** So long the list counts; a new one is signed before that. */
  days: z.coerce.number().int().min(1).max(400).default(90),
})
export type ReleaseArguments = z.infer<typeof ReleaseArguments>

const value = { type: 'string' } as const

/** What a release is made with, or every mistake at once as sentences. */
export function readReleaseArguments(args: readonly string[]): Result<ReleaseArguments, readonly string[]> {
  try {
    const { values } = parseArgs({ args: [...args], options: { dir: value, to: value, key: value, notes: value, channel: value, stages: value, days: value } })
    const result = ReleaseArguments.safeParse(values)
    return result.success ? ok(result.data) : { ok: false, error: result.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`) }
  } catch (error) {
    return { ok: false, error: [error instanceof Error ? error.message : String(error)] }
  }
}

/** The times of a list that is made at `nowMs`. */
export const timesOf = ({ stages, days }: Pick<ReleaseArguments, 'stages' | 'days'>, nowMs: number): Pick<ReleaseManifest, 'madeAt' | 'validUntil' | 'stages'> => ({
  madeAt: instantFromMs(nowMs), validUntil: instantFromMs(nowMs + days * DAY_MS),
  stages: stages.map(({ from, percent }) => ({ from: instantFromMs(from === 'now' ? nowMs : Date.parse(from)), percent })),
})
