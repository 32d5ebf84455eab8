import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startElectron, type RunningElectron } from './desk.ts'

let desk: RunningElectron
beforeAll(async () => { desk = await startElectron() })
afterAll(() => desk.close())

test('the page has nothing of Node or Electron in its world', async () => {
  const found = await desk.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname', 'setImmediate'].filter(name => name in globalThis))
  expect(found).toEqual([])
})

test('every renderer is sandboxed', async () => {
  const tabs = await desk.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').map(({ sandboxed }) => sandboxed))
  // Chromium itself refuses the sandbox to root.
  expect(tabs.every(isSandboxed => isSandboxed === true || process.getuid?.() === 0)).toBe(true)
})

test('a page that changes built-in functions gets no further than itself', async () => {
  const leaked = await desk.page.evaluate(async () => {
    const seen: string[] = []
    const builtIn: object = Function.prototype
    for (const name of ['bind', 'call', 'apply'] as const) {
      const original = Function.prototype[name] as (this: unknown, ...args: unknown[]) => unknown
      Object.defineProperty(builtIn, name, {
        configurable: true, writable: true,
        value(this: unknown, ...args: unknown[]) {
          if (args.some(value => typeof value === 'object' && value !== null && 'sender' in value)) seen.push(name)
          return Reflect.apply(original, this, args)
        },
      })
    }
    window.postMessage('core-port-wanted', location.origin)
    await new Promise(resolve => setTimeout(resolve, 500))
    return seen
  })
  expect(leaked).toEqual([])
})

test.each([
  ['an inline script', () => { document.head.appendChild(document.createElement('script')).append('globalThis.pwned = 1') }],
  ['markup with a handler', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.pwned = 1">') }],
  ['a script from elsewhere', () => { document.head.appendChild(document.createElement('script')).src = 'https://example.org/a.js' }],
  ['a frame', () => { document.body.appendChild(document.createElement('iframe')).src = 'https://example.org/' }],
  ['a request', () => { void fetch('https://example.org/').catch(() => undefined) }],
  ['a form', () => { Object.assign(document.body.appendChild(document.createElement('form')), { action: 'https://example.org/' }).submit() }],
])('the policy refuses %s', async (_name, attempt) => {
  const outcome = await desk.page.evaluate(`new Promise(resolve => {
    document.addEventListener('securitypolicyviolation', event => resolve(event.violatedDirective), { once: true })
    setTimeout(() => resolve('nothing'), 3000)
    try { (${attempt.toString()})() } catch {}
  })`)
  expect(outcome).not.toBe('nothing')
  expect(await desk.page.evaluate(() => 'pwned' in globalThis)).toBe(false)
})

test.each([
  'https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'data:text/html,a', 'about:blank', 'app://evil/index.html', 'app://rathaus/assets/none.js',
  'javascript:globalThis.pwned=1', 'view-source:app://rathaus/index.html', 'rathaus://application/1', 'blob:null/1',
])('neither a link nor a window leads to %s', async address => {
  const before = desk.page.url()
  await desk.page.evaluate(url => {
    const link = Object.assign(document.createElement('a'), { href: url })
    document.body.append(link)
    link.click()
    window.open(url)
    try { location.href = url } catch { /* Trusted types refuse some of them here already. */ }
  }, address)
  await desk.page.evaluate(() => new Promise(resolve => setTimeout(resolve, 300)))
  expect([desk.page.url(), desk.app.windows().length]).toEqual([before, 1])
  expect(await desk.opened()).toEqual([])
})

test.each(['app://rathaus/../package.json', 'app://rathaus/%2e%2e/%2e%2e/package.json', 'app://rathaus/.sources', 'file:///etc/passwd'])('%s cannot be read', async address => {
  expect(await desk.page.evaluate(url => fetch(url).then(() => 'read', () => 'refused'), address)).toBe('refused')
})

test('asks for permissions are denied, except to copy', async () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage', 'midi']
  const states = await desk.page.evaluate(async all => Promise.all(all.map(async name => {
    const { state } = await navigator.permissions.query({ name: name as PermissionName })
    return `${name} ${state}`
  })), names)
  expect(states).toEqual(names.map(name => `${name} denied`))
})

test('the program listens on this computer for nothing but the way back from the sign-in', async () => {
  const pids = await desk.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
  const listening = execFileSync('ss', ['-ltnpH'], { encoding: 'utf8' }).split('\n').filter(line => pids.some(pid => line.includes(`pid=${pid},`)))
  expect(listening.filter(line => !/127\.0\.0\.1:\d+/.test(line))).toEqual([])
})
