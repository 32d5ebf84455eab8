import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'
import { pdfParts } from './pdf-parts.ts'

/** How the screens are built; paths stay relative, because both shells serve them from an address of their own. */
export function rendererConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(ROOT, 'renderer'),
    base: './',
    logLevel: 'error',
    plugins: [react(), pdfParts()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      // The order of the layers stands at the head of one file.
      cssCodeSplit: false,
      // The grid alone is larger than Vite's warning; it is loaded from the disk, not over a network.
      chunkSizeWarningLimit: 4000,
    },
  }
}
