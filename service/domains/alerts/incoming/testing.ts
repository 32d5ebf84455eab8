import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer of a source as a test wants it. */
export interface SourceAnswer {
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Says nothing at all. */
  readonly isSilent?: boolean
}

export interface TestSource {
  /** Where it stands, without a slash at the end. */
  readonly url: string
  /** What it says by path from now on; what is not named is not there. */
  say(answers: Readonly<Record<string, SourceAnswer>>): void
  /** Path and status of every request since the last time this was asked. */
  asked(): readonly string[]
  close(): Promise<void>
}

/** A source of official warnings on this machine: real HTTP, with marks by which an answer is known again. */
export async function startSource(): Promise<TestSource> {
  let answers: Readonly<Record<string, SourceAnswer>> = {}
  let asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const status = reply(response, answers[path], request.headers['if-none-match'])
    asked.push(`${path} ${status}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say: said => {
      answers = said
    },
    asked: () => {
      const before = asked
      asked = []
      return before
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function reply(response: ServerResponse, answer: SourceAnswer | undefined, mark: string | undefined): number {
  if (answer?.isSilent) return 0
  const { status = answer ? 200 : 404, body = '', headers = {} } = answer ?? {}
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  const isKnown = status === 200 && mark === etag
  response.writeHead(isKnown ? 304 : status, { etag, ...headers }).end(isKnown ? undefined : body)
  return isKnown ? 304 : status
}

/** A warning as the federal app is told of it. */
export const aNinaWarning = (identifier: string, more: { readonly info?: object } & Readonly<Record<string, unknown>> = {}): string => {
  const { info, ...rest } = more
  return JSON.stringify({
    identifier, sender: 'DE-ST-SDL', sent: '2026-11-22T09:50:00+01:00', status: 'Actual', msgType: 'Alert', scope: 'Public', ...rest,
    info: [{
      language: 'de', event: 'Gefahreninformation', severity: 'Severe', headline: 'Rauchgase über Tangerhütte', description: 'Rauch zieht nach Osten.', instruction: 'Schließen Sie Fenster und Türen.',
      senderName: 'Leitstelle Altmark', area: [{ areaDesc: 'Gemeinde/Stadt: Tangerhütte' }], ...info,
    }],
  })
}

/** The list of what holds in a county. */
export const aNinaList = (entries: readonly (readonly [id: string, hash: string])[]): string =>
  JSON.stringify(entries.map(([id, hash]) => ({ id, payload: { version: 1, type: 'ALERT', id, hash, data: { provider: 'MOWAS' } }, sent: '2026-11-22T09:50:00+01:00' })))
