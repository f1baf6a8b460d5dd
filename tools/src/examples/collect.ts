import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type Member, filesBelow, packages } from '../workspace.ts'

/** One `@example` as it is written. */
export interface Example {
  readonly member: Member
  /** Absolute path of the file it stands in. */
  readonly file: string
  readonly line: number
  readonly text: string
}

const examplesIn = (member: Member, path: string): Example[] => {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const examples: Example[] = []
  const seen = new Set<number>()
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || seen.has(tag.pos) || tag.getSourceFile() !== file) continue
      seen.add(tag.pos)
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```\w*\n|```$/g, '').trim()
      examples.push({ member, file: path, line: file.getLineAndCharacterOfPosition(tag.pos).line + 1, text })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return examples
}

/** Every example in the doc comments of the packages. */
export const collectExamples = (): Example[] => packages().flatMap((member) => filesBelow(join(member.folder, 'src'), '.ts').filter((path) => !path.endsWith('.test.ts')).flatMap((path) => examplesIn(member, path)))
