// Signs in at a service as a desk does and asks who one is: for the rehearsal of the installation, in a process of its own because it has to trust the rehearsal's certificate.
import { randomUUID } from 'node:crypto'
import { accessTokenFor } from '../sign-in.ts'

const [service = '', login = ''] = process.argv.slice(2)
const token = await accessTokenFor(service, login, process.env['PASSWORD'] ?? '')
const answer = await fetch(`${service}/v1/session?desk=${randomUUID()}`, { headers: { authorization: `Bearer ${token}` } })
process.stdout.write(`${answer.status}\n`)
process.exitCode = answer.ok ? 0 : 1
