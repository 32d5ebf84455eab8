import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire, type FuseConfig } from '@electron/fuses'

/** What the packaged binary refuses for good, whoever starts it. A fuse that a new Electron brings stops the packaging. */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig

const NAMES = Object.entries(FuseV1Options).filter((entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number')

/** Fuses that do not stand in the file as they should, by name; read from its bytes. */
export async function wrongFuses(file: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(file)
  return NAMES.filter(([, fuse]) => wire[fuse] !== (FUSES[fuse] ? FuseState.ENABLE : FuseState.DISABLE)).map(([name]) => name)
}
