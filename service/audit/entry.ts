import * as z from 'zod'
import { Instant } from '../../shared/time.ts'
import { ChangedRight } from '../store/changed-rights.ts'

const Stored = z.object({
  at: Instant,
  personId: z.string().nullable(),
  action: z.string(),
  about: z.string().optional(),
  rights: z.array(ChangedRight).default([]),
  records: z.array(z.object({ table: z.string(), id: z.string(), before: z.number() })),
})

/** An entry of the log as `service/store/commit.ts` writes it. */
export interface StoredEntry extends Omit<z.infer<typeof Stored>, 'about'> {
  /** The ids in what it is about: `table/id` and `id channel` name one with something beside it. */
  readonly about: readonly string[]
}

export function readEntry(text: string): StoredEntry {
  const { about, ...entry } = Stored.parse(JSON.parse(text))
  return { ...entry, about: about?.split(/[/ ]/).filter(part => part !== '') ?? [] }
}
