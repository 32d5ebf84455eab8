import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createShell } from '../http/shell.ts'
import { createLog } from '../log.ts'
import { updateRoutes } from './update-routes.ts'

let folder: string
let app: FastifyInstance

const shell = (): Promise<FastifyInstance> => createShell({ log: createLog({ write: () => undefined }), serverId: 'a', datasetEpoch: 'b', behindProxy: false })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'updates-'))
  for (const name of ['stable', 'stable/inside', 'secret']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'stable/release.jws'), 'a.b.c')
  writeFileSync(join(folder, 'stable/desk_0.2.0.deb'), '0123456789')
  writeFileSync(join(folder, 'stable/empty.deb'), '')
  writeFileSync(join(folder, 'stable/.hidden'), 'x')
  writeFileSync(join(folder, 'secret/key.pem'), 'x')
  symlinkSync(join(folder, 'secret/key.pem'), join(folder, 'stable/link.deb'))
  app = await shell()
  await app.register(updateRoutes, { updatesDir: folder })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('hands out the signed list, never out of a store on the way, and installers whole or from where they ended', async () => {
  const [list, whole, part, empty] = await Promise.all([
    app.inject('/updates/stable/release.jws'), app.inject('/updates/stable/desk_0.2.0.deb'),
    app.inject({ url: '/updates/stable/desk_0.2.0.deb', headers: { range: 'bytes=4-' } }), app.inject('/updates/stable/empty.deb'),
  ])
  expect([list.body, list.headers['cache-control'], whole.statusCode, whole.body, whole.headers['content-length']]).toEqual(['a.b.c', 'no-cache', 200, '0123456789', '10'])
  expect([part.statusCode, part.body, part.headers['content-range'], empty.statusCode, empty.body]).toEqual([206, '456789', 'bytes 4-9/10', 200, ''])
  expect((await app.inject({ url: '/updates/stable/desk_0.2.0.deb', headers: { range: 'bytes=10-' } })).statusCode).toBe(416)
})

test.each([
  'stable/none.deb', 'stable/inside', 'stable/link.deb', 'stable/.hidden', 'secret/key.pem', 'stable/..%2fsecret%2fkey.pem', 'stable/%2e%2e', '..%2f..%2fetc/passwd',
  'stable/%2fetc%2fpasswd', 'nightly/release.jws', 'stable', '', 'stable/a\\b', 'stable/..%5csecret%5ckey.pem', 'stable/inside/../release.jwsx',
])('/updates/%s is not there', async path => {
  const answer = await app.inject(`/updates/${path}`)
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'request/not-found'])
})

test('without a folder there is nothing', async () => {
  const none = await shell()
  await none.register(updateRoutes, { updatesDir: null })
  expect((await none.inject('/updates/stable/release.jws')).statusCode).toBe(404)
  await none.close()
})

test('one address that asks without end is asked to wait', async () => {
  const one = await shell()
  await one.register(updateRoutes, { updatesDir: folder })
  const answers = await Promise.all(Array.from({ length: 600 }, () => one.inject('/updates/stable/release.jws')))
  expect([answers.every(({ statusCode }) => statusCode === 200), (await one.inject('/updates/stable/release.jws')).statusCode]).toEqual([true, 429])
  await one.close()
})
