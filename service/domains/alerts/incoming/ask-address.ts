import * as z from 'zod'
import { readWarning, type ReadWarning } from '../../../../shared/formats/official-warning.ts'
import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'
import { withEnd } from './keep-warning.ts'
import { fetchLimited, type Asking, type Fetched } from './fetch-limited.ts'

/** What is remembered of an address between two times it is asked. */
export interface Known {
  readonly address: string
  readonly etag: string | null
  /** What its list named last: `id version`. */
  readonly listed: readonly string[]
}

export interface Answered {
  readonly kind: 'answered'
  readonly warnings: readonly ReadWarning[]
  /** Identifiers that the list no longer names: they are over, whether somebody gave the all-clear or not. */
  readonly gone: readonly string[]
  readonly etag: string | null
  readonly listed: readonly string[]
  /** Set where some of it could not be had: the rest counts all the same. */
  readonly problem: WarningSource['problem']
}

export type Asked = Answered | Exclude<Fetched, { kind: 'text' }>

/** Asks an address for one warning (CAP or the federal app's form), or for a list of the federal app and then for what is new on it. */
export async function askAddress(known: Known, asking: Asking): Promise<Asked> {
  const fetched = await fetchLimited(known.address, known.etag, asking)
  if (fetched.kind !== 'text') return fetched
  if (fetched.text.trimStart().startsWith('[')) return askListed(known, fetched, asking)
  const warning = readWarning(fetched.text)
  if (!warning) return { kind: 'problem', problem: 'not-understood' }
  return { kind: 'answered', warnings: [withEnd(warning)], gone: [], etag: fetched.etag, listed: [], problem: null }
}

const Entry = z.object({ id: z.string().regex(/^[\w.:-]{1,200}$/), sent: z.string().max(60).optional(), payload: z.object({ hash: z.string().max(200).optional() }).optional() })
type Entry = z.infer<typeof Entry>

/** So many new ones at one time; the rest a minute later. */
const MOST_DETAILS = 40
const AT_ONCE = 5

const idOf = (key: string): string => key.split(' ')[0] ?? ''
const keyOf = ({ id, sent, payload }: Entry): string => `${id} ${(payload?.hash ?? sent ?? '').replaceAll(/\s/g, '')}`

async function askListed(known: Known, { text, etag }: Extract<Fetched, { kind: 'text' }>, asking: Asking): Promise<Asked> {
  const read = z.array(z.unknown()).max(2_000).safeParse(parsed(text))
  if (!read.success) return { kind: 'problem', problem: 'not-understood' }
  const entries = read.data.flatMap(one => Entry.safeParse(one).data ?? [])
  const unknown = entries.filter(entry => !known.listed.includes(keyOf(entry))).slice(0, MOST_DETAILS)
  const details = await inBatches(unknown, entry => detailOf(known.address, entry, asking))
  const isHad = (entry: Entry): boolean => known.listed.includes(keyOf(entry)) || details.some(detail => detail.entry === entry && detail.warning !== null)
  const problem = details.find(detail => detail.problem !== null)?.problem ?? (entries.length < read.data.length ? 'not-understood' : null)
  const isWhole = entries.every(isHad) && problem === null
  const unnamed = known.listed.filter(key => !entries.some(entry => entry.id === idOf(key)))
  // Where some of a list cannot be read, one of those may stand in it.
  const isReadWhole = entries.length === read.data.length
  return {
    kind: 'answered', problem, warnings: details.flatMap(({ warning }) => warning ?? []),
    gone: isReadWhole ? unnamed.map(idOf) : [],
    // What could not be had is asked for again, also where the list stays as it is.
    etag: isWhole ? etag : null,
    listed: [...entries.flatMap(entry => (isHad(entry) ? [keyOf(entry)] : known.listed.filter(key => idOf(key) === entry.id))), ...(isReadWhole ? [] : unnamed)],
  }
}

interface Detail {
  readonly entry: Entry
  readonly warning: ReadWarning | null
  readonly problem: WarningSource['problem']
}

/** `…/dashboard/150900000000.json` has its warnings at `…/warnings/{id}.json`. */
async function detailOf(list: string, entry: Entry, asking: Asking): Promise<Detail> {
  const fetched = await fetchLimited(new URL(`../warnings/${encodeURIComponent(entry.id)}.json`, list).href, null, asking)
  if (fetched.kind !== 'text') return { entry, warning: null, problem: fetched.kind === 'problem' ? fetched.problem : 'refused' }
  const warning = readWarning(fetched.text)
  return { entry, warning, problem: warning ? null : 'not-understood' }
}

async function inBatches(entries: readonly Entry[], ask: (entry: Entry) => Promise<Detail>): Promise<readonly Detail[]> {
  const details: Detail[] = []
  for (let from = 0; from < entries.length; from += AT_ONCE) details.push(...(await Promise.all(entries.slice(from, from + AT_ONCE).map(ask))))
  return details
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
