import { ai } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'

/** Handlers of Workers AI. There are no models here, and none is made up: the list is empty, and to run one is refused. */
export const aiHandlers: readonly Handler[] = [
  serve(ai.models.search, (context) => {
    accountOf(context)
    return paged([], context.input, { perPage: 100, most: 1000 })
  }),
  serve(ai.run, (context: Context) => {
    accountOf(context)
    throw refuse('ai_no_such_model', { model: String(context.input['model_name']) })
  }),
]
