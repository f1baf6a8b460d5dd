import { join, relative } from 'node:path'
import ts from 'typescript'
import type { Member } from '../workspace.ts'
import { leaks } from './leaks.ts'
import { Names } from './names.ts'
import { Programs } from './program.ts'
import { prune } from './prune.ts'
import { tidy } from './tidy.ts'
import { typeText } from './type-text.ts'
import { holdsSchema } from './schema-types.ts'
import { isSchemaDoor, writeOut } from './write-out.ts'

const message = (diagnostic: ts.Diagnostic): string => `${diagnostic.file === undefined ? '' : `${diagnostic.file.fileName}:${diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1}: `}${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`

/** The entries of neighbouring packages by what a program imports; those that need the schema library are no doors for types. */
const doorsOf = (program: ts.Program, folder: string, files: readonly ts.SourceFile[]): Map<string, ts.SourceFile> => {
  const doors = new Map<string, ts.SourceFile>()
  for (const file of files) {
    for (const { text } of (file as ts.SourceFile & { readonly imports?: readonly ts.StringLiteralLike[] }).imports ?? []) {
      if (text.startsWith('.') || doors.has(text)) continue
      const path = ts.resolveModuleName(text, file.fileName, program.getCompilerOptions(), ts.sys).resolvedModule?.resolvedFileName
      const door = path === undefined ? undefined : program.getSourceFile(path)
      if (door !== undefined && !door.fileName.startsWith(`${folder}/`) && !isSchemaDoor(door) && !door.fileName.includes('/node_modules/')) doors.set(text, door)
    }
  }
  // The shortest specifier wins: a type that the package itself gives is not taken from a subpath.
  return new Map([...doors].toSorted(([one], [other]) => one.length - other.length))
}

/**
 * The `.d.ts` files of a package by their path in `dist`.
 * @throws Error when a type can't be written without a package that consumers don't have.
 */
export const declarationsOf = (member: Member): Map<string, string> => {
  const source = join(member.folder, 'src')
  const isOwn = (file: ts.SourceFile): boolean => file.fileName.startsWith(`${source}/`) && !file.isDeclarationFile
  const pathOf = (file: ts.SourceFile): string => relative(source, file.fileName).replace(/\.ts$/, '.d.ts')
  const programs = new Programs(member)

  const read = programs.over()
  const checker = read.getTypeChecker()
  const own = read.getSourceFiles().filter(isOwn)
  const names = new Names(checker, source, own, doorsOf(read, source, own))
  const changed = new Map<string, string>()
  for (const file of own) {
    const text = writeOut(checker, names, file)
    if (text !== file.text) changed.set(file.fileName, text)
  }

  const program = changed.size === 0 ? read : programs.over(changed)
  const emitted = new Map<string, string>()
  const problems: string[] = []
  for (const file of program.getSourceFiles().filter(isOwn)) {
    const { diagnostics } = program.emit(file, (_, text) => emitted.set(pathOf(file), tidy(pathOf(file), withModuleComment(file, text))), undefined, true)
    problems.push(...diagnostics.map(message))
  }
  problems.push(...own.filter((file) => changed.has(file.fileName)).flatMap((file) => altered(checker, file, program)))
  if (problems.length > 0) throw new Error(problems.join('\n'))

  const files = prune(emitted, member.entries.map((entry) => relative(source, entry.source).replace(/\.ts$/, '.d.ts')))
  const leaking = leaks(files, own.filter(isSchemaDoor).map(pathOf))
  if (leaking.length > 0) throw new Error(`${member.name}: consumers don't have these; give the exported value a written type, or keep it unexported:\n${leaking.join('\n')}`)
  return files
}

/** Exports whose inferred type follows from a schema that was made opaque: emitted, they would have lost it. */
const altered = (checker: ts.TypeChecker, file: ts.SourceFile, program: ts.Program): string[] => {
  const exportsOf = (from: ts.TypeChecker, source: ts.SourceFile | undefined): Map<string, ts.Type> => {
    const module = source === undefined ? undefined : from.getSymbolAtLocation(source)
    const own = module === undefined ? [] : from.getExportsOfModule(module).filter((symbol) => (symbol.flags & ts.SymbolFlags.Value) !== 0 && (symbol.flags & ts.SymbolFlags.Alias) === 0)
    return new Map(own.map((symbol) => [symbol.name, from.getTypeOfSymbol(symbol)]))
  }
  const emitted = program.getTypeChecker()
  const after = exportsOf(emitted, program.getSourceFile(file.fileName))
  const changed = ([name, type]: readonly [string, ts.Type]): boolean => {
    const other = after.get(name)
    return !holdsSchema(checker, type) && other !== undefined && typeText(checker, type) !== typeText(emitted, other)
  }
  return [...exportsOf(checker, file)].filter(changed).map(([name]) => `${file.fileName}: the type of ${name} follows from a schema; write it down`)
}

/** The compiler loses the comment about the whole file when the import below it goes. */
const withModuleComment = (file: ts.SourceFile, text: string): string => {
  const [first] = ts.getLeadingCommentRanges(file.text, 0) ?? []
  const comment = first === undefined ? '' : file.text.slice(first.pos, first.end)
  return comment.includes('@module') && !text.startsWith(comment) ? `${comment}\n${text}` : text
}
