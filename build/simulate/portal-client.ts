import * as z from 'zod'
import { Bilingual, type JsonObject } from '../../shared/json.ts'
import { PortalMessage, PublicForm, Receipt, type Submission } from '../../shared/wire/public.ts'

const Services = z.object({ services: z.array(z.object({ id: z.string(), title: Bilingual, formVersion: z.int() })) })
const Mailbox = z.object({ status: z.string(), messages: z.array(PortalMessage) })

/** What a portal does for its citizens, by HTTP alone. */
export interface PortalClient {
  services(): Promise<readonly string[]>
  form(serviceId: string): Promise<{ readonly formVersion: number; readonly schema: JsonObject }>
  submit(submission: Submission): Promise<z.infer<typeof Receipt>>
  mailbox(key: string): Promise<z.infer<typeof Mailbox>>
  open(key: string, messageId: string): Promise<void>
  reply(key: string, messageId: string, text: string): Promise<void>
}

/** The service said no; trying the same again would not help. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'Refused'
    this.code = code
  }
}

const Refusal = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()).default({}) })

export interface ClientParts {
  readonly serviceUrl: string
  readonly fetch: typeof fetch
  /** Waits, or rejects when it is time to stop. */
  readonly pause: (ms: number) => Promise<void>
}

export function createPortalClient({ serviceUrl, fetch, pause }: ClientParts): PortalClient {
  const base = serviceUrl.replace(/\/$/, '')
  const ask = <Answer>(schema: z.ZodType<Answer>, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> =>
    askPatiently(pause, async () => {
      const response = await fetch(`${base}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      return { status: response.status, read: async () => schema.parse(await response.json()), refusal: () => refusalIn(response) }
    })
  return {
    services: async () => (await ask(Services, 'GET', '/public/v1/services')).services.map(({ id }) => id),
    form: serviceId => ask(PublicForm, 'GET', `/public/v1/services/${serviceId}/form`),
    submit: submission => ask(Receipt, 'POST', '/public/v1/submissions', submission),
    mailbox: key => ask(Mailbox, 'GET', `/portal/v1/mailboxes/${key}`),
    open: async (key, messageId) => void (await ask(PortalMessage, 'POST', `/portal/v1/mailboxes/${key}/messages/${messageId}/retrieval`, {})),
    reply: async (key, messageId, text) =>
      void (await ask(PortalMessage, 'POST', `/portal/v1/mailboxes/${key}/messages`, { messageId, text })),
  }
}

interface Reply<Answer> {
  readonly status: number
  readonly read: () => Promise<Answer>
  readonly refusal: () => Promise<{ readonly code: string; readonly waitMs: number }>
}

async function refusalIn(response: Response): Promise<{ code: string; waitMs: number }> {
  const read = Refusal.safeParse(await response.json().catch(() => null))
  const seconds = Number(read.data?.facts['seconds'] ?? 1)
  return { code: read.data?.code ?? `http/${response.status}`, waitMs: Math.min(60, seconds) * 1_000 }
}

const FIRST_PAUSE_MS = 500
const MOST_TRIES = 8

/** Asks again while the service is away or busy. That is safe: every request carries its own key. */
async function askPatiently<Answer>(pause: ClientParts['pause'], ask: () => Promise<Reply<Answer>>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const reply = await ask().catch((error: unknown) => {
      if (tries >= MOST_TRIES) throw error
      return undefined
    })
    if (reply && reply.status < 400) return reply.read()
    const refusal = await reply?.refusal()
    const isBusy = !reply || reply.status === 429 || reply.status >= 500
    if (refusal && (!isBusy || tries >= MOST_TRIES)) throw new Refused(refusal.code)
    await pause(reply?.status === 429 && refusal ? refusal.waitMs : FIRST_PAUSE_MS * 2 ** (tries - 1))
  }
}
