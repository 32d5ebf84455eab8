import { runTool } from './run-tool.ts'

// What cannot be mended by a machine is told by `npm run check`.
const { code, output } = await runTool('oxlint', ['--type-aware', '--fix'])
console.log(output)
process.exitCode = code
