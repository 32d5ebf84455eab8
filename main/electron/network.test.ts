import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { chromiumProxy, findProxy, firstSpoken, sendThrough } from './network.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => new Promise(resolve => {
    server.close(resolve)
    server.closeAllConnections()
  }))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('every request goes through the proxy, except to this computer and the hosts that were named', async () => {
  const asked: string[] = []
  const service = await listen(createServer((_request, response) => void response.end('service')))
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('proxy')
  })
  // The way Node asks a proxy for any host: a tunnel, here always to the same service.
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const there = connect(Number(new URL(service).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(there).pipe(socket)
    })
    socket.on('error', () => there.destroy())
    there.on('error', () => socket.destroy())
  })
  ends.push(sendThrough({ url: await listen(proxy), except: ['*.town.example'] }, () => undefined))
  expect(['service', 'proxy']).toContain(await (await fetch('http://elsewhere.example/')).text())
  expect(await (await fetch(service)).text()).toBe('service')
  // This name leads nowhere: whoever goes there without the proxy gets nothing.
  await expect(fetch('http://desk.town.example/')).rejects.toThrow(/fetch failed/)
  expect(asked).toEqual([expect.stringContaining('elsewhere.example')])
})

test.each([
  ['DIRECT', undefined], ['', undefined], ['PROXY proxy.example:8080', 'http://proxy.example:8080'], ['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
  ['SOCKS5 socks.example:1080; PROXY proxy.example:8080', 'http://proxy.example:8080'], ['DIRECT; PROXY proxy.example:8080', undefined], ['SOCKS socks.example:1080', undefined],
])('of "%s" the desk takes %s', (answer, proxy) => {
  expect(firstSpoken(answer)).toBe(proxy)
})

test('a computer whose proxy is for some addresses only is understood', async () => {
  const answers: Readonly<Record<string, string>> = { 'https://town.example': 'PROXY proxy.example:8080', 'https://login.town.example': 'DIRECT', 'https://login.example': 'PROXY proxy.example:8080' }
  const finder = { resolveProxy: async (url: string) => answers[url] ?? 'DIRECT' }
  expect([
    await findProxy(finder, 'https://town.example', ['https://login.town.example', 'https://login.example']),
    await findProxy(finder, 'https://login.town.example', ['https://town.example']),
    await findProxy({ resolveProxy: () => Promise.reject(new Error('no script')) }, 'https://town.example', []),
  ]).toEqual([{ url: 'http://proxy.example:8080', except: ['login.town.example'] }, null, null])
})

test('Chromium is told the same', () => {
  expect([chromiumProxy({ mode: 'system' }), chromiumProxy({ mode: 'fixed', server: 'http://proxy.example:3128', except: ['a.example', '*.b.example'] })]).toEqual([
    { mode: 'system' }, { mode: 'fixed_servers', proxyRules: 'http://proxy.example:3128', proxyBypassRules: 'a.example,*.b.example' },
  ])
})
