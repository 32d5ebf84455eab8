import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

// A mail server on loopback that takes everything and keeps nothing, as a process of its own. Says its address.
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
})
server.listen(0, '127.0.0.1', () => void process.stdout.write(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}\n`))
