import { sha256Hex } from './canonical.ts'

/** Names an account in files, in the keychain and to the service without telling who it is. */
export const accountKeyOf = (townId: string, accountId: string): string => sha256Hex(`${townId}/${accountId}`).slice(0, 32)
