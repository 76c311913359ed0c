import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { structureFaultApart } from '../../store/structure-apart.ts';
import { serve } from '../worker-serve.ts';

export interface CompareTablesRequest {
  readonly path: string;
  readonly key: KeyBytes;
  readonly nativeBinding: string | undefined;
}

serve<CompareTablesRequest, string | null>(({ path, key, nativeBinding }) => {
  useNativeBinding(nativeBinding);
  return structureFaultApart(path, keyFrom(key));
});
