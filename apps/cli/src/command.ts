import { type ApiName, apiNames } from './apis/names.ts'
import type { Context } from './context.ts'

/** A value that stands on the command line by its place. */
export interface ArgumentData {
  readonly name: string
  readonly description: string
  readonly optional?: boolean
  /** Takes all that follow. */
  readonly variadic?: boolean
}

/** A value that stands on the command line by its name. */
export interface OptionData {
  /** As commander writes them: `--ttl <seconds>`, `-o, --output <form>`, `--yes`. */
  readonly flags: string
  readonly description: string
  /** The only values allowed. */
  readonly choices?: readonly string[]
  /** May be given several times; the values come as a list. */
  readonly repeatable?: boolean
  /** How the text is read; text when not said. A count is a whole number from 1. */
  readonly kind?: 'count' | 'integer' | 'number' | 'boolean'
  readonly required?: boolean
}

/** What a command does; it gives the exit code, 0 when it gives none. */
export type Action<Arguments = never, Options = never> = (context: Context, args: Arguments, options: Options) => Promise<number | void>

/** A command as data; what it does is loaded when it runs. */
export interface CommandData {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** More for the help of the command itself. */
  readonly description?: string
  readonly arguments?: readonly ArgumentData[]
  readonly options?: readonly OptionData[]
  /** Whole command lines that work. */
  readonly examples?: readonly string[]
  readonly load: () => Promise<{ readonly run: Action }>
  /** What it does over another API than v4: `load` when it does the same there; refused when nothing is said. */
  readonly otherApis?: 'same' | (() => Promise<{ readonly run: Action }>)
}

/** Several commands behind one word. They may be made only when that word is on the command line. */
export interface GroupData {
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly commands: readonly AnyCommandData[] | (() => Promise<readonly AnyCommandData[]>)
}

/** A command or a group. */
export type AnyCommandData = CommandData | GroupData

/** What every command takes. */
export interface GlobalOptions {
  readonly output?: 'table' | 'json' | 'yaml' | 'csv' | 'ndjson'
  readonly api?: ApiName
  readonly baseUrl?: string
  readonly tokenEnv?: string
  readonly verbose?: boolean
}

/** The same as flags. */
export const globalOptions: readonly OptionData[] = [
  { flags: '-o, --output <form>', description: 'form of the result', choices: ['table', 'json', 'yaml', 'csv', 'ndjson'] },
  { flags: '--api <name>', description: 'API to speak: v4, or one of the two that came before it', choices: apiNames },
  { flags: '--base-url <url>', description: 'another server, such as http://127.0.0.1:8787 (CLOUDFLARE_API_URL)' },
  { flags: '--token-env <name>', description: 'environment variable that holds the API token' },
  { flags: '--verbose', description: 'log requests and answers to stderr, without secrets' },
]
