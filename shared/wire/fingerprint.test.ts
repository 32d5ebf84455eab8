import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { contentHash } from '../canonical.ts'
import { COMMANDS } from '../commands.ts'
import { TABLES } from '../tables.ts'
import { CommandAnswers, CommandBatch, CommandOutcome } from './commands.ts'
import { FeedReply, LiveEvent } from './feed.ts'
import { SessionReply } from './session.ts'
import { SnapshotEnd, SnapshotHead, SnapshotTable } from './streams.ts'
import { OLDEST_CLIENT_SERVED, WIRE_VERSION } from './version.ts'

/**
 * The schemas of each wire version as a hash. Until the first release version 1's line is renewed with every change; from
 * then on a new version takes a new line and leaves the old ones.
 */
const FINGERPRINTS: Readonly<Record<number, string>> = {
  1: '695726888542a95dc75c172fb40b996b06ad9626d41e9b98754d1a6269c11e2d',
}

const shapeOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

test('the wire changes only with its version', () => {
  const messages = { CommandBatch, CommandAnswers, CommandOutcome, FeedReply, LiveEvent, SessionReply, SnapshotHead, SnapshotTable, SnapshotEnd }
  const shapes = {
    messages: Object.entries(messages).map(([name, schema]) => [name, shapeOf(schema)]),
    tables: Object.entries(TABLES).map(([name, { schema }]) => [name, shapeOf(schema)]),
    commands: COMMANDS.map(({ name, version, input }) => [name, version, shapeOf(input)]),
  }
  expect(
    contentHash(shapes),
    'A schema on the wire has changed: take the next WIRE_VERSION, write its line in version.ts and its fingerprint here.',
  ).toBe(FINGERPRINTS[WIRE_VERSION])
})

test('every version has its line of history', () => {
  const history = readFileSync(new URL('version.ts', import.meta.url), 'utf8')
  const lines = Array.from({ length: WIRE_VERSION }, (_, index) => new RegExp(`^ \\* ${index + 1} — \\S`, 'm'))
  expect(lines.filter(line => !line.test(history))).toEqual([])
  expect(OLDEST_CLIENT_SERVED).toBeLessThanOrEqual(WIRE_VERSION)
})
