import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'

const ipcRenderer = new EventEmitter()
vi.mock('electron', () => ({ ipcRenderer }))

let posted: unknown[]
let page: EventTarget

beforeEach(async () => {
  vi.resetModules()
  ipcRenderer.removeAllListeners()
  posted = []
  page = Object.assign(new EventTarget(), {
    location: { origin: 'app://rathaus' },
    postMessage: (...args: readonly unknown[]) => void posted.push(args),
  })
  vi.stubGlobal('window', page)
  await import('./preload.ts')
  return () => vi.unstubAllGlobals()
})

const says = (data: unknown, source: unknown = page): boolean => page.dispatchEvent(Object.assign(new Event('message'), { source, data }))

test('hands over each port once the page has asked, to the page\'s own origin', () => {
  ipcRenderer.emit('core-port', { ports: ['first'] })
  const early = [...posted]
  says('core-port-wanted')
  says('core-port-wanted')
  ipcRenderer.emit('core-port', { ports: ['second'] })
  expect([early, posted]).toEqual([[], [['core-port', 'app://rathaus', ['first']], ['core-port', 'app://rathaus', ['second']]]])
})

test('listens to the page alone, and to one word', () => {
  ipcRenderer.emit('core-port', { ports: ['first'] })
  says('core-port-wanted', {})
  says('core-port')
  says({ kind: 'core-port-wanted' })
  expect([posted, ipcRenderer.eventNames()]).toEqual([[], ['core-port']])
})

test('puts nothing into the page\'s world', () => {
  expect(Object.keys(page).toSorted()).toEqual(['location', 'postMessage'])
})
