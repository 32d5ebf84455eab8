import { oc } from '@orpc/contract'
import * as z from 'zod'
import type { Command } from '../command.ts'
import { ask, extend, resume } from '../domains/applications/clock-commands.ts'
import { approve, claim, note, propose, reject, release, returnProposal } from '../domains/applications/commands.ts'
import { markRead, send } from '../domains/messages/commands.ts'
import { CommandId } from '../ids.ts'
import { applicationQueries } from './applications.ts'
import { refusable } from './refusable.ts'
import { sessionContract } from './session.ts'
import { preferencesContract, statusContract } from './status.ts'

/** The answer to a command: it is saved on this desk (or already refused by the same rule the service applies). */
export const Saved = refusable(z.object({ commandId: CommandId }))

const entryFor = <Input>(command: Command<Input>) => oc.input(command.input).output(Saved)

/** What the page may ask of the core. Names are `domain.verb`, the same as in handlers, tests, audit log and metrics. */
export const coreContract = {
  session: sessionContract,
  status: statusContract,
  preferences: preferencesContract,
  applications: {
    ...applicationQueries,
    claim: entryFor(claim),
    release: entryFor(release),
    propose: entryFor(propose),
    approve: entryFor(approve),
    return: entryFor(returnProposal),
    reject: entryFor(reject),
    note: entryFor(note),
    ask: entryFor(ask),
    resume: entryFor(resume),
    extend: entryFor(extend),
  },
  messages: {
    send: entryFor(send),
    'mark-read': entryFor(markRead),
  },
}
export type CoreContract = typeof coreContract
