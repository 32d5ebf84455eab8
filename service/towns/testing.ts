import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The settings of a town that can be opened, as lines of its file. */
export const aTownFile = (name: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  TOWN_HOSTS: `${name}.example.de`, TOWN_NAME: name.replace(/^./, letter => letter.toUpperCase()), STATE: 'ST', REFERENCE_PREFIX: name.slice(0, 4).toUpperCase(),
  MAIL_FROM: `rathaus@${name}.example`, RECOVERY_KEY: Buffer.alloc(32, name).toString('base64'), SMTP_URL: 'smtp://127.0.0.1:9', ...more,
})

/** A folder of towns, each only for its owner; gone after `remove`. */
export async function townsFolder(files: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rathaus-towns-'))
  for (const [name, values] of Object.entries(files)) {
    const file = join(path, `${name}.env`)
    await writeFile(file, Object.entries(values).map(([key, value]) => `${key}="${value}"\n`).join(''))
    await chmod(file, 0o600)
  }
  return { path, remove: () => rm(path, { recursive: true }) }
}
