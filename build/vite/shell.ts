import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { ROOT } from '../paths.ts'

/** Modules with native parts stay outside the bundle and are unpacked beside it. */
const NATIVE = ['better-sqlite3', 'keytar', '@napi-rs/keyring']
const EXTERNAL = ['electron', ...NATIVE, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Main process and core process of the Electron shell, as ECMAScript modules. */
export const MAIN_CONFIG = shellConfig('out/main', 'es', 'js', {
  main: 'main/electron/main.ts',
  'core-process': 'main/electron/core-process.ts',
})

/** A sandboxed preload script has to be CommonJS. */
export const PRELOAD_CONFIG = shellConfig('out/preload', 'cjs', 'cjs', { preload: 'preload/preload.ts' })

function shellConfig(outDir: string, format: 'es' | 'cjs', ending: string, input: Readonly<Record<string, string>>): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      minify: false,
      outDir: join(ROOT, outDir),
      emptyOutDir: true,
      rolldownOptions: { input: { ...input }, external: EXTERNAL, output: { format, entryFileNames: `[name].${ending}` } },
    },
  }
}
