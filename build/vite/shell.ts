import { builtinModules } from 'node:module'
import { basename } from 'node:path'
import type { InlineConfig } from 'vite'
import { listFiles } from '../lint/source.ts'
import { ROOT } from '../paths.ts'

/** Modules with native parts stay outside the bundle and are unpacked beside it. */
const NATIVE = /^(better-sqlite3|keytar|@napi-rs\/keyring)(\/|$)/
const EXTERNAL = ['electron', NATIVE, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Main process, core process and the core's worker threads, as ECMAScript modules side by side in one folder. */
export function mainConfig(outDir: string): InlineConfig {
  return shellConfig(outDir, 'es', 'js', {
    main: 'main/electron/main.ts',
    'core-process': 'main/electron/core-process.ts',
    ...Object.fromEntries(workerFiles().map((file) => [basename(file, '.ts'), file])),
  })
}

/** A sandboxed preload script has to be CommonJS, in one file. */
export const preloadConfig = (outDir: string): InlineConfig => shellConfig(outDir, 'cjs', 'cjs', { preload: 'preload/preload.ts' })

/** The core starts each of its threads by file name, beside its own bundle (main/core/cache/worker-thread.ts). */
export const workerFiles = (): readonly string[] => listFiles(ROOT, 'main/core').filter((path) => path.endsWith('-worker.ts'))

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
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { ...input },
        external: EXTERNAL,
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
  }
}
