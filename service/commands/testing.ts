import { derivedUuid, CommandId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import type { Json } from '../../shared/json.ts'
import { msOf } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import { TEST_TIME } from '../store/testing.ts'
import { createPipeline, type Pipeline, type PipelineParts } from './pipeline.ts'

export const testClock: Clock = { nowMs: () => msOf(TEST_TIME) }

export const testPipeline = (database: Database, parts: Partial<PipelineParts> = {}): Pipeline =>
  createPipeline({ database, clock: testClock, effects: new Map(), guards: new Map(), completions: new Map(), ...parts })

/** A command as a desk would send it; `label` makes its id. */
export const aCommand = (label: string, name: string, input: Json, overrides: Partial<CommandOnWire> = {}): CommandOnWire => ({
  id: commandId(label),
  name,
  version: 1,
  input,
  basedOn: [],
  after: [],
  recordedAt: TEST_TIME,
  ...overrides,
})

export const commandId = (label: string): CommandId => CommandId.parse(derivedUuid('test', label))
