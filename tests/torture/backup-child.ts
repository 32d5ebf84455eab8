import { createPrivateKey, createPublicKey } from 'node:crypto'
import { newSigningKey } from '../../service/operate/backup/backup-signature.ts'
import { makeBackup } from '../../service/operate/backup/make-backup.ts'
import { systemClock } from '../../service/clock.ts'
import { instantFromMs } from '../../shared/time.ts'

// One backup by a process whose files may grow to a limit and no further; says how it ended.
const [databaseUrl = '', folder = '', publicKey = ''] = process.argv.slice(2)
const made = await makeBackup({ databaseUrl, folder, recipient: createPublicKey(publicKey), signer: createPrivateKey(newSigningKey()), journal: null, settingsFiles: [], keep: { daily: 7, weekly: 4 }, now: instantFromMs(systemClock.nowMs()), program: '0.1.0' })
process.stdout.write(JSON.stringify(made))
