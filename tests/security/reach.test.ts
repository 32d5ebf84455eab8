import { expect, test } from 'vitest'
import { readSources } from '../../build/lint/source.ts'
import { ROOT } from '../../build/paths.ts'

/** What speaks to other computers, or listens for them. */
const NETWORK = /^(node:)?(net|http|https|http2|tls|dgram|dns|dns\/promises|inspector)$|^(ws|undici|axios|node-fetch|nodemailer|smtp-server|web-push|socket\.io)$/

/** Where the desk may: the way back from the sign-in, certificates and proxy of the computer, the loopback shell, and a lock that is a port. */
const PLACES = ['main/browser/gate.ts', 'main/browser/shell.ts', 'main/core/session/profile-lock.ts', 'main/electron/loopback.ts', 'main/electron/network.ts']

const isTest = (path: string): boolean => /(\.test\.tsx?|testing\.ts)$/.test(path)
const sources = readSources(ROOT).filter(({ path }) => /^(main|preload|renderer|shared)\//.test(path) && !isTest(path))

test('the desk reaches the network in five places beside the requests it is handed', () => {
  const found = sources.filter(({ imports }) => imports.some(({ specifier }) => NETWORK.test(specifier))).map(({ path }) => path)
  expect([...new Set(found)].toSorted()).toEqual(PLACES)
})

test('the language that all rooms speak, and the screens, import nothing that speaks to other computers', () => {
  const found = sources.filter(({ path, imports }) => /^(shared|renderer|preload)\//.test(path) && imports.some(({ specifier }) => NETWORK.test(specifier) || specifier.startsWith('node:')))
  expect(found.map(({ path }) => path)).toEqual([])
})
