import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { renderSVG } from 'uqr'
import { returnLineOf } from '../../../shared/domains/letters/return-line.ts'
import type { SheetDocument } from '../../../shared/domains/letters/sheet.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { facsimileWords } from '../../../shared/domains/letters/facsimile.ts'
import type { Log } from '../../log.ts'
import type { Facsimiles } from './facsimiles.ts'
import type { TypesetAnswer, TypesetRequest } from './typeset-messages.ts'

/** What is no letter: a layout of its own, in Typst, and what stands in it; nothing of the data becomes markup. */
export interface LaidOut {
  readonly layout: string
  readonly data: object
}

/** Sets letters as PDF/UA, or as PDF/A-1b for a print centre, one after the other. The same document always gives the same bytes. */
export interface Typesetter {
  /** Refused when it cannot be set at all; throws when the process died and it may be tried again. */
  typeset(document: SheetDocument | LaidOut): Promise<Result<Uint8Array>>
  close(): Promise<void>
}

/** The compiler never gives the memory of a letter back (half a megabyte): its process is replaced after so many. */
const LETTERS_PER_PROCESS = 300
/** A process that has not set a letter by then is ended: nothing else goes out while a letter is waited for. */
const LONGEST_MS = 30_000

const require = createRequire(import.meta.url)

/** Whether the optional compiler is installed on this system. */
export function isTypesetterHere(): boolean {
  try {
    require.resolve('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
    return true
  } catch {
    return false
  }
}

/** Processes that set, one after the other. They know no town: whatever a letter shows comes with it, so several towns may share them. */
export interface Presses {
  set(request: Asked): Promise<TypesetAnswer['outcome']>
  /** Ends them after the letters in hand. */
  close(): Promise<void>
}

interface PressParts {
  readonly lettersPerProcess?: number
  readonly longestMs?: number
}

/** Starts its process with the first letter. */
export function createPresses({ lettersPerProcess = LETTERS_PER_PROCESS, longestMs = LONGEST_MS }: PressParts = {}): Presses {
  let press: Press | undefined
  const pressFor = (): Press => {
    if (press && !press.isSpent()) return press
    void press?.close()
    press = startPress(lettersPerProcess, longestMs)
    return press
  }
  return { set: request => pressFor().set(request), close: async () => press?.close() }
}

interface TypesetterParts extends PressParts {
  readonly log: Log
  /** The pictures that letterheads name; without them no letter with one can be set. */
  readonly facsimiles?: Facsimiles
  /** In a town for practice every sheet says so. */
  readonly isTraining?: boolean
  /** Those of the whole process, which whoever made them closes; left out: its own. */
  readonly presses?: Presses
}

export function createTypesetter({ log, facsimiles, isTraining = false, presses: given, ...ofPress }: TypesetterParts): Typesetter {
  const presses = given ?? createPresses(ofPress)
  return {
    typeset: async document => {
      const request = 'layout' in document ? laidOut(document) : await letterRequest(document, facsimiles)
      if (!request) {
        log.error('letters.no-facsimile')
        return refuse('letters/not-typeset')
      }
      const outcome = await presses.set({ ...request, isTraining })
      if (outcome.ok) return ok(outcome.pdf)
      // What the compiler says may quote the letter: only that it failed is logged.
      log.error('letters.not-typeset', { reason: reasonOf(outcome.problem) })
      return refuse('letters/not-typeset')
    },
    close: async () => (given ? undefined : presses.close()),
  }
}

type Asked = Omit<TypesetRequest, 'id'>
/** What is set, before it is known for which town. */
type Written = Omit<Asked, 'isTraining'>

const laidOut = ({ layout, data }: LaidOut): Written => ({ layout, data: JSON.stringify(data), standard: 'ua-1', picture: null })

/** Undefined where its letterhead names a picture that is not there: it never goes out without. */
async function letterRequest(document: SheetDocument, facsimiles: Facsimiles | undefined): Promise<Written | undefined> {
  const facsimile = document.letter.letterhead?.facsimile
  const bytes = facsimile && (document.facsimile ?? (await facsimiles?.(facsimile.sha256)))
  if (facsimile && !bytes) return undefined
  const picture = facsimile && bytes ? { name: `${facsimile.sha256}.${facsimile.kind === 'png' ? 'png' : 'jpg'}`, bytes } : null
  return { layout: null, data: JSON.stringify(typesetData(document, picture?.name)), standard: document.post ? 'a-1b' : 'ua-1', picture }
}

/** The compiler's own words up to the first quotation: kind of problem, no contents. */
const reasonOf = (problem: string): string => problem.split(/["“:]/)[0]?.slice(0, 80) ?? 'unknown'

/** The document with its pictures: for the check of genuineness, and for payments. */
const typesetData = (document: SheetDocument, picture: string | undefined) => ({
  ...document,
  facsimile: picture !== undefined && document.letter.letterhead?.facsimile ? { ...document.letter.letterhead.facsimile, name: picture, alt: facsimileWords(document.letter.letterhead) } : null,
  letter: withCodes(document.letter),
  others: document.others?.map(withCodes),
  returnLine: document.letter.letterhead ? returnLineOf(document.letter.letterhead) : '',
  qr: document.verification ? renderSVG(document.verification.url, { border: 0 }) : null,
})

/** Banking apps want a code from which a seventh may be lost (EPC069-12). */
const withCodes = (letter: SheetDocument['letter']) => ({
  ...letter,
  blocks: letter.blocks.map(block => (block.kind === 'payment' ? { ...block, qr: block.code && renderSVG(block.code, { border: 0, ecc: 'M' }) } : block)),
})

interface Press {
  set(document: Asked): Promise<TypesetAnswer['outcome']>
  /** Whether it has begun as many letters as it may. */
  isSpent(): boolean
  /** Ends the process after the letters in hand. */
  close(): Promise<void>
}

function startPress(most: number, longestMs: number): Press {
  const child = fork(join(import.meta.dirname, 'typeset-child.ts'), [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const waiting = new Map<number, { resolve(outcome: TypesetAnswer['outcome']): void; reject(error: Error): void }>()
  let begun = 0
  let isClosing = false
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const endIfIdle = (): void => {
    if (isClosing && waiting.size === 0 && child.connected) child.disconnect()
  }
  child.on('message', (answer: TypesetAnswer) => {
    waiting.get(answer.id)?.resolve(answer.outcome)
    waiting.delete(answer.id)
    endIfIdle()
  })
  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the typesetting process ended'))
    waiting.clear()
  }
  child.once('exit', fail)
  child.once('error', fail)
  return {
    isSpent: () => begun >= most || isClosing || !child.connected,
    set: document => {
      const late = setTimeout(() => child.kill('SIGKILL'), longestMs)
      return ask(child, waiting, { id: begun++, ...document }).finally(() => clearTimeout(late))
    },
    close: async () => {
      isClosing = true
      endIfIdle()
      await ended
    },
  }
}

const ask = (
  child: ChildProcess,
  waiting: Map<number, { resolve(outcome: TypesetAnswer['outcome']): void; reject(error: Error): void }>,
  request: TypesetRequest,
): Promise<TypesetAnswer['outcome']> =>
  new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject })
    child.send(request, error => error && reject(error))
  })
