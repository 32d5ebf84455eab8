import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from '../paths.ts'

/** What the reader of PDF files fetches while it reads: character maps, the standard fonts, decoders of pictures. */
const FOLDERS: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  // The page's policy forbids WebAssembly; these are the same decoders without it.
  wasm: /_nowasm_fallback\.js$/,
}

/** Lays these files beside the screens, under `pdfjs/`. */
export const pdfParts = (): Plugin => ({
  name: 'pdf-parts',
  generateBundle() {
    for (const [folder, wanted] of Object.entries(FOLDERS)) {
      const from = join(ROOT, 'node_modules/pdfjs-dist', folder)
      for (const name of readdirSync(from).filter(file => wanted.test(file)))
        this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: readFileSync(join(from, name)) })
    }
  },
})
