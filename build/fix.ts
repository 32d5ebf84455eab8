import { runTool } from './run-tool.ts'

// What cannot be mended by a machine is told by `npm run check`.
const { output } = await runTool('oxlint', ['--type-aware', '--fix'])
console.log(output)
