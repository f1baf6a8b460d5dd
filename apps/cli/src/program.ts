import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { type AnyCommandData, type CommandData, type GlobalOptions, type GroupData, type OptionData, globalOptions } from './command.ts'

/** What the command line asks for. */
export interface Invocation {
  readonly command: CommandData
  readonly args: Readonly<Record<string, unknown>>
  readonly options: Readonly<Record<string, unknown>>
  readonly global: GlobalOptions
}

const numbers = {
  count: { fits: (value: number) => Number.isSafeInteger(value) && value > 0, expected: 'a whole number from 1' },
  integer: { fits: Number.isSafeInteger, expected: 'a whole number' },
  number: { fits: Number.isFinite, expected: 'a number' },
} as const

const numberFrom = (kind: keyof typeof numbers) => (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !numbers[kind].fits(value)) throw new InvalidArgumentError(`Expected ${numbers[kind].expected}.`)
  return value
}

const booleanFrom = (text: string): boolean => {
  if (text !== 'true' && text !== 'false') throw new InvalidArgumentError('Expected true or false.')
  return text === 'true'
}

const optionOf = (data: OptionData): Option => {
  const option = new Option(data.flags, data.description)
  // `--proxied` alone says true; `--proxied false` says false.
  if (data.kind === 'boolean') option.preset('true').argParser(booleanFrom)
  else if (data.kind !== undefined) option.argParser(numberFrom(data.kind))
  // `choices` sets a parser of its own, which collects the values of a repeatable option, too.
  if (data.choices !== undefined) {
    const choices = [...data.choices]
    option.argChoices = choices
    option.argParser((text: string, before: unknown) => {
      if (!choices.includes(text)) throw new InvalidArgumentError(`Expected ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}.`)
      return data.repeatable === true ? [...((before as string[] | undefined) ?? []), text] : text
    })
  } else if (data.repeatable === true) option.argParser((text: string, before: unknown) => [...((before as string[] | undefined) ?? []), text])
  if (data.required === true) option.makeOptionMandatory()
  return option
}

/** Description and choices; what `--flag` alone means is said by its form. */
const describeOption = (option: Option): string => (option.argChoices === undefined ? option.description : `${option.description}: ${option.argChoices.join(', ')}`)

const isGroup = (data: AnyCommandData): data is GroupData => 'commands' in data

/** Words of the command line that are neither options nor the values of the global ones: they lead through the tree. */
export const wordsOf = (argv: readonly string[]): string[] => {
  const words: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] as string
    if (word === '--') break
    if (word === '-o' || word === '--output' || word === '--api' || word === '--base-url' || word === '--token-env') index++
    else if (!word.startsWith('-')) words.push(word)
  }
  return words[0] === 'help' ? words.slice(1) : words
}

const addCommand = (parent: Command, data: CommandData, chosen: (invocation: Omit<Invocation, 'global'>) => void): void => {
  const command = parent.command(data.name).summary(data.summary).description(data.description ?? data.summary)
  for (const argument of data.arguments ?? []) {
    const dots = argument.variadic === true ? '...' : ''
    command.addArgument(new Argument(argument.optional === true ? `[${argument.name}${dots}]` : `<${argument.name}${dots}>`, argument.description))
  }
  for (const option of data.options ?? []) command.addOption(optionOf(option))
  if (data.examples !== undefined) command.addHelpText('after', `\nExamples:\n${data.examples.map((line) => `  ${line}`).join('\n')}`)
  command.action((...given: unknown[]) => {
    const args = Object.fromEntries((data.arguments ?? []).map((argument, index) => [argument.name, given[index]]))
    chosen({ command: data, args, options: command.opts() })
  })
}

const addAll = async (parent: Command, all: readonly AnyCommandData[], words: readonly string[], chosen: (invocation: Omit<Invocation, 'global'>) => void): Promise<void> => {
  for (const data of all) {
    if (!isGroup(data)) {
      addCommand(parent, data, chosen)
      continue
    }
    const group = parent.command(data.name).summary(data.summary).description(data.description ?? data.summary)
    const entered = words[0] === data.name
    const commands = typeof data.commands === 'function' ? (entered ? await data.commands() : []) : data.commands
    await addAll(group, commands, entered ? words.slice(1) : [], chosen)
  }
}

/** What a reading of the command line writes: help, the version, complaints. */
export interface ProgramOutput {
  out: string
  err: string
}

const inherit = (command: Command): void => {
  for (const child of command.commands) {
    child.copyInheritedSettings(command)
    inherit(child)
  }
}

/**
 * Reads a command line against the tree of commands.
 * @throws CommanderError for help, version and wrong usage; what is to be written stands in `written`.
 */
export const readCommandLine = async (argv: readonly string[], root: { readonly commands: readonly AnyCommandData[]; readonly version: string; readonly description: string }, written: ProgramOutput, width?: number): Promise<Invocation | undefined> => {
  const program = new Command('zw').description(root.description).version(root.version, '-V, --version', 'print the version').exitOverride()
  program.configureOutput({
    writeOut: (text) => (written.out += text),
    writeErr: (text) => (written.err += text),
    outputError: () => undefined,
    ...(width === undefined ? {} : { getOutHelpWidth: () => width, getErrHelpWidth: () => width }),
  })
  program.configureHelp({ showGlobalOptions: true, optionDescription: describeOption })
  for (const option of globalOptions) program.addOption(optionOf(option))
  let invocation: Omit<Invocation, 'global'> | undefined
  await addAll(program, root.commands, wordsOf(argv), (chosen) => (invocation = chosen))
  inherit(program)
  await program.parseAsync([...argv], { from: 'user' })
  return invocation === undefined ? undefined : { ...invocation, global: program.opts() }
}
