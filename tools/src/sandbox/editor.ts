import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What an editor shows and where it leads, for the file `program.ts` of a folder with a tsconfig.json. */
export interface Editor {
  /** Documentation shown at the first place where the text stands. */
  docsAt(text: string): string
  /** File and line that go-to-definition leads to. */
  definitionAt(text: string): { readonly file: string; readonly line: string }
}

/** Starts the language service that editors use. */
export const editor = (folder: string): Editor => {
  const file = join(folder, 'program.ts')
  const program = readFileSync(file, 'utf8')
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, folder)
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name) ?? '') : undefined),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  })
  const place = (text: string): number => {
    const at = program.indexOf(text)
    if (at < 0) throw new Error(`the program does not say "${text}"`)
    return at
  }
  return {
    docsAt: (text) => ts.displayPartsToString(service.getQuickInfoAtPosition(file, place(text))?.documentation),
    definitionAt(text) {
      const [definition] = service.getDefinitionAtPosition(file, place(text)) ?? []
      const found = definition === undefined ? '' : readFileSync(definition.fileName, 'utf8')
      const start = definition?.textSpan.start ?? 0
      return { file: definition?.fileName.replace(/.*node_modules\//, '') ?? '', line: found.slice(found.lastIndexOf('\n', start) + 1, found.indexOf('\n', start)) }
    },
  }
}
