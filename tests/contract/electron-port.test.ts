import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serveCore } from '../../main/electron/core-side.ts'
import { PortDouble } from '../../main/electron/testing.ts'
import { connectToCore } from '../../renderer/core-client/connect.ts'

// Page, preload script and core process as they meet in Electron, over real ports; only the window is a stand-in.
const ipcRenderer = new EventEmitter()
vi.mock('electron', () => ({ ipcRenderer }))

beforeEach(async () => {
  vi.resetModules()
  const page = Object.assign(new EventTarget(), {
    location: { origin: 'app://rathaus' },
    postMessage: (data: unknown, _origin: string, ports: readonly unknown[] = []) =>
      void setImmediate(() => page.dispatchEvent(Object.assign(new Event('message'), { source: page, data, ports }))),
  })
  vi.stubGlobal('window', page)
  vi.stubGlobal('navigator', { userAgent: 'Electron/45' })
  await import('../../preload/preload.ts')
})
afterEach(() => {
  vi.unstubAllGlobals()
  ipcRenderer.removeAllListeners()
})

/** A core's process; answers with its end of the page's port, to be cut off when it "crashes". */
function startCore(): { close(): void } {
  const line = Object.assign(new EventEmitter(), { postMessage: () => undefined })
  serveCore(line, { build: async () => { throw new Error('no service is set') }, useProxy: () => undefined, end: () => undefined, log: () => undefined })
  line.emit('message', { data: { kind: 'start', service: { problem: { code: 'start/settings-invalid' } }, proxy: null, version: '0.1.0', profileDir: '/', now: null }, ports: [] })
  const { port1, port2 } = new MessageChannel()
  line.emit('message', { data: { kind: 'connect' }, ports: [new PortDouble(port2)] })
  ipcRenderer.emit('core-port', { ports: [port1] })
  return port2
}

test('page and core find each other, and again after the core had to be started anew', async () => {
  const first = startCore()
  const { client, state } = connectToCore()
  expect(await client.session.signIn()).toMatchObject({ ok: false, error: { code: 'start/settings-invalid' } })
  first.close()
  await vi.waitUntil(() => state.get() === 'interrupted')
  const asked = client.session.active()
  const second = startCore()
  expect([await asked, state.get()]).toEqual([{}, 'open'])
  second.close()
  await vi.waitUntil(() => state.get() === 'interrupted')
})
