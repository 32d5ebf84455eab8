import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { listFiles, ROOMS, type Finding } from './source.ts'

const LINK = /\]\(([^)\s]+)\)/g
const BACKTICKED = /`([^`\n]+)`/g
const PAGES_IN_ROOT = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** Refuses links and backticked paths in README, CONTRIBUTING and docs that lead nowhere. */
export function checkDocs(root: string): readonly Finding[] {
  const pages = [...PAGES_IN_ROOT.filter((page) => existsSync(join(root, page))), ...listFiles(root, 'docs').filter((path) => path.endsWith('.md'))]
  return pages.flatMap((path) => checkPage(path, readFileSync(join(root, path), 'utf8'), (target) => existsSync(join(root, target))))
}

/** The same for one page's text; `isThere` answers for paths relative to the root. */
export function checkPage(path: string, text: string, isThere: (target: string) => boolean): readonly Finding[] {
  return withoutCodeBlocks(text).flatMap((content, index) => [
    ...brokenLinks(path, content, isThere).map((target) => ({ path, line: index + 1, message: `The link to "${target}" leads nowhere.` })),
    ...brokenPaths(content, isThere).map((target) => ({ path, line: index + 1, message: `There is no "${target}". Mend the page in the same change as the code.` })),
  ])
}

function withoutCodeBlocks(text: string): readonly string[] {
  let isCode = false
  return text.split('\n').map((line) => {
    if (line.trimStart().startsWith('```')) isCode = !isCode
    return isCode ? '' : line
  })
}

function brokenLinks(path: string, content: string, isThere: (target: string) => boolean): readonly string[] {
  return [...content.matchAll(LINK)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !isThere(posix.join(posix.dirname(path), target)))
}

/** Only what starts with one of our folders counts as a path; placeholders such as `<domain>` are left alone. */
function brokenPaths(content: string, isThere: (target: string) => boolean): readonly string[] {
  return [...content.matchAll(BACKTICKED)]
    .map((match) => match[1] ?? '')
    .filter((target) => /^[\w./-]+$/.test(target) && isOurs(target))
    .filter((target) => !isThere(target.replace(/\/$/, '')))
}

function isOurs(target: string): boolean {
  return [...ROOMS, 'docs'].some((folder) => target.startsWith(`${folder}/`))
}
