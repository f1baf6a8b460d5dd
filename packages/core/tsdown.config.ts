import { library } from '../../tsdown.base.ts'

export default library({ entry: ['src/index.ts', 'src/schema.ts', 'src/form-post.ts', 'src/memory.ts'] })
