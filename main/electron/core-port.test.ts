import type { MessagePortMain } from 'electron'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { isContractProcedure, type ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import * as fc from 'fast-check'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coreContract, type CoreContract } from '../../shared/contract/contract.ts'
import { portServer } from './core-port.ts'
import { PortDouble } from './testing.ts'

// An unhandled rejection, which ends the core's process, fails the run of this file by itself.
const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

let page: MessagePort
let client: ContractRouterClient<CoreContract>
let logged: string[]
let answers: string[]

interface Entry {
  handler(act: () => never): object
}

/** The whole contract; every entry refuses, once what it was asked with is valid. */
const everything = (branch: object, implementer: object): Readonly<Record<string, object>> =>
  Object.fromEntries(Object.entries(branch).map(([name, part]: [string, object]) => {
    const next = (implementer as Readonly<Record<string, object>>)[name] as Entry
    return [name, isContractProcedure(part) ? next.handler(() => { throw new ORPCError('CONFLICT') }) : everything(part, next)]
  }))

const pathsIn = (branch: object): readonly string[] =>
  Object.entries(branch).flatMap(([name, part]: [string, object]) => (isContractProcedure(part) ? [`/${name}`] : pathsIn(part).map(path => `/${name}${path}`)))

const isAnswering = (): Promise<void> => expect(client.session.active()).rejects.toMatchObject({ code: 'CONFLICT' })

beforeEach(() => {
  logged = []
  answers = []
  const { port1, port2 } = new MessageChannel()
  page = port1
  page.on('message', (answer: unknown) => typeof answer === 'string' && answers.push(answer))
  portServer(everything(coreContract, implement(coreContract)) as Parameters<typeof portServer>[0], event => void logged.push(event))(new PortDouble(port2) as unknown as MessagePortMain)
  client = createORPCClient(new RPCLink({ port: page }))
})
afterEach(() => page.close())

test.each([
  ['a text that is no JSON', 'Ãnne Großkopf, geboren 1953'], ['an empty text', ''], ['null as a text', 'null'], ['a call without an address', '{"i":"1","p":{}}'],
  ['a call to an address that is none', '{"i":"1","p":{"u":"http://["}}'], ['an answer to nothing', '{"i":"1","t":3,"p":null}'], ['bytes', new Uint8Array([255, 0, 255])],
  ['a broken form', new TextEncoder().encode('{"i":"1","p":{"u":"/a","h":{"content-type":"multipart/form-data; boundary=x"}}}')],
  ['an object', { i: '1', p: { u: '/session/active' } }], ['a number', 1], ['nothing', undefined],
])('%s is dropped, and the next call is answered', async (_what, message) => {
  page.postMessage(message)
  await isAnswering()
  expect([logged, answers.length]).toEqual([['core.message-dropped'], 1])
})

test(`of 50,000 hostile messages none ends the core, and none is answered but by a refusal (seed ${SEED})`, { timeout: 120_000 }, async () => {
  const path = fc.oneof(fc.constantFrom(...pathsIn(coreContract)), fc.webUrl(), fc.string().map(text => `/${text}`))
  const type = fc.constantFrom('text/event-stream', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded')
  const headers = fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.string()), type.map(text => ({ 'content-type': text })), fc.jsonValue())
  const body = fc.oneof(fc.jsonValue(), fc.record({ json: fc.jsonValue(), meta: fc.jsonValue(), maps: fc.jsonValue() }, { requiredKeys: ['json'] }))
  const call = fc.record({ u: path, h: headers, m: fc.constantFrom(undefined, 'GET', 'POST', 'x'), b: body })
  // Never one of the page's own, whose next question it would answer.
  const id = fc.oneof(fc.uuid(), fc.jsonValue().filter(value => typeof value !== 'string'))
  const whole = fc.record({ i: id, t: fc.constantFrom(undefined, 1, 2, 3, 4, 99), p: fc.oneof({ weight: 5, arbitrary: call }, fc.jsonValue()) }).map(parts => JSON.stringify(parts))
  const cut = fc.tuple(whole, fc.nat(), fc.string()).map(([text, at, inside]) => text.slice(0, at % text.length) + inside + text.slice((at % text.length) + inside.length))
  const withBytes = fc.tuple(whole, fc.uint8Array({ maxLength: 20 })).map(([text, bytes]) => new Uint8Array([...new TextEncoder().encode(text), 255, ...bytes]))
  const message = fc.oneof({ weight: 6, arbitrary: whole }, cut, withBytes, fc.string({ unit: 'binary' }), fc.uint8Array(), fc.jsonValue())
  for (const hostile of fc.sample(message, { numRuns: 50_000, seed: SEED })) page.postMessage(hostile)
  await isAnswering()
  const statuses = new Set(answers.map(answer => (JSON.parse(answer) as { readonly p: { readonly s?: number } }).p.s))
  expect(statuses).toEqual(new Set([400, 404, 409]))
})
