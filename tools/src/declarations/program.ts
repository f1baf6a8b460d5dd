import { join } from 'node:path'
import ts from 'typescript'
import { type Member, root } from '../workspace.ts'

/** The compiler settings of a package, set to emit declarations from source. */
export const optionsOf = (folder: string): ts.CompilerOptions => {
  const file = join(folder, 'tsconfig.json')
  const { options, errors } = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, { ...ts.sys, readDirectory: () => [] }, folder)
  const fatal = errors.filter((error) => error.code !== 18003)
  if (fatal.length > 0) throw new Error(`${file}: ${fatal.map((error) => ts.flattenDiagnosticMessageText(error.messageText, '\n')).join('\n')}`)
  return { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, declarationMap: false, rootDir: root, outDir: join(folder, 'dist'), removeComments: false }
}

/** Makes programs over one package: the second one, over changed texts, reuses every file that did not change. */
export class Programs {
  readonly #options: ts.CompilerOptions
  readonly #host: ts.CompilerHost
  readonly #parsed = new Map<string, ts.SourceFile>()
  readonly #entries: readonly string[]

  /** @param docs - whether doc comments are parsed; without, they can only be copied as text, in nine tenths of the time */
  constructor(member: Member, docs = false) {
    this.#options = optionsOf(member.folder)
    this.#host = { ...ts.createCompilerHost(this.#options), ...(docs ? {} : { jsDocParsingMode: ts.JSDocParsingMode.ParseNone }) }
    this.#entries = member.entries.map((entry) => entry.source)
  }

  /** A program over the package's entries, in which some files have another text. */
  over(changed: ReadonlyMap<string, string> = new Map()): ts.Program {
    const host: ts.CompilerHost = {
      ...this.#host,
      getSourceFile: (name, languageVersion) => {
        const text = changed.get(name)
        if (text !== undefined) return ts.createSourceFile(name, text, languageVersion)
        const known = this.#parsed.get(name) ?? this.#host.getSourceFile(name, languageVersion)
        if (known !== undefined) this.#parsed.set(name, known)
        return known
      },
    }
    return ts.createProgram([...this.#entries], this.#options, host)
  }
}
