import type { Context, Question } from './context.ts'
import { UsageError } from './failures.ts'

/**
 * Asks a person for a yes on the terminal.
 * @throws UsageError when there is no terminal to ask on.
 */
export const ask = async (context: Context, question: Question): Promise<boolean> => {
  const { io } = context
  if (io.stdin.isTTY !== true || !io.stderr.isTTY) throw new UsageError(question.otherwise)
  await io.stderr.write(`${question.text} [y/N] `)
  for await (const chunk of io.stdin) return /^\s*(?:y|yes)\s*$/i.test(Buffer.from(chunk).toString('utf8'))
  return false
}
