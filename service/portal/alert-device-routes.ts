import type { FastifyInstance, FastifyReply } from 'fastify'
import { DEVICE_PATHS } from './alert-device-paths.ts'
import { DEVICE_SCRIPT } from './alert-device-script.ts'
import { DEVICE_WORKER } from './alert-device-worker.ts'

/** Asks the town and nobody else. */
const WORKER_SECURITY = "default-src 'none'; connect-src 'self'"

/** What a browser fetches to show messages. */
export function deviceRoutes(portal: FastifyInstance, { townName }: { readonly townName: string }): void {
  portal.get(DEVICE_PATHS.script, (_request, reply) => asset(reply, 'text/javascript', DEVICE_SCRIPT))
  portal.get(DEVICE_PATHS.worker, (_request, reply) => asset(reply.header('content-security-policy', WORKER_SECURITY), 'text/javascript', DEVICE_WORKER))
  // On iPhone and iPad only what stands on the home screen as a program of its own may show messages.
  const manifest = { name: townName, short_name: townName, lang: 'de', start_url: DEVICE_PATHS.scope, scope: '/portal', display: 'standalone' }
  portal.get(DEVICE_PATHS.manifest, (_request, reply) => asset(reply, 'application/manifest+json', JSON.stringify(manifest)))
}

const asset = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }).send(text)
