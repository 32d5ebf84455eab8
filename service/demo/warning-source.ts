import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { capTime } from '../../shared/formats/cap/times.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'

export interface WarningSource {
  /** The list, for `OFFICIAL_WARNINGS_URLS`. */
  readonly url: string
  close(): Promise<void>
}

const MINUTE_MS = 60_000
const LIST = '/api31/dashboard/150900000000.json'

/** What is told, and how many minutes after the source began; each stands on the list until the next one comes. */
const STORY = [
  { after: 0, msgType: 'Alert', headline: 'Rauchgase über Tangerhütte', text: 'In Tangerhütte brennt eine Lagerhalle. Der Rauch zieht nach Osten.', instruction: 'Schließen Sie Fenster und Türen. Schalten Sie Lüftungen ab.', areas: ['Ortsteil Tangerhütte'] },
  { after: 5, msgType: 'Update', headline: 'Rauchgase auch in Uchtdorf', text: 'Der Rauch hat Uchtdorf erreicht.', instruction: 'Schließen Sie Fenster und Türen. Fahren Sie nicht nach Uchtdorf.', areas: ['Ortsteil Tangerhütte', 'Ortsteil Uchtdorf'] },
  { after: 10, msgType: 'Cancel', headline: 'Entwarnung: Rauchgase über Tangerhütte', text: 'Der Brand ist gelöscht. Es besteht keine Gefahr mehr.', instruction: '', areas: ['Ortsteil Tangerhütte', 'Ortsteil Uchtdorf'] },
] as const
const OVER_AFTER = 30

/** Pretends to be the federal app's server, on loopback: a warning, five minutes later its update, and after as long again the all-clear. */
export async function startWarningSource(clock: Clock): Promise<WarningSource> {
  const beganMs = clock.nowMs()
  const idOf = (index: number): string => `vorfuehrung.${beganMs}.${index + 1}`
  const server = createServer((request, response) => {
    const minutes = (clock.nowMs() - beganMs) / MINUTE_MS
    const now = minutes < OVER_AFTER ? STORY.findLastIndex(({ after }) => after <= minutes) : -1
    const index = STORY.findIndex((_part, place) => request.url === `/api31/warnings/${idOf(place)}.json`)
    if (request.url === LIST) reply(response, now < 0 ? [] : [{ id: idOf(now), payload: { hash: idOf(now) } }], request.headers['if-none-match'])
    else if (index >= 0 && index <= now) reply(response, warning(index, beganMs, idOf), undefined)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${LIST}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

function warning(index: number, beganMs: number, idOf: (index: number) => string): object {
  const { after, msgType, headline, text, instruction, areas } = STORY[index] ?? STORY[0]
  return {
    identifier: idOf(index), sender: 'DE-VORFUEHRUNG', sent: capTime(instantFromMs(beganMs + after * MINUTE_MS)), status: 'Actual', msgType, scope: 'Public',
    ...(index > 0 && { references: STORY.slice(0, index).map((_part, place) => idOf(place)).join(' ') }),
    info: [{
      language: 'de', event: 'Gefahreninformation', severity: 'Severe', headline, description: text, instruction, senderName: 'Leitstelle Altmark (Vorführung)', area: areas.map(areaDesc => ({ areaDesc })),
      expires: capTime(instantFromMs(beganMs + 4 * 60 * MINUTE_MS)),
    }],
  }
}

function reply(response: ServerResponse, body: object, mark: string | undefined): void {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  if (mark === etag) response.writeHead(304, { etag }).end()
  else response.writeHead(200, { 'content-type': 'application/json', etag }).end(text)
}
