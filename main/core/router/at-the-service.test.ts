import { expect, test } from 'vitest'
import { ok, refuse } from '../../../shared/result.ts'
import type { Desk, OpenDesk } from '../desk.ts'
import { createNetwork } from '../network/network.ts'
import { atTheService } from './at-the-service.ts'

/** A desk at a service that has too much to do so many times, and what was asked of it. */
function aDeskWith({ overloaded, retryAfter = '0.01', onAsked }: { readonly overloaded: number; readonly retryAfter?: string; readonly onAsked?: () => void }) {
  const asked: string[] = []
  const network = createNetwork({
    serviceUrl: 'http://service.example',
    bearer: { accessToken: async () => ok('token'), rejected: () => undefined },
    fetch: async input => {
      const request = new Request(input)
      asked.push(`${request.method} ${await request.text()}`)
      onAsked?.()
      if (asked.length <= overloaded) return Response.json({ code: 'request/overloaded', facts: {} }, { status: 503, headers: { 'retry-after': retryAfter } })
      return Response.json({ firstPassword: 'a-first-password' })
    },
  })
  let open: ReturnType<Desk['shown']> = ok({ network } as OpenDesk)
  const desk: Pick<Desk, 'shown'> = { shown: () => open }
  const add = () => atTheService(desk, ({ townSetup }) => townSetup.addPerson({ login: 'jana.weiss', name: 'Jana Weiß', grants: [{ role: 'officer', departmentId: null }] }))
  return { asked, add, show: (other: typeof open) => { open = other } }
}

test('what a service with too much to do sent away is asked again when it says so, with all that was said', async () => {
  const { asked, add } = aDeskWith({ overloaded: 2 })
  expect(await add()).toEqual(ok({ firstPassword: 'a-first-password' }))
  expect([asked.length, new Set(asked).size, asked[0]]).toEqual([3, 1, expect.stringContaining('jana.weiss')])
})

test.each([{ overloaded: 3, tries: 3 }, { overloaded: 1, retryAfter: '30', tries: 1 }])('nobody waits for ever: %o', async ({ tries, ...service }) => {
  const { asked, add } = aDeskWith(service)
  expect(await add()).toEqual(refuse('request/overloaded'))
  expect(asked).toHaveLength(tries)
})

test('nothing is asked again for a desk that was locked or left to somebody else meanwhile', async () => {
  const locked = aDeskWith({ overloaded: 1, onAsked: () => locked.show(refuse('session/locked')) })
  expect(await locked.add()).toEqual(refuse('session/locked'))
  const left = aDeskWith({ overloaded: 1, onAsked: () => left.show(ok({} as OpenDesk)) })
  expect(await left.add()).toEqual(refuse('request/overloaded'))
  expect([locked.asked.length, left.asked.length]).toEqual([1, 1])
})
