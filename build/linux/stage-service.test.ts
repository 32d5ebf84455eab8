import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths.ts'
import { packagesIn } from './needed-packages.ts'
import { ownFiles, packageFiles } from './stage-service.ts'

const IMPORT = /(?:from|import\()\s*'(\.[^']+)'/g

test('packages are found by import, by a call for one of their files, and never in the middle of a sentence', () => {
  const source = `import a from 'alpha'\nimport 'beta/side.js'\nexport { b } from '@scope/gamma/part'\nconst c = require.resolve('delta/package.json')\nconst d = await import('epsilon')\nimport x from './own.ts'\nimport y from 'node:fs'\nconst s = "words from 'two parts'"`
  expect(packagesIn(source).toSorted()).toEqual(['@scope/gamma', 'alpha', 'beta', 'delta', 'epsilon'])
})

test('the package holds every file that its own files import, and nothing of tests or of the desk', () => {
  const own = new Set(ownFiles())
  const missing = [...own].filter(path => path.endsWith('.ts')).flatMap(path =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)].map(([, to = '']) => join(path, '..', to)).filter(to => !own.has(to) && existsSync(join(ROOT, to))))
  expect(missing).toEqual([])
  expect([...own].filter(path => /\.test\.ts$|\/testing\.ts$|^(main|renderer|preload|tests)\//.test(path))).toEqual([])
})

test('of the packages only those come along that the service needs', async () => {
  const folders = new Set((await packageFiles(ownFiles())).map(path => path.split('/').slice(1, path.startsWith('node_modules/@') ? 3 : 2).join('/')))
  for (const needed of ['fastify', 'pg', 'kysely', '@electric-sql/pglite', 'pdfjs-dist', '@kern-ux/native', '@expo-google-fonts/source-sans-3', 'oidc-provider']) expect(folders, needed).toContain(needed)
  for (const foreign of ['react', 'electron', 'ag-grid-community', 'better-sqlite3', 'vitest', 'playwright', 'typescript', 'vite']) expect(folders, foreign).not.toContain(foreign)
})
