/**
 * On which line of a JSON text the entry at a path begins, counted from 1; for an entry that is not there, the line of the
 * object that should hold it. The text has been parsed before, so that it is known to be JSON.
 */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  let at = skipBlanks(text, 0)
  for (const step of path) {
    const next = find(text, at, step)
    if (next === undefined) break
    at = next
  }
  return text.slice(0, at).split('\n').length
}

/** Where the value of one entry of the object or list at `start` begins. */
function find(text: string, start: number, step: string | number): number | undefined {
  const isObject = text[start] === '{'
  if (!isObject && text[start] !== '[') return undefined
  let at = skipBlanks(text, start + 1)
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index += 1) {
    const keyEnd = isObject ? endOfValue(text, at) : at
    const name = isObject ? (JSON.parse(text.slice(at, keyEnd)) as string) : index
    const value = isObject ? skipBlanks(text, skipBlanks(text, keyEnd) + 1) : at
    if (name === step) return value
    at = skipBlanks(text, endOfValue(text, value))
    if (text[at] === ',') at = skipBlanks(text, at + 1)
  }
  return undefined
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

/** The place behind a value: brackets are counted, and those inside of strings are not. */
function endOfValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const [token] = /^"(?:[^"\\]|\\.)*"|^[[{]|^[\]}]|^[^\s,:[\]{}"]+|^./s.exec(text.slice(at)) ?? ['']
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    at += token.length || 1
  } while (depth > 0 && at < text.length)
  return at
}
