import { execFileSync } from 'node:child_process'

/** An account of the system by its numbers. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Null where there is none of this name, or where this process may not become it anyway. */
export function accountNamed(name: string): Account | null {
  if (process.getuid?.() !== 0) return null
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

/**
 * Works as another account for a while: PostgreSQL on the same machine lets accounts in by who they are. Programs that are started meanwhile are the other account, too.
 * Where there is no such account it works as it is.
 */
export async function asAccount<Value>(account: Account | null, work: () => Promise<Value>): Promise<Value> {
  if (!account) return work()
  process.setegid?.(account.gid)
  process.seteuid?.(account.uid)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}
