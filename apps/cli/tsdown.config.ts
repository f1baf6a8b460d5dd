import { library } from '../../tsdown.base.ts'

// A program, not a library: everything it uses is bundled, so that it installs as one small package and starts at once.
export default library({ entry: { zw: 'src/zw.ts' }, target: 'node22.13' })
