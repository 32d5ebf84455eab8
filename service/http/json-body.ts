import { refuse, ok, type Result } from '../../shared/result.ts'

/** Deeper than anything the contracts know; a form's JSON Schema needs about ten. */
const MAX_DEPTH = 40

/** JSON as it may come in: of limited depth, without texts that a database cannot keep, without keys that reach prototypes. */
export function readJson(text: string): Result<unknown> {
  if (deeperThan(MAX_DEPTH, text)) return refuse('request/invalid', { reason: 'JSON: too deep' })
  const parsed = parse(text)
  if (!parsed) return refuse('request/invalid', { reason: 'JSON: syntax' })
  const objection = objectionTo(parsed.value)
  return objection ? refuse('request/invalid', { reason: `JSON: ${objection}` }) : ok(parsed.value)
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Looks before parsing: brackets outside of texts are counted, long texts are jumped over. */
function deeperThan(limit: number, text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = endOfText(text, at)
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
    if (depth > limit) return true
  }
  return false
}

function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function objectionTo(value: unknown): string | undefined {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string' && !isKeepable(next)) return 'NUL or lone surrogate'
    if (typeof next === 'number' && !Number.isFinite(next)) return 'number out of range'
    if (next === null || typeof next !== 'object') continue
    for (const [key, part] of Object.entries(next)) {
      if (FORBIDDEN_KEYS.has(key)) return 'forbidden key'
      if (!isKeepable(key)) return 'NUL or lone surrogate'
      waiting.push(part)
    }
  }
  return undefined
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
