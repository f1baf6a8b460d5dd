import { describe, expect, it } from 'vitest'
import { program, rule, runSteps } from './step.ts'

const collect = (): { readonly lines: string[]; readonly print: (text: string) => void } => {
  const lines: string[] = []
  return { lines, print: (text) => void lines.push(text.replaceAll(/\d+\.\d s/g, 'N s')) }
}

describe('the steps of a verification', () => {
  it('print one line each', async () => {
    const { lines, print } = collect()
    expect(await runSteps([{ name: 'one', run: rule(async () => []), help: '' }], print)).toBe(true)
    expect(lines).toEqual(['ok   one        N s\n', 'all 1 steps passed in N s\n'])
  })

  it('stop at the first that fails, with its output and what to do', async () => {
    const { lines, print } = collect()
    const steps = [
      { name: 'one', run: rule(async () => ['a is wrong', 'b is wrong']), help: 'mend them.' },
      { name: 'two', run: () => Promise.reject(new Error('never reached')), help: '' },
    ]
    expect(await runSteps(steps, print)).toBe(false)
    expect(lines.join('')).toBe('FAIL one        N s\n\na is wrong\nb is wrong\n\none: mend them.\n')
  })

  it('fail when a step breaks, and say how', async () => {
    const { lines, print } = collect()
    expect(await runSteps([{ name: 'one', run: () => Promise.reject(new Error('out of luck')), help: 'look.' }], print)).toBe(false)
    expect(lines.join('')).toContain('out of luck')
  })

  it('take the exit code and the output of a program', async () => {
    expect(await program(process.execPath, '-e', 'console.log("hello"); process.exitCode = 3')).toEqual({ ok: false, output: 'hello\n' })
  })
})
