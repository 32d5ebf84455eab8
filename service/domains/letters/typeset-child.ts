import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { readFileSync } from 'node:fs'
import type { PdfStandard, TypesetAnswer, TypesetRequest } from './typeset-messages.ts'

/**
 * The typesetter's own process: the compiler keeps about half a megabyte of each letter for ever, so whoever started the
 * process ends it after some hundred letters. Nothing of a letter becomes markup: it comes in as data.
 */

interface Diagnostics {
  readonly shortDiagnostics: readonly { readonly message?: string }[]
}

/** As far as we use it; the package brings no types of its own. */
interface Compiled {
  readonly result: object | null
  takeWarnings(): Diagnostics | null
  takeError(): Diagnostics | null
}

interface Compiler {
  compile(main: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): Compiled
  /** A file that is not on the disk. */
  mapShadow(path: string, content: Buffer): void
  pdf(compiled: object, options: { readonly pdfStandard: PdfStandard }): Uint8Array
}

interface Package {
  readonly NodeCompiler: { create(options: { readonly workspace: string; readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }): Compiler }
}

const require = createRequire(import.meta.url)
const folder = import.meta.dirname
const template = readFileSync(`${folder}/letter.typ`, 'utf8')
const mark = readFileSync(`${folder}/training-mark.typ`, 'utf8')

const FONTS = ['400Regular/SourceSans3_400Regular', '600SemiBold/SourceSans3_600SemiBold'] as const

function createCompiler(): Compiler {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Package
  const fontPaths = FONTS.map(font => dirname(require.resolve(`@expo-google-fonts/source-sans-3/${font}.ttf`)))
  return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] })
}

const wordsOf = (found: Diagnostics | null): readonly string[] => (found?.shortDiagnostics ?? []).map(({ message }) => message ?? 'unknown')

const shown = new Set<string>()

/** Named by its hash, so that one of the same name is the same. */
function showPicture(compiler: Compiler, picture: TypesetRequest['picture']): void {
  if (!picture || shown.has(picture.name)) return
  compiler.mapShadow(`${folder}/${picture.name}`, Buffer.from(picture.bytes))
  shown.add(picture.name)
}

function typeset(compiler: Compiler, { layout, data, isTraining, standard, picture }: TypesetRequest): TypesetAnswer['outcome'] {
  showPicture(compiler, picture)
  const compiled = compiler.compile({ mainFileContent: `${mark}\n${layout ?? template}`, inputs: { letter: data, training: isTraining ? 'yes' : 'no' } })
  const problems = [...wordsOf(compiled.takeError()), ...wordsOf(compiled.takeWarnings())]
  // A font that is not there is only a warning to the compiler; to us a letter in another font is a wrong letter.
  if (!compiled.result || problems.length > 0) return { ok: false, problem: problems.join('; ') || 'no document' }
  try {
    return { ok: true, pdf: compiler.pdf(compiled.result, { pdfStandard: standard }) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'no PDF' }
  }
}

const compiler = createCompiler()

process.on('message', (request: TypesetRequest) => {
  process.send?.({ id: request.id, outcome: typeset(compiler, request) } satisfies TypesetAnswer)
})
// Whoever started it may be killed: then it ends too.
process.on('disconnect', () => process.exit(0))
