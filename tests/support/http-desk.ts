import * as z from 'zod'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { accessTokenFor } from '../../build/sign-in.ts'
import type { Command, CommandEnvelope } from '../../shared/command.ts'
import { approve } from '../../shared/domains/applications/commands.ts'
import { Decision, type Application } from '../../shared/domains/applications/tables.ts'
import { CommandId, uuidV7 } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { CommandAnswers, type CommandAnswer } from '../../shared/wire/commands.ts'
import { FeedReply, type FeedEntry } from '../../shared/wire/feed.ts'
import { SessionReply } from '../../shared/wire/session.ts'
import { CLIENT_WIRE_HEADER, WIRE_VERSION } from '../../shared/wire/version.ts'

/** Somebody who passes the screens by and speaks HTTP to the service under their own name. */
export interface HttpDesk {
  /** Sends a command and tells what became of it. */
  send<Input>(command: Command<Input>, input: NoInfer<Input>, basedOn?: CommandEnvelope['basedOn']): Promise<CommandAnswer>
  approve(proposal: Proposal): Promise<CommandAnswer>
  /** Everything in a department's feed after a position. */
  feed(department: string, after: number): Promise<readonly FeedEntry[]>
  head(): Promise<number>
}

export interface Proposal {
  readonly applicationId: Application['id']
  readonly decision: Decision
  readonly version: number
}

export async function httpDesk(serviceUrl: string, login: string): Promise<HttpDesk> {
  const token = await accessTokenFor(serviceUrl, login, DEMO_PASSWORD)
  const ask = async <Answer>(schema: z.ZodType<Answer>, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${serviceUrl}/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', [CLIENT_WIRE_HEADER]: String(WIRE_VERSION) },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return schema.parse(await response.json())
  }
  const send: HttpDesk['send'] = async ({ name, version }, input, basedOn = []) => {
    const id = CommandId.parse(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
    const command: CommandEnvelope = { id, name, version, after: [], recordedAt: instantFromMs(Date.now()), input, basedOn }
    const [answer] = (await ask(CommandAnswers, '/commands', { commands: [command] })).answers
    if (!answer) throw new Error('The service has not answered the command.')
    return answer
  }
  return {
    send,
    head: async () => (await ask(SessionReply, `/session?desk=${crypto.randomUUID()}`)).head,
    feed: async (department, after) => {
      const entries: FeedEntry[] = []
      for (let from = after, more = true; more;) {
        const reply = await ask(FeedReply, `/feed?scope=department:${department}&after=${from}`)
        entries.push(...reply.entries)
        from = reply.upTo
        more = reply.more
      }
      return entries
    },
    approve: ({ applicationId, decision, version }) => send(
      approve,
      { applicationId, decisionId: decision.id, contentHash: decision.contentHash, note: '' },
      [{ table: 'applications', id: applicationId, version }, { table: 'decisions', id: decision.id, version: decision.version }],
    ),
  }
}

/** The newest proposal on a case among these entries. */
export function proposalIn(entries: readonly FeedEntry[], applicationId: Application['id']): Proposal {
  const puts = entries.flatMap(entry => (entry.op === 'put' ? [entry] : []))
  const decision = puts.findLast(({ table, row }) => table === 'decisions' && row['applicationId'] === applicationId)
  const application = puts.findLast(({ table, id }) => table === 'applications' && id === applicationId)
  return { applicationId, decision: Decision.parse(decision?.row), version: z.int().parse(application?.row['version']) }
}
