import { create } from 'zustand';

/** Whether the person is asked what becomes of the job that runs. */
export const useLockQuestion = create<{ readonly asked: boolean }>(() => ({ asked: false }));

export function askAboutJob(asked: boolean): void {
  if (useLockQuestion.getState().asked !== asked) useLockQuestion.setState({ asked });
}
