/** One thing that a guide tells its reader to do. */
export type GuideStep =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: string; readonly code: number }
  /** Lines that the commands before it write, in this order. */
  | { readonly kind: 'output'; readonly lines: readonly string[] }

const fence = /^```(\w*)$/

/**
 * The steps of a guide: blocks of `sh` are commands (a comment `# ends with 2` tells the exit code), a block after a line that ends with
 * "Write `path`:" is a file, and blocks of `text` are what the commands write.
 */
export const guideSteps = (guide: string): readonly GuideStep[] => {
  const steps: GuideStep[] = []
  const lines = guide.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const language = fence.exec(lines[index] ?? '')?.[1]
    if (language === undefined) continue
    const end = lines.indexOf('```', index + 1)
    const body = lines.slice(index + 1, end)
    const path = /Write `([^`]+)`:$/.exec(lines[index - 2] ?? '')?.[1]
    if (path !== undefined) steps.push({ kind: 'file', path, text: `${body.join('\n')}\n` })
    else if (language === 'sh') for (const line of body) steps.push({ kind: 'command', line, code: Number(/# ends with (\d+)$/.exec(line)?.[1] ?? 0) })
    else if (language === 'text') steps.push({ kind: 'output', lines: body })
    index = end
  }
  return steps
}
