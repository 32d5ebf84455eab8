import { oc } from '@orpc/contract'
import * as z from 'zod'
import type { Command } from '../command.ts'
import { CommandId } from '../ids.ts'
import { refusable } from './refusable.ts'

/** The answer to a command: it is saved on this desk (or already refused by the same rule the service applies). */
export const Saved = refusable(z.object({ commandId: CommandId }))

export const entryFor = <Input>(command: Command<Input>) => oc.input(command.input).output(Saved)
