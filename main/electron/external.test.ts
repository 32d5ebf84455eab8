import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedAddress, createOpener } from './external.ts'

const ORIGINS = new Set(['https://login.example', 'http://127.0.0.1:8080', 'http://rathaus.example'])

test.each([
  ['https://login.example/auth?state=a%20b', 'https://login.example/auth?state=a%20b'],
  ['http://127.0.0.1:8080/oidc/auth', 'http://127.0.0.1:8080/oidc/auth'],
])('lets %s out', (address, allowed) => {
  expect(allowedAddress(address, ORIGINS)).toBe(allowed)
})

test.each([
  'http://rathaus.example/', 'https://login.example.evil/', 'https://login.example@evil/', 'https://user:pass@login.example/', 'https://login.example:444/',
  'file:///etc/passwd', 'smb://login.example/share', '\\\\login.example\\share', 'ms-msdt:/id', 'search-ms:query=a', 'javascript:alert(1)', 'data:text/html,a',
  'mailto:a@login.example', 'https://login.example/\u0000', 'https://login.example/\n', 'https://login.example/ a', 'https:\\\\login.example/', 'https://login.example/"x',
  'blob:https://login.example/1', 'app://rathaus/index.html', 'https://löGin.example/', `https://login.example/${'a'.repeat(4_000)}`, '',
])('keeps %j in', address => {
  expect(allowedAddress(address, ORIGINS)).toBeUndefined()
})

test('nothing but a plain address of an allowed origin ever gets out', () => {
  const opened: string[] = []
  const open = createOpener({ openExternal: async url => void opened.push(url) }, ORIGINS, () => undefined)
  const parts = fc.tuple(
    fc.oneof(fc.constantFrom('https://', 'http://', 'file://', 'https:', 'HTTPS://', ' https://', 'javascript:'), fc.string()),
    fc.oneof(fc.constantFrom('login.example', 'login.example.', 'LOGIN.example', '127.0.0.1:8080', 'login.example@evil'), fc.domain(), fc.string({ unit: 'binary' })),
    fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })),
  )
  fc.assert(fc.property(parts, ([scheme, host, path]) => {
    const before = opened.length
    const isOpened = open(scheme + host + path)
    expect(opened.length - before).toBe(isOpened ? 1 : 0)
    if (!isOpened) return
    const url = new URL(opened.at(-1) ?? '')
    expect([...ORIGINS]).toContain(url.origin)
    expect([url.username, url.password]).toEqual(['', ''])
    expect(opened.at(-1)).toMatch(/^https?:\/\/[\x21-\x7e]+$/)
  }), { numRuns: 20_000 })
  expect(opened.length).toBeGreaterThan(100)
})
