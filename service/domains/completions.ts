import type { Completion } from '../commands/context.ts'
import { completeCapture } from './applications/complete-capture.ts'

/** What the service alone puts into the rows of a command, by its name. */
export const COMPLETIONS: ReadonlyMap<string, Completion> = new Map([['applications.capture', completeCapture]])
