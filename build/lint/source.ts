import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor, type ESTree } from 'vite'

/** One import, in whatever form it was written. `names` are the imported names (`default`, `*` included). */
export interface Import {
  readonly specifier: string
  readonly names: readonly string[]
  readonly line: number
}

/** Something used without being imported: `console`, `Date.now`, `new Date()`. */
export interface Use {
  readonly what: string
  readonly line: number
}

/** A function with its extent; `isSuite` marks the body of a `describe`, which may be as long as its tests. */
export interface FunctionExtent {
  readonly name: string
  readonly line: number
  readonly lines: number
  readonly isSuite: boolean
}

/** What the checks need to know of one source file. `path` is relative to the root, with forward slashes. */
export interface Source {
  readonly path: string
  readonly lineCount: number
  readonly imports: readonly Import[]
  readonly uses: readonly Use[]
  readonly functions: readonly FunctionExtent[]
  readonly comments: readonly Use[]
}

/** One refusal of a check, ready to be printed. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

export const ROOMS = ['shared', 'main', 'preload', 'renderer', 'service', 'tests', 'build'] as const

/** All TypeScript files of the rooms. */
export function readSources(root: string): readonly Source[] {
  return ROOMS.flatMap((room) => listFiles(root, room))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Every file below a folder, as paths relative to the root; nothing when the folder is not there. */
export function listFiles(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
      .filter((path) => !path.includes('node_modules/'))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Reads one file's text into the facts that the checks ask for; throws when it is no TypeScript. */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const lineAt = lineFinder(text)
  const imports = findImports(program, lineAt)
  const functions = findFunctions(program, lineAt)
  return {
    path,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    uses: findUses(program, lineAt),
    functions,
    comments: comments.map(({ value, start }) => ({ what: value, line: lineAt(start) })),
  }
}

type LineAt = (offset: number) => number

function lineFinder(text: string): LineAt {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}

function findImports(program: ESTree.Program, lineAt: LineAt): readonly Import[] {
  const imports: Import[] = []
  const add = (source: { readonly value: unknown; readonly start: number }, names: readonly string[]): void => {
    if (typeof source.value === 'string') imports.push({ specifier: source.value, names, line: lineAt(source.start) })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.specifiers.map(importedName)),
    ExportNamedDeclaration: (node) => node.source && add(node.source, node.specifiers.map(({ local }) => nameOf(local))),
    ExportAllDeclaration: (node) => add(node.source, ['*']),
    ImportExpression: (node) => node.source.type === 'Literal' && add(node.source, ['*']),
    TSImportType: (node) => add(node.source, ['*']),
  }).visit(program)
  return imports
}

function importedName(node: ESTree.ImportDeclarationSpecifier): string {
  if (node.type === 'ImportDefaultSpecifier') return 'default'
  return node.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(node.imported)
}

function nameOf(node: ESTree.ModuleExportName): string {
  return node.type === 'Literal' ? node.value : node.name
}

function findUses(program: ESTree.Program, lineAt: LineAt): readonly Use[] {
  const uses: Use[] = []
  const add = (what: string, node: { readonly start: number }): void => {
    uses.push({ what, line: lineAt(node.start) })
  }
  new Visitor({
    MemberExpression: (node) => add(dottedName(node), node),
    NewExpression: (node) => isDateWithoutArguments(node) && add('new Date()', node),
    CallExpression: (node) => isDateWithoutArguments(node) && add('Date()', node),
  }).visit(program)
  return uses
}

function isDateWithoutArguments(node: ESTree.NewExpression | ESTree.CallExpression): boolean {
  return node.arguments.length === 0 && /^(globalThis\.)?Date$/.test(dottedName(node.callee))
}

/** `a.b.c` or `a['b']` as `a.b.c`; what is not a plain path of names becomes `?`. */
function dottedName(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression') return '?'
  return `${dottedName(node.object)}.${propertyName(node)}`
}

function propertyName({ property, computed }: ESTree.MemberExpression): string {
  if (property.type === 'Literal') return typeof property.value === 'string' ? property.value : '?'
  return property.type === 'Identifier' && !computed ? property.name : '?'
}

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression

function findFunctions(program: ESTree.Program, lineAt: LineAt): readonly FunctionExtent[] {
  const suites = new Set<ESTree.Node>()
  const functions: FunctionExtent[] = []
  const add = (node: AnyFunction): void => {
    const line = lineAt(node.start)
    const name = 'id' in node && node.id ? node.id.name : 'a function'
    functions.push({ name, line, lines: lineAt(node.end) - line + 1, isSuite: suites.has(node) })
  }
  new Visitor({
    CallExpression: (node) => isSuiteCall(node) && node.arguments.forEach((argument) => suites.add(argument)),
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(program)
  return functions
}

/** `describe(…)`, `describe.each(table)(…)`. */
function isSuiteCall(node: ESTree.CallExpression): boolean {
  const callee = node.callee.type === 'CallExpression' ? node.callee.callee : node.callee
  return /^describe(\.|$)/.test(dottedName(callee))
}
