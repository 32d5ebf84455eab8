import { createHash, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aWording } from '../../../../shared/domains/alerts/testing.ts'
import { startMailSink } from '../../../demo/mail-sink.ts'
import { released, subscribe, townWithTopic } from './testing.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** The fields of an e-mail from above, each with all its lines. */
const fieldsOf = (head: string): readonly string[] => head.split(/\r\n(?![ \t])/)
const relaxed = (field: string): string => {
  const colon = field.indexOf(':')
  return `${field.slice(0, colon).trim().toLowerCase()}:${field.slice(colon + 1).replaceAll('\r\n', '').replaceAll(/[ \t]+/g, ' ').trim()}`
}
const relaxedBody = (body: string): string => `${body.split('\r\n').map(line => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, '')).join('\r\n').replace(/(?:\r\n)*$/, '')}\r\n`

/** Which fields a signature holds, by RFC 6376 (relaxed/relaxed) and by nothing that signs; null where it does not hold. */
function heldBy(raw: string, key: KeyObject): readonly string[] | null {
  const cut = raw.indexOf('\r\n\r\n')
  const fields = fieldsOf(raw.slice(0, cut))
  const signature = fields.find(field => /^DKIM-Signature:/i.test(field)) ?? ''
  const tags = new Map(signature.slice(signature.indexOf(':') + 1).replaceAll(/\s+/g, '').split(';').flatMap(tag => (tag.includes('=') ? [[tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const] : [])))
  if (createHash('sha256').update(relaxedBody(raw.slice(cut + 4))).digest('base64') !== tags.get('bh')) return null
  const names = (tags.get('h') ?? '').split(':')
  const named = names.map(name => relaxed(fields.findLast(field => field.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''))
  const verify = createVerify('RSA-SHA256').update([...named, relaxed(signature).replace(/(\bb=)[^;]*$/, '$1')].join('\r\n'))
  return verify.verify(key, tags.get('b') ?? '', 'base64') ? names.map(name => name.toLowerCase()) : null
}

async function keyFile(content: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'dkim-'))
  open.push(() => rm(directory, { recursive: true }))
  await writeFile(join(directory, 'key.pem'), content)
  return join(directory, 'key.pem')
}

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string

test('a signature holds words, sender and both lines of the one click, of umlauts and long lines too, and nothing can be changed', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const sink = await startMailSink({ port: 0 })
  open.push(() => sink.close())
  const town = await townWithTopic({ smtpUrl: sink.smtpUrl, dkimDomain: 'tangerhuette.example', dkimSelector: 'warnung', dkimKeyFile: await keyFile(pem(privateKey)) })
  open.push(() => town.close())
  await subscribe(town, 'email', 'aenne@example.org')
  const headline = 'Böschungsbrand in Tangerhütte\r\nBcc: stranger@example.org'
  await released(town, { channels: ['email'], wordings: [aWording({ headline, text: `${'Rauch über Ähren, '.repeat(40)}\n.\n..\nBcc: x@example.org\n\n`, short: 'x' })] })
  await town.outgoing.alerts.sender.runDue()
  const [{ raw, to, text }, ...more] = sink.messages() as readonly [ReturnType<typeof sink.messages>[number]]
  expect([more, to]).toEqual([[], ['aenne@example.org']])
  expect(heldBy(raw, publicKey)).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']))
  for (const [what, by] of [['One-Click', 'Two-Click'], ['rathaus@', 'rathaux@'], ['/portal/info/', '/portal/inf0/'], ['=C3=84hren', '=C3=84hrem']] as const) {
    expect(raw, what).toContain(what)
    expect([what, heldBy(raw.replace(what, by), publicKey)]).toEqual([what, null])
  }
  // Whatever a headline holds is one line of the head and nobody's address.
  expect(fieldsOf(raw.slice(0, raw.indexOf('\r\n\r\n'))).filter(field => /^bcc:/i.test(field))).toEqual([])
  expect(text).toContain('Rauch über Ähren, Rauch')
})

test('the e-mail that asks whether somebody wants messages is signed too', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const sink = await startMailSink({ port: 0 })
  open.push(() => sink.close())
  const town = await townWithTopic({ smtpUrl: sink.smtpUrl, dkimDomain: 'tangerhuette.example', dkimSelector: 'warnung', dkimKeyFile: await keyFile(pem(privateKey)) })
  open.push(() => town.close())
  const asked = await town.app.inject({ method: 'POST', url: '/public/v1/alerts/subscriptions', payload: { language: 'de', topicIds: ['gefahren'], localities: [], email: 'aenne@example.org' } })
  expect(asked.statusCode).toBe(202)
  await town.outgoing.worker.runDue()
  expect(heldBy(sink.messages()[0]?.raw ?? '', publicKey)).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']))
})

test.each([
  ['no key at all', () => 'nothing'], ['a key that mail servers take for too short', () => pem(generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey)],
  ['a key of another kind', () => pem(generateKeyPairSync('ed25519').privateKey)],
])('with %s the service does not start, and nothing goes out unsigned', async (_what, content) => {
  const dkimKeyFile = await keyFile(content())
  await expect(townWithTopic({ smtpUrl: 'smtp://127.0.0.1:1', dkimDomain: 'tangerhuette.example', dkimSelector: 'warnung', dkimKeyFile })).rejects.toThrow(/DKIM_KEY_FILE/)
})
