import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailSink, type MailSink } from '../../service/demo/mail-sink.ts'
import { createSmtpTransport, type MailTransport } from '../../service/delivery/smtp.ts'
import { createLog } from '../../service/log.ts'
import { Tenant } from '../../shared/domains/halls/tables.ts'
import { csvLine } from '../../shared/formats/csv.ts'
import { LINE_CORPUS } from './corpus.ts'

let sink: MailSink
let transport: MailTransport
beforeAll(async () => {
  sink = await startMailSink({ port: 0 })
  transport = createSmtpTransport(sink.smtpUrl)
})
afterAll(async () => {
  transport.close()
  await sink.close()
})

const headOf = (raw: string): readonly string[] => (raw.split(/\r?\n\r?\n/)[0] ?? '').split(/\r?\n/)

test.each(LINE_CORPUS)('no text of an e-mail becomes a line of its head or another recipient: %j', async text => {
  const before = sink.messages().length
  await transport.send({ messageId: `<${before}@tangerhuette.example>`, from: 'rathaus@tangerhuette.example', to: 'erika@post.example', subject: text, text: `Guten Tag\n${text}` })
  const came = sink.messages().slice(before)
  expect(came.map(({ to }) => to)).toEqual([['erika@post.example']])
  expect(came.flatMap(({ raw }) => headOf(raw)).filter(line => /^(bcc|cc|mail from|\{)/i.test(line))).toEqual([])
})

test.each(LINE_CORPUS)('is no address to which anything would be sent: %j', text => {
  const addresses = [text, `${text}@post.example`, `erika@post.example${text}`, `erika@post.example, ${text}`]
  expect(addresses.filter(address => Tenant.shape.email.safeParse(address).success)).toEqual([])
})

test.each(LINE_CORPUS)('no text becomes a line of the log: %j', text => {
  const lines: string[] = []
  createLog({ write: line => void lines.push(line) }).warn(text, { name: text, reason: text })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u0000-\u001f]/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: text, level: 'warn' })
})

test.each(LINE_CORPUS)('no text becomes a line or a cell of a table: %j', text => {
  const line = csvLine([text, 'b'])
  // What stands in quotes may hold line ends; what follows them has to be the second cell.
  expect(line.replace(/^"(?:[^"]|"")*"/, 'a')).toMatch(/^[^\r\n;]*;b\r\n$/)
})
