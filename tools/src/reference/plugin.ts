import { Comment, CommentTag, Converter, type Application, type Context, type DeclarationReflection, ReflectionKind } from 'typedoc'
import { packages } from '../workspace.ts'

const endpointTypes = new Set(['Endpoint', 'Listing', 'Download'])

const isEndpoint = ({ type }: DeclarationReflection): boolean => type?.type === 'reference' && endpointTypes.has(type.name)

/**
 * What the reference needs to know of this workspace: modules are called what a program imports,
 * and endpoints stand in a group of their own, for to the compiler they are variables like any other.
 */
export const load = (application: Application): void => {
  const names = new Map(packages().flatMap((member) => member.entries.map(({ source, specifier }) => [source, specifier] as const)))
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const source = context.getSymbolFromReflection(module)?.declarations?.[0]?.getSourceFile().fileName
      module.name = names.get(source ?? '') ?? module.name
    }
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Variable) as DeclarationReflection[]) {
      if (!isEndpoint(reflection)) continue
      reflection.comment ??= new Comment()
      reflection.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: 'Endpoints' }]))
    }
  })
}
