import { type PackedBlock, type RawBlock, packBlock } from '../../logs/index/pack-block.ts';
import { serve } from '../worker-serve.ts';

serve<RawBlock, PackedBlock>(packBlock);
