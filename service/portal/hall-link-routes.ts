import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS } from '../../shared/errors.ts'
import type { Refusal } from '../../shared/result.ts'
import type { HallRequestShown } from '../../shared/wire/public-halls.ts'
import { sentenceOf } from '../http/sentences.ts'
import { frameOf, languageOf, notFound, seeOther, send } from './answers.ts'
import { hallRequestPage, hallWithdrawPage } from './hall-request-page.ts'
import type { HallPageParts } from './hall-routes.ts'
import { inLanguage } from './layout.ts'

interface LinkParams {
  readonly link: string
}

type LinkRequest = FastifyRequest<{ Params: LinkParams }>

/** Everything that whoever has the link of a request can see and do. */
export function hallLinkRoutes(portal: FastifyInstance, parts: HallPageParts): void {
  const withRequest = async (request: LinkRequest, reply: FastifyReply, show: (found: HallRequestShown) => FastifyReply | Promise<FastifyReply>): Promise<FastifyReply> => {
    const found = await parts.halls.read(request.params.link)
    return found.ok ? show(found.value) : notFound(parts, request, reply)
  }
  const address = '/portal/halls/requests/:link'
  portal.get<{ Params: LinkParams }>(address, (request, reply) => withRequest(request, reply, found => showRequest(parts, request, reply, found, null)))
  portal.get<{ Params: LinkParams }>(`${address}/withdrawal`, (request, reply) => withRequest(request, reply, found =>
    (found.canWithdraw ? send(reply, 200, hallWithdrawPage(frameOf(parts, request), found)) : backTo(request, reply, found))))
  portal.post<{ Params: LinkParams }>(`${address}/withdrawal`, (request, reply) => withRequest(request, reply, async found => {
    const withdrawn = await parts.halls.withdraw(found.link)
    return withdrawn.ok ? backTo(request, reply, found) : showRequest(parts, request, reply, found, withdrawn.error)
  }))
}

const backTo = (request: FastifyRequest, reply: FastifyReply, { link }: HallRequestShown): FastifyReply =>
  seeOther(reply, inLanguage(`/portal/halls/requests/${link}`, languageOf(request)))

function showRequest(parts: HallPageParts, request: LinkRequest, reply: FastifyReply, found: HallRequestShown, refusal: Refusal | null): FastifyReply {
  const frame = { ...frameOf(parts, request), path: `/portal/halls/requests/${found.link}` }
  const { done } = request.query as { readonly done?: unknown }
  const problem = refusal && sentenceOf(refusal.code, refusal.facts ?? {})[frame.language]
  return send(reply, refusal ? ERRORS[refusal.code].status : 200, hallRequestPage(frame, { request: found, isJustSent: done === 'sent' && found.status === 'requested', problem }))
}
