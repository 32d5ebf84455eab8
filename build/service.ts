// The central service alone. One READY line once it can be used.
import { runService } from '../service/server.ts'

const exitCode = await runService(process.env, process.argv.slice(2))
if (exitCode !== undefined) process.exitCode = exitCode
