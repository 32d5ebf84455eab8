import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RELEASE_TYPE, type ReleaseManifest } from '../../../shared/formats/release-manifest.ts'

export interface TestKey {
  readonly privateKey: KeyObject
  /** As it stands in a policy. */
  readonly publicKey: string
}

export function aKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' }
}

const base64url = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A signed list, written with nothing of ours; `header` and `payload` may be as wrong as a test wants them. */
export function signed(payload: ReleaseManifest | string, { privateKey }: TestKey, header: object = { alg: 'EdDSA', typ: RELEASE_TYPE }): string {
  const text = `${base64url(header)}.${base64url(payload)}`
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`
}

export const fileOf = (name: string, content: Buffer): ReleaseManifest['files'][number] => ({
  platform: 'linux', arch: 'x64', kind: 'deb', name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'),
})

/** A real HTTP server with files by path, and what was asked of it. */
export interface UpdateServer {
  readonly url: string
  readonly files: Map<string, Buffer | string>
  readonly asked: string[]
  /** Answers in the server's place for as long as it is set. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  close(): Promise<void>
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const files = new Map<string, Buffer | string>()
  const asked: string[] = []
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const { range } = request.headers
    asked.push(`${request.url}${range ? ` ${range}` : ''}`)
    if (served.instead) return served.instead(request, response)
    const content = files.get(request.url ?? '')
    if (content === undefined) return void response.writeHead(404).end()
    answer(response, Buffer.from(content), Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0))
  }
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const served: UpdateServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, files, asked, instead: undefined,
    close: () => new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
  return served
}

function answer(response: ServerResponse, content: Buffer, from: number): void {
  if (from >= content.length && from > 0) return void response.writeHead(416).end()
  response.writeHead(from > 0 ? 206 : 200, from > 0 ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {})
  response.end(content.subarray(from))
}
