import * as z from 'zod'
import { Instant } from '../../../shared/time.ts'
import { DatabaseFacts } from './facts.ts'

/** The parts of a backup, in this order; files of settings stand between the first two. */
export const PART = { about: 'about.json', database: 'database', manifest: 'manifest.json', signature: 'signature.json' } as const

/** Settings and secrets of the towns, by the name of their file. */
export const SETTINGS_FOLDER = 'settings/'

/** A file's own name: nothing that leads into another folder, whatever a backup says. */
export const SETTINGS_NAME = /^[\w-][\w.-]{0,120}\.(env|pem)$/

/** The first part: what it is a backup of. */
export const About = z.object({
  program: z.string(),
  createdAt: Instant,
  kind: z.enum(['postgres', 'pglite']),
  facts: DatabaseFacts,
})
export type About = z.infer<typeof About>

/** What all parts before it have to be; after it comes only the signature over its bytes. */
export const Manifest = z.object({ parts: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })) })

/** The towns as people call them, in one line: typed by whoever replaces them. */
export const namesOf = ({ towns }: Pick<DatabaseFacts, 'towns'>): string => towns.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'de')).join(', ')
