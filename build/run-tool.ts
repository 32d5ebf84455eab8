import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

/** How a tool ended and everything it said. */
export interface ToolResult {
  readonly code: number
  readonly output: string
}

/** Runs a tool of node_modules/.bin in the root and gathers its output. */
export function runTool(tool: string, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', tool), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}
