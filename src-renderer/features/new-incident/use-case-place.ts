import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Answer } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';

export interface CasePlace {
  readonly title: string;
  readonly setTitle: (title: string) => void;
  /** The file that would be written now; empty until the shell answered. */
  readonly path: string;
  readonly changeFolder: () => Promise<void>;
  /** Title and file as they stand at the moment of creating, also where Enter came before the shell's answer. */
  readonly take: () => Promise<{ readonly title: string; readonly file: Answer<'case.place'> }>;
}

/** Title and file of a new case: both are there before anything is typed. */
export function useCasePlace(titleRef: RefObject<HTMLInputElement | null>): CasePlace {
  const [title, setTitle] = useState('');
  const [folder, setFolder] = useState('');
  const [path, setPath] = useState('');
  const touched = useRef(false);
  const ready = useRef<Promise<{ title: string; folder: string }> | null>(null);

  useEffect(() => {
    ready.current = ask('case.defaults', {}).then((answer) =>
      answer.ok ? answer.data : { title: '', folder: '' },
    );
    void ready.current.then((defaults) => {
      setFolder(defaults.folder);
      // Somebody may type faster than the shell answers: their text stays.
      if (!touched.current) setTitle(defaults.title);
    });
  }, []);

  // Before anybody can type behind it: a key that comes between drawing and selecting would be added to the title.
  useLayoutEffect(() => {
    if (!touched.current && title !== '') titleRef.current?.select();
  }, [title, titleRef]);

  useEffect(() => {
    if (folder === '' || title.trim() === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('case.place', { title, folder }).then((answer) => {
        if (current && answer.ok) setPath(answer.data.path);
      });
    }, 60);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [title, folder]);

  return {
    title,
    setTitle: (next) => {
      touched.current = true;
      setTitle(next);
    },
    path,
    changeFolder: async () => {
      const answer = await ask('dialog.folder', {});
      if (answer.ok && answer.data.path !== null) setFolder(answer.data.path);
    },
    take: async () => {
      const defaults = await ready.current;
      const wanted = touched.current ? title : (defaults?.title ?? title);
      const target = folder === '' ? (defaults?.folder ?? '') : folder;
      return { title: wanted, file: await ask('case.place', { title: wanted, folder: target }) };
    },
  };
}
