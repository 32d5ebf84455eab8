/** The commands of a guide in Markdown: what stands in blocks marked `sh`, one command a line, a line that ends in a backslash goes on. */
export function commandsIn(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap(block => block.replaceAll(/\\\n\s*/g, '').split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#')))
}
