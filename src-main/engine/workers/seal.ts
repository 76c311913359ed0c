import { type SealPlace, type SealWish, type Sealed, sealPieces } from '../../evidence/sealed/seal-pieces.ts';
import { serve } from '../worker-serve.ts';

serve<SealWish, Sealed, SealPlace>(async (wish, _, note) => sealPieces(wish, note));
