import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** An e-mail as a mail server got it. */
export interface ArrivedMail {
  readonly to: string
  readonly subject: string
  /** Of the message to the public that it is; empty where it is none. */
  readonly identifier: string
  readonly mail: Email
  /** By the clock of the test. */
  readonly atMs: number
}

export interface TestMailServer {
  readonly smtpUrl: string
  /** In the order in which they came. */
  readonly arrived: readonly ArrivedMail[]
  /** The first whose subject reads like this, once it is there. */
  first(subject: RegExp): Promise<ArrivedMail>
  /** All of a message to the public, in every language, once there are so many of them. */
  allOf(identifier: string, least: number): Promise<readonly ArrivedMail[]>
  close(): Promise<void>
}

/** A mail server on loopback. `takesMs` says how long it thinks about a mail with this subject before it takes it. */
export async function startTestMail(takesMs: (subject: string) => number = () => 0): Promise<TestMailServer> {
  const arrived: ArrivedMail[] = []
  const news = new EventEmitter().setMaxListeners(0)
  const keep = async (chunks: readonly Buffer[], to: string, done: (error?: Error) => void): Promise<void> => {
    const atMs = performance.now()
    const mail = await PostalMime.parse(new Uint8Array(Buffer.concat(chunks)))
    const subject = mail.subject ?? ''
    await new Promise(resolve => { setTimeout(resolve, takesMs(subject)) })
    arrived.push({ to, subject, identifier: mail.headers.find(({ key }) => key === 'x-alert-identifier')?.value ?? '', mail, atMs })
    news.emit('mail')
    done()
  }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void keep(chunks, session.envelope.rcptTo[0]?.address ?? '', done))
    },
  })
  const found = async (isWanted: (one: ArrivedMail) => boolean, least: number): Promise<readonly ArrivedMail[]> => {
    for (;;) {
      const mails = arrived.filter(isWanted)
      if (mails.length >= least) return mails
      await once(news, 'mail')
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    first: async subject => (await found(one => subject.test(one.subject), 1))[0] as ArrivedMail,
    allOf: (identifier, least) => found(one => one.identifier === identifier, least),
    close: () => new Promise(resolve => { server.close(() => resolve()) }),
  }
}
