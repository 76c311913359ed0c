import { type ComponentType, Suspense, lazy, useState } from 'react';

/**
 * A component in a chunk of its own. React shows what a `lazy` component brings up to 300 ms late (it holds reveals
 * together), also where the chunk has long been there: so one that is loaded is drawn like any other.
 */
export function inOwnChunk<Props extends object>(importIt: () => Promise<ComponentType<Props>>) {
  let here: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => {
    here = await importIt();
    return here;
  };
  const Later = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;

  function InOwnChunk(props: Props) {
    // One that came while it was waited for must not take the place of itself.
    const [Chosen] = useState(() => here ?? Later);
    return (
      <Suspense fallback={null}>
        <Chosen {...props} />
      </Suspense>
    );
  }
  return { load, InOwnChunk };
}
