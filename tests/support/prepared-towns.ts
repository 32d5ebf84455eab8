import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startChild } from '../../build/children.ts'
import { ROOT } from '../../build/paths.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where one asks for a town that is ready to be copied. */
    readonly preparedTowns: string
  }
}

/**
 * Runs once around all tests: a town of so many cases is built when the first file asks for it, the others get a copy.
 * Each file has a town of its own, and to fill one takes seconds.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-prepared-'))
  const towns = new Map<string, Promise<string>>()
  const server = createServer((request, response) => {
    const rows = (request.url ?? '').slice(1)
    const town = towns.get(rows) ?? build(join(folder, rows), rows)
    towns.set(rows, town)
    town.then(data => response.end(data), (error: unknown) => response.writeHead(500).end(String(error)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  provide('preparedTowns', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    await Promise.allSettled(towns.values())
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The service fills its town at the first start, and leaves it complete when it ends. */
async function build(data: string, rows: string): Promise<string> {
  const service = startChild(join(ROOT, 'build/service.ts'), ['--demo', '--port', '0', '--data', data, '--rows', rows])
  try {
    await service.ready
  } finally {
    await service.stop()
  }
  return data
}

/** Copies the data of a town into a folder that is not there yet; `from` is where prepared towns are asked for. */
export async function copyTown(from: string, rows: number, into: string): Promise<void> {
  const answer = await fetch(`${from}/${rows}`)
  const data = await answer.text()
  if (!answer.ok) throw new Error(data)
  cpSync(data, into, { recursive: true })
}
